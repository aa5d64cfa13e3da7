import type { AuditPorts } from '../../audit/record';
import { timestamp, type Clock } from '../../clock';
import type { ConnectionStore } from '../../connection/connection-store';
import { connectionOf, saveConnection } from '../../connection/rules';
import { connectionStateNow } from '../../connection/state-now';
import type { ConnectionView } from '../../contract';
import { asReason } from '../../reason';
import { Refusal } from '../../refusal';
import type { Caller } from '../caller';
import { because } from '../reasons';
import { reachOf, type ConnectionRef } from './owner';
import { recordConnection } from './record';
import { toConnectionView, type ConnectionViewPorts } from './view';

export interface AcceptRiskPorts extends ConnectionViewPorts, AuditPorts {
  readonly connections: Pick<ConnectionStore, 'get' | 'save'>;
  readonly clock: Clock;
}

/**
 * A Jira admin answers for a role that others could enter through the app: in words, kept with their name. No
 * project admin can, also not for their own connection: its role may be one that a site connection reaches.
 */
export async function acceptRisk(
  { connectionId, words }: ConnectionRef & { readonly words: string },
  caller: Caller,
  ports: AcceptRiskPorts,
): Promise<ConnectionView> {
  const reach = reachOf(caller);
  const { code } = await connectionStateNow(await connectionOf(reach, connectionId, ports), ports);
  if (code !== 'open-role') {
    throw new Refusal('conflict', because('no-risk-to-accept'));
  }
  const acceptedRisk = { by: caller.accountId, at: timestamp(ports.clock), words };
  const after = { ...(await connectionOf(reach, connectionId, ports)), acceptedRisk };
  await saveConnection(after, ports);
  await recordConnection(caller, after, 'risk-accepted', asReason(words), ports);
  return toConnectionView(after, ports);
}
