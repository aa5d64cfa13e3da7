import type { AuditPorts } from '../../audit/record';
import { timestamp, type Clock } from '../../clock';
import type { ConnectionStore } from '../../connection/connection-store';
import type { Connection } from '../../connection/model';
import { isAsShown } from '../../connection/risk';
import { changeOwn, connectionOf } from '../../connection/rules';
import { connectionStateNow } from '../../connection/state-now';
import type { ConnectionView, RiskShown } from '../../contract';
import { asReason } from '../../reason';
import { Refusal } from '../../refusal';
import type { Caller } from '../caller';
import { because } from '../reasons';
import { reachOf, type ConnectionRef } from './owner';
import { changesOf, recordConnection } from './record';
import { toConnectionView, type ConnectionViewPorts } from './view';

export interface AcceptRiskPorts extends ConnectionViewPorts, AuditPorts {
  readonly connections: Pick<ConnectionStore, 'get' | 'change'>;
  readonly clock: Clock;
}

/**
 * A Jira admin answers for a role that others could enter through the app: in words, kept with their name, and for
 * nothing else than what was shown to them, which is compared on the very record that is stored. No project admin can,
 * also not for their own connection: its role may be one that a site connection reaches.
 */
export async function acceptRisk(
  { connectionId, words, shown }: ConnectionRef & { readonly words: string; readonly shown: RiskShown },
  caller: Caller,
  ports: AcceptRiskPorts,
): Promise<ConnectionView> {
  const reach = reachOf(caller);
  const seen = requireShown(await connectionOf(reach, connectionId, ports), shown);
  const { code } = await connectionStateNow(seen, ports);
  if (code !== 'open-role') {
    throw new Refusal('conflict', because('no-risk-to-accept'));
  }
  const { roleArn, access, regions } = shown;
  const acceptedRisk = {
    ...{ by: caller.accountId, at: timestamp(ports.clock), words },
    of: { roleArn, access, regions },
  };
  const accept = (now: Connection) => ({ ...requireShown(now, shown), acceptedRisk });
  const { after } = await changeOwn(reach, connectionId, accept, ports);
  await recordConnection(caller, after, 'risk-accepted', asReason(words), ports, changesOf(undefined, after));
  return toConnectionView(after, ports);
}

/** @throws Refusal */
function requireShown(now: Connection, shown: RiskShown): Connection {
  if (isAsShown(now, shown)) return now;
  throw new Refusal('conflict', because('risk-shown-otherwise', { connection: now.name }));
}
