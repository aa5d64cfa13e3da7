/** Who did what, and when. Entries hold no secret and no name of a person. */
import type { Reason } from '../reason';

export interface AuditEntry {
  /** ISO 8601. */
  at: string;
  /** Account id, or the app itself. */
  actor: { kind: 'person'; accountId: string } | { kind: 'app' };
  /** `connection.created`, `workload.linked`, `sync.ended`, … */
  action: string;
  /** What it was done to. */
  target: Reason;
  projectId?: string;
  change: Reason;
}

export interface AuditPage {
  /** Newest first. */
  entries: AuditEntry[];
  /** For the next, older page. */
  cursor?: string;
}
