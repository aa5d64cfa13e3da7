import type { AuditPorts } from '../../audit/record';
import { changeConnection } from '../../connection/changes';
import type { ConnectionStore } from '../../connection/connection-store';
import type { Connection } from '../../connection/model';
import type { ConnectionChange } from '../../connection/parse-input';
import { changeOwn, refuseSecondOfAccount, refuseSwitchedOff } from '../../connection/rules';
import type { ConnectionView } from '../../contract';
import { Refusal } from '../../refusal';
import type { Caller, ProjectCaller } from '../caller';
import { ownerOf, type ConnectionRef } from './owner';
import { changesOf, describe, recordConnection } from './record';
import { toConnectionView, type ConnectionViewPorts } from './view';

export interface UpdateConnectionPorts extends ConnectionViewPorts, AuditPorts {
  readonly connections: Pick<ConnectionStore, 'change'>;
}

/** That an owner has one connection to an account holds also beside whatever is made and changed at the same moment. */
export async function updateConnection(
  { connectionId, change }: ConnectionRef & { readonly change: ConnectionChange },
  caller: Caller | ProjectCaller,
  ports: UpdateConnectionPorts,
): Promise<ConnectionView> {
  const owner = ownerOf(caller);
  await refuseSwitchedOff(owner, ports);
  const changed = (now: Connection) => changing(now, change);
  const check = change.roleArn === undefined ? undefined : refuseSecondOfAccount;
  const { before, after } = await changeOwn(owner, connectionId, changed, ports, check);
  await recordConnection(caller, after, 'changed', describe(after), ports, changesOf(before, after));
  return toConnectionView(after, ports);
}

/** @throws Refusal */
function changing(now: Connection, change: ConnectionChange): Connection {
  const changed = changeConnection(now, change);
  if (changed.ok) return changed.connection;
  throw new Refusal('invalid', changed.problem);
}
