/**
 * Questions whose answers EventBridge named, until a run has read their notes: no list of AWS tells that notes have
 * changed. Jobs and runs of a workload come one after the other (the queue's concurrency key), so that what is read
 * and written again here loses nothing; a name that is lost all the same costs the time until all are read.
 */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { hash } from '../hash';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

const schema = z.object({
  /** `at`: when the job that handles the event came, in milliseconds since the epoch. */
  named: z.array(z.object({ question: z.string(), at: z.number() })),
});

/** Days: by then all notes have been read. */
const LIFE = 8;

/** Ids of 128 characters at most: far below Forge's 240 KiB. */
const MOST = 500;

export const namedQuestionsRecord = defineRecord({
  name: 'named-questions',
  key: (workloadArn: string) => `named:${hash(workloadArn)}`,
  version: 1,
  schema,
  migrations: [],
  life: LIFE,
  unreadable: 'absent',
  means: {
    absent: 'No event named a question since its notes were read.',
    unreadable: 'As absent: all notes are read on the next day.',
  },
});

export interface NamedQuestions {
  add(workloadArn: string, question: string, at: number): Promise<void>;
  /** Ids; a question of another lens that has the same one is read in vain. */
  of(workloadArn: string): Promise<readonly string[]>;
  /** The notes of all that were named by then are read. Writes nothing where none was. */
  haveRead(workloadArn: string, upTo: number): Promise<void>;
}

export function createNamedQuestions(kvs: KeyValues, log?: RecordLog): NamedQuestions {
  const record = openRecord(namedQuestionsRecord, kvs, log);
  const load = async (workloadArn: string) => (await record.read(workloadArn))?.named ?? [];
  return {
    async add(workloadArn, question, at) {
      const others = (await load(workloadArn)).filter((each) => each.question !== question);
      await record.write({ named: [...others, { question, at }].slice(-MOST) }, workloadArn);
    },
    of: async (workloadArn) => (await load(workloadArn)).map(({ question }) => question),
    async haveRead(workloadArn, upTo) {
      const named = await load(workloadArn);
      const left = named.filter(({ at }) => at > upTo);
      if (left.length < named.length) await record.write({ named: left }, workloadArn);
    },
  };
}
