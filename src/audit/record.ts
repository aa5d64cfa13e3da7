/** Leaves an audit entry. It never holds a secret or what a person typed as one. */
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
  | 'milestone.saved'
  | 'workload.gone'
  | 'settings.changed'
  | 'sync.started'
  | 'sync.changed'
  | 'sync.ended';

export interface Deed {
  readonly action: Action;
  /** What it was done to. */
  readonly target: Reason;
  readonly projectId?: string | undefined;
  readonly change: Reason;
  /** What changed, item by item; nothing that matters stands in `change` alone. */
  readonly lines?: readonly Reason[];
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
  { projectId, ...deed }: Deed,
  { audit }: AuditPorts,
): Promise<void> {
  const actor =
    accountId === undefined ? ({ kind: 'app' } as const) : ({ kind: 'person', accountId } as const);
  await audit.add({
    ...deed,
    actor,
    ...(projectId === undefined ? {} : { projectId }),
  });
}
