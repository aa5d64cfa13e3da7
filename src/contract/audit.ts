/** Who did what, and when. Entries hold no secret, no name of a person and no account id. */
import type { Reason } from '../reason';

export interface AuditEntry {
  /** ISO 8601. */
  at: string;
  /** `accountId` is absent where the account was erased; `ref` where the entry is of an earlier version of the app. */
  actor: { kind: 'person'; ref?: string; accountId?: string } | { kind: 'app' };
  /** `connection.created`, `workload.linked`, `sync.ended`, … */
  action: string;
  /** What it was done to. */
  target: Reason;
  projectId?: string;
  change: Reason;
  /** What changed, item by item: answers, notes, issues, settings, and what a person decided. */
  lines: Reason[];
  /** Of a deed with more lines than one entry takes. */
  part?: { number: number; of: number };
  /** Absent in entries of an earlier version of the app, and where the chain could not be had. */
  chain?: string;
  number?: number;
}

export interface AuditPage {
  /** Newest first. */
  entries: AuditEntry[];
  /** For the next, older page. */
  cursor?: string;
}

export interface AuditExport {
  /**
   * Newest first, as they stand in storage. `hash` is the SHA-256 of the entry's JSON without it, members sorted by
   * name at every level; `previous` is the hash of the entry before it in its chain, whose `number` is one less.
   */
  entries: Record<string, unknown>[];
  /** Account ids by reference; of accounts that were erased there is none. */
  people: Record<string, string>;
  /** For the next, older page. */
  cursor?: string;
}

export interface AuditCheck {
  /** Chains whose end was reached within this page, and entries that were looked at. */
  chains: number;
  entries: number;
  /** What is not as it was written. */
  flaws: { chain: string; flaw: Reason }[];
  /** There is more to check. */
  cursor?: string;
}
