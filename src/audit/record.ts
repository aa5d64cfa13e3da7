/** Leaves an audit entry. Details say what changed; they never hold a secret or what a person typed as one. */
import { inWords } from '../in-words';
import type { Reason } from '../reason';
import type { AuditStore } from './audit-store';

export type Action =
  | 'access-key.saved'
  | 'access-key.deleted'
  | 'connection.created'
  | 'connection.changed'
  | 'connection.serves'
  | 'connection.tested'
  | 'connection.risk-accepted'
  | 'connection.events-on'
  | 'connection.events-off'
  | 'connection.deleted'
  | 'site-settings.changed'
  | 'workload.linked'
  | 'workload.unlinked'
  | 'workload.gone'
  | 'settings.changed'
  | 'sync.started'
  | 'sync.ended';

export interface Deed {
  readonly action: Action;
  /** `connection 1f…`, `workload arn:…`, `access key aws`. */
  readonly subject: string;
  readonly projectId?: string | undefined;
  readonly details: Reason;
}

export interface AuditPorts {
  readonly audit: Pick<AuditStore, 'add'>;
}

/**
 * Called after it is done: an entry tells what happened.
 *
 * @param accountId undefined: the app did it by itself
 */
export async function record(
  accountId: string | undefined,
  { projectId, details, ...deed }: Deed,
  { audit }: AuditPorts,
): Promise<void> {
  const actor =
    accountId === undefined ? ({ kind: 'app' } as const) : ({ kind: 'person', accountId } as const);
  await audit.add({
    ...deed,
    details: inWords(details),
    actor,
    ...(projectId === undefined ? {} : { projectId }),
  });
}
