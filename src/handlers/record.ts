/** Leaves an audit entry. Details say in words what changed; they never hold a secret or what a person typed as one. */
import type { Run } from '../runs/model';
import { audit } from './forge';

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
  readonly details: string;
}

/** A person's deed. Called after it is done: an entry tells what happened. */
export function record(accountId: string, deed: Deed): Promise<void> {
  return recordBy(accountId, deed);
}

/** @param accountId undefined: the app did it by itself */
export async function recordBy(accountId: string | undefined, { projectId, ...deed }: Deed): Promise<void> {
  const actor =
    accountId === undefined ? ({ kind: 'app' } as const) : ({ kind: 'person', accountId } as const);
  await audit.add({ ...deed, actor, ...(projectId === undefined ? {} : { projectId }) });
}

/** A sync is told when it begins and when it ends; previews change nothing and are not told. */
export function recordSync(
  { startedBy, workloadArn, projectId }: Run,
  action: 'sync.started' | 'sync.ended',
  details: string,
): Promise<void> {
  return recordBy(startedBy, { action, subject: `workload ${workloadArn}`, projectId, details });
}
