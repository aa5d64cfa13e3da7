/** Questions whose cards moved and that no run has dealt with yet: a run of one is judged with the others. */
import { WhereConditions } from '@forge/kvs';
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import type { QuestionRef } from '../links/issue-index';
import { hash } from '../hash';
import { decode } from '../storage/decode';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

interface KeyQuery {
  where(property: 'key', condition: ReturnType<typeof WhereConditions.beginsWith>): KeyQuery;
  cursor(cursor: string): KeyQuery;
  limit(limit: number): KeyQuery;
  getMany(): Promise<Page>;
}

interface Page {
  readonly results: readonly { readonly key: string; readonly value: unknown }[];
  readonly nextCursor?: string;
}

/** The part of @forge/kvs that the store needs. */
export interface WaitingStorage extends KeyValues {
  query(): KeyQuery;
}

/** Forge's most results a page. */
const PAGE = 100;

const schema = z.object({
  lens: z.string().exactOptional(),
  question: z.string(),
  /** Milliseconds since the epoch. */
  at: z.number(),
});

export const waitingQuestionRecord = defineRecord({
  name: 'waiting-question',
  key: ({ workloadArn, lens, question }: QuestionRef) =>
    `${beginningOf(workloadArn)}${hash(JSON.stringify([lens, question]))}`,
  version: 1,
  schema,
  migrations: [],
  // As long as the change itself.
  life: 2,
  unreadable: 'absent',
  means: {
    absent: 'No card of the question moved, or a run has dealt with it.',
    unreadable: 'As absent: the run of another question is judged without it, and counts for its own.',
  },
});

export interface WaitingQuestions {
  /** One card of it moved, or more. */
  add(ref: QuestionRef): Promise<void>;
  /** A run has dealt with what had moved by then. */
  handled(ref: QuestionRef, touchedAt: number): Promise<void>;
  /** Those of a workload. The query lags behind by moments. */
  of(workloadArn: string): Promise<readonly QuestionRef[]>;
}

export function createWaitingQuestions(
  kvs: WaitingStorage,
  clock: { now(): number },
  log?: RecordLog,
): WaitingQuestions {
  const record = openRecord(waitingQuestionRecord, kvs, log);
  return {
    async add(ref) {
      const { lens, question } = ref;
      if (question === undefined) return;
      await record.write({ ...(lens === undefined ? {} : { lens }), question, at: clock.now() }, ref);
    },
    async handled(ref, touchedAt) {
      const reading = await record.inspect(ref);
      if (reading.kind === 'value' && reading.value.at <= touchedAt) await kvs.delete(reading.key);
    },
    async of(workloadArn) {
      const found = await everyPage(kvs, beginningOf(workloadArn));
      return found.flatMap(({ key, value }) => {
        const reading = decode(waitingQuestionRecord, key, value);
        if (reading.kind !== 'value') return [];
        const { at, ...question } = reading.value;
        return [{ workloadArn, ...question }];
      });
    },
  };
}

async function everyPage(kvs: WaitingStorage, beginning: string): Promise<Page['results']> {
  const found: Page['results'][number][] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(beginning)).limit(PAGE);
    const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    found.push(...page.results);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return found;
}

function beginningOf(workloadArn: string): string {
  return `waiting:${hash(workloadArn)}:`;
}
