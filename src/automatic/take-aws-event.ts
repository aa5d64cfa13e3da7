/** An event that EventBridge delivers: anybody on the internet can send one, so nothing is believed before the key fits. */
import type { Clock } from '../clock';
import type { ConnectionStore } from '../connection/connection-store';
import { accountOf, type Connection } from '../connection/model';
import type { Reason } from '../reason';
import { MAX_BODY_BYTES, parseAwsEvent, type AwsEvent } from './aws-event';
import type { EventSecretStore } from './event-secret-store';
import { noteAnswerChange, type NoteAnswerChangePorts } from './note-change';
import type { SeenEvents } from './seen-events';

export interface Delivery {
  /** As the address names it. */
  readonly connectionId: string;
  readonly key: string | undefined;
  readonly body: string;
}

export type Verdict =
  | { readonly kind: 'taken' | 'wrong-key' | 'too-large' | 'of-another-connection' }
  /** `problem` quotes nothing of what was sent. */
  | { readonly kind: 'unreadable'; readonly problem: Reason };

export interface TakeAwsEventPorts extends NoteAnswerChangePorts {
  readonly eventSecrets: Pick<EventSecretStore, 'matches'>;
  readonly seenEvents: SeenEvents;
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly clock: Clock;
}

/** Resolves with `taken` once the change is noted: the event may be let go. */
export async function takeAwsEvent(
  { connectionId, key, body }: Delivery,
  ports: TakeAwsEventPorts,
): Promise<Verdict> {
  if (!(await ports.eventSecrets.matches(connectionId, key))) return { kind: 'wrong-key' };
  if (Buffer.byteLength(body) > MAX_BODY_BYTES) return { kind: 'too-large' };
  const parsed = parseAwsEvent(body, ports.clock.now());
  if ('problem' in parsed) return { kind: 'unreadable', problem: parsed.problem };
  const { event } = parsed;
  const connection = await ports.connections.get(connectionId);
  if (!connection || !isOf(connection, event)) return { kind: 'of-another-connection' };
  await ports.seenEvents.once(connectionId, event.id, () => noteAnswerChange(event, connection, ports));
  return { kind: 'taken' };
}

/** A key speaks for its connection's account and Regions alone. */
function isOf(connection: Connection, { account, region }: AwsEvent): boolean {
  return accountOf(connection) === account && connection.regions.includes(region);
}
