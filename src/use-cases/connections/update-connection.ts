import type { AuditPorts } from '../../audit/record';
import { changeConnection } from '../../connection/changes';
import type { ConnectionStore } from '../../connection/connection-store';
import type { ConnectionChange } from '../../connection/parse-input';
import {
  connectionOf,
  refuseSecondOfAccount,
  refuseSwitchedOff,
  saveConnection,
} from '../../connection/rules';
import type { ConnectionView } from '../../contract';
import { Refusal } from '../../refusal';
import type { Caller, ProjectCaller } from '../caller';
import { ownerOf, type ConnectionRef } from './owner';
import { describe, recordConnection } from './record';
import { toConnectionView, type ConnectionViewPorts } from './view';

export interface UpdateConnectionPorts extends ConnectionViewPorts, AuditPorts {
  readonly connections: Pick<ConnectionStore, 'list' | 'get' | 'save'>;
}

export async function updateConnection(
  { connectionId, change }: ConnectionRef & { readonly change: ConnectionChange },
  caller: Caller | ProjectCaller,
  ports: UpdateConnectionPorts,
): Promise<ConnectionView> {
  const owner = ownerOf(caller);
  await refuseSwitchedOff(owner, ports);
  const before = await connectionOf(owner, connectionId, ports);
  if (change.roleArn !== undefined) {
    await refuseSecondOfAccount({ ...before, roleArn: change.roleArn }, ports);
  }
  // Read again, after all that takes time: what others changed meanwhile stays changed.
  const changed = changeConnection(await connectionOf(owner, connectionId, ports), change);
  if (!changed.ok) throw new Refusal('invalid', changed.problem);
  await saveConnection(changed.connection, ports);
  await recordConnection(caller, changed.connection, 'changed', describe(changed.connection), ports);
  return toConnectionView(changed.connection, ports);
}
