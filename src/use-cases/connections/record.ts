import { changedMembers } from '../../audit/changed-values';
import { because } from '../../audit/reasons';
import { record, type AuditPorts } from '../../audit/record';
import type { Connection } from '../../connection/model';
import type { Reason } from '../../reason';
import type { Caller } from '../caller';

type What =
  'created' | 'changed' | 'serves' | 'tested' | 'risk-accepted' | 'events-on' | 'events-off' | 'deleted';

export async function recordConnection(
  { accountId }: Caller,
  { id, owner }: Connection,
  what: What,
  change: Reason,
  ports: AuditPorts,
  lines: readonly Reason[] = [],
): Promise<void> {
  const projectId = owner.kind === 'project' ? owner.projectId : undefined;
  const target = because('target-connection', { connectionId: id });
  const deed = { action: `connection.${what}`, target, projectId, change, lines } as const;
  await record(accountId, deed, ports);
}

/** A line for each value that differs of what a person enters. */
export function changesOf(before: Connection | undefined, after: Connection): readonly Reason[] {
  return changedMembers(before ? enteredOf(before) : {}, enteredOf(after));
}

function enteredOf({ name, roleArn, regions, access, serves }: Connection): object {
  const served = serves.map(({ projectId, workloadArns }) => [projectId, workloadArns ?? 'all'] as const);
  return {
    ...{ name, regions, access, serves: Object.fromEntries(served) },
    ...(roleArn === undefined ? {} : { roleArn }),
  };
}

export function describe({ name, roleArn, regions, access }: Connection): Reason {
  const role = roleArn ?? because('role-not-entered');
  return because('connection-described', { connection: name, role, access, regions });
}
