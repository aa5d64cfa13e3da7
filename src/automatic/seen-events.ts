/** Events that were dealt with: EventBridge delivers at least once, and tries again for 24 hours. */
import type { KeyValues } from '../key-values';
import { hash } from '../hash';

export interface SeenEvents {
  /**
   * Deals with an event unless that was done before; false: it was. It is marked after `act` has succeeded:
   * whoever dies in between deals with it again, which is harmless, where marking first would lose it. Of two
   * deliveries at the same time both may act.
   */
  once(connectionId: string, eventId: string, act: () => Promise<void>): Promise<boolean>;
}

/** More than EventBridge's 24 hours ("Event retry policy"). */
const LIFE = { ttl: { value: 2, unit: 'DAYS' } } as const;

/** Ids are kept apart by connection: who knows the secret of one cannot use up the ids of another. */
export function createSeenEvents(kvs: KeyValues): SeenEvents {
  return {
    async once(connectionId, eventId, act) {
      const key = `seen:${hash(JSON.stringify([connectionId, eventId]))}`;
      if ((await kvs.get(key)) !== undefined) return false;
      await act();
      await kvs.set(key, true, LIFE);
      return true;
    },
  };
}
