/** Events that were dealt with: EventBridge delivers at least once, and tries again for 24 hours. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { hash } from '../hash';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

export interface SeenEvents {
  /**
   * Deals with an event unless that was done before; false: it was. It is marked after `act` has succeeded:
   * whoever dies in between deals with it again, which is harmless, where marking first would lose it. Of two
   * deliveries at the same time both may act.
   */
  once(connectionId: string, eventId: string, act: () => Promise<void>): Promise<boolean>;
}

export const seenEventRecord = defineRecord({
  name: 'seen-event',
  key: (id: readonly [connectionId: string, eventId: string]) => `seen:${hash(JSON.stringify(id))}`,
  version: 1,
  schema: z.literal(true),
  migrations: [],
  // More than EventBridge's 24 hours ("Event retry policy").
  life: 2,
  unreadable: 'absent',
  means: {
    absent: 'The event was not dealt with.',
    unreadable: 'As absent: dealing with an event again is harmless.',
  },
});

/** Ids are kept apart by connection: who knows the secret of one cannot use up the ids of another. */
export function createSeenEvents(kvs: KeyValues, log?: RecordLog): SeenEvents {
  const record = openRecord(seenEventRecord, kvs, log);
  return {
    async once(connectionId, eventId, act) {
      const reading = await record.inspect([connectionId, eventId]);
      if (record.valueOf(reading) === true) return false;
      await act();
      await record.replace(reading, true);
      return true;
    },
  };
}
