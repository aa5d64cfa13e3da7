/**
 * Which questions a workload's lenses have, as they were last read: whoever has the key of its events can name others.
 * Only the ids' hashes are kept, four bytes of each: one that is taken for a known one costs a run.
 */
import { z } from 'zod';
import type { Clock } from '../clock';
import { hash } from '../hash';
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

/** 44 KB for the largest legal workload (4,000 questions): far below Forge's 240 KiB. */
const schema = z.object({
  /** Sorted. */
  hashes: z.array(z.string()),
  /** When the review was last to be read because of a question that is not among them, in milliseconds since the epoch. */
  askedAt: z.number().exactOptional(),
});

export const knownQuestionsRecord = defineRecord({
  name: 'known-questions',
  key: (workloadArn: string) => `questions:${hash(workloadArn)}`,
  version: 1,
  schema,
  migrations: [],
  // The weekly read renews nothing that stays the same: what is gone is written anew by the next one.
  life: 360,
  unreadable: 'absent',
  means: {
    absent: 'No review was read: each question that an event names may be one of it.',
    unreadable: 'As absent: the next read replaces it.',
  },
});

/** What may be new is looked for so often; the poll, which sees that AWS changed, is not held up by it. */
const ONCE_IN_MS = 3_600_000;

/** `unknown`: it may be new; `made-up`: so was another within the hour, and the review was read since, or is about to be. */
export type QuestionVerdict = 'known' | 'unknown' | 'made-up';

export interface KnownQuestions {
  /** What stands there is read at once, and replaced when the answer is called with other ids. */
  open(workloadArn: string): Promise<(ids: readonly string[]) => Promise<void>>;
  judge(workloadArn: string, id: string): Promise<QuestionVerdict>;
  /** A run is about to read the review because of an unknown question. */
  asked(workloadArn: string): Promise<void>;
}

export function createKnownQuestions(kvs: KeyValues, clock: Clock, log?: RecordLog): KnownQuestions {
  const record = openRecord(knownQuestionsRecord, kvs, log);
  return {
    async open(workloadArn) {
      const reading = await record.inspect(workloadArn);
      return async (ids) => {
        const before = record.valueOf(reading);
        const hashes = [...new Set(ids.map(hashOf))].sort();
        if (before?.hashes.join() === hashes.join()) return;
        await record.replace(reading, { ...before, hashes });
      };
    },
    async judge(workloadArn, id) {
      const known = await record.read(workloadArn);
      if (known === undefined || known.hashes.includes(hashOf(id))) return 'known';
      return (known.askedAt ?? -Infinity) > clock.now() - ONCE_IN_MS ? 'made-up' : 'unknown';
    },
    async asked(workloadArn) {
      const reading = await record.inspect(workloadArn);
      const known = record.valueOf(reading);
      if (known) await record.replace(reading, { ...known, askedAt: clock.now() });
    },
  };
}

function hashOf(id: string): string {
  return hash(id).slice(0, 8);
}
