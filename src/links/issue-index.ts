/**
 * Which question an issue belongs to. Product events carry neither entity properties nor labels ("Jira events",
 * developer.atlassian.com), so an event's issue is looked up here: one storage value for each linked issue.
 */
import { z } from 'zod';
import { inParts, mapInFlight } from '../in-flight';
import type { BatchKeyValues } from '../key-values';
import type { Link } from '../review-entries/link';
import { encode } from '../storage/decode';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

const refSchema = z.object({
  workloadArn: z.string(),
  lens: z.string().exactOptional(),
  question: z.string().exactOptional(),
});

/** A question of a workload; without lens and question the workload itself, whose issue is the Epic. */
export type QuestionRef = Readonly<z.infer<typeof refSchema>>;

export const issueIndexRecord = defineRecord({
  name: 'issue-index',
  key: (issueId: string) => `issue:${issueId}`,
  version: 1,
  schema: refSchema,
  migrations: [],
  unreadable: 'stop',
  means: {
    absent: 'The issue is not ours.',
    unreadable:
      "The issue's panel names the record and its events are not heard; the hourly search finds what they told.",
  },
});

export interface IssueIndex {
  /** `undefined`: no issue of ours, as far as links know. One read. @throws RecordError */
  questionOf(issueId: string): Promise<QuestionRef | undefined>;
  /**
   * Makes or overwrites the entries of these links, unread: whoever calls has read the head of the links, which
   * a version that changes the entries raises too.
   */
  put(links: readonly Link[]): Promise<void>;
  drop(issueIds: readonly string[]): Promise<void>;
}

/** Of Forge ("Storage limits"). A first sync writes hundreds of entries. */
const BATCH = 25;

/** Batches under way at a time: storage takes 1,000 keys a second of an installation. */
const IN_FLIGHT = 4;

export function createIssueIndex(kvs: BatchKeyValues, log?: RecordLog): IssueIndex {
  const { key } = issueIndexRecord;
  const record = openRecord(issueIndexRecord, kvs, log);
  return {
    questionOf: (issueId) => record.read(issueId),
    async put(links) {
      // A batch may not name a key twice, and a person can bring two links to one issue.
      const entries = [...new Map(links.map((link) => [key(link.issueId), refOf(link)]))];
      await inBatches(entries, (part) =>
        kvs.batchSet(
          part.map(([key, value]) => ({ key, value: encode(issueIndexRecord, undefined, value) })),
        ),
      );
    },
    async drop(issueIds) {
      await inBatches(issueIds, (part) => kvs.batchDelete(part.map((issueId) => ({ key: key(issueId) }))));
    },
  };
}

/** @throws Error naming the first key that was not written; others of its batch may have been. */
async function inBatches<T>(
  items: readonly T[],
  write: (part: readonly T[]) => ReturnType<BatchKeyValues['batchSet']>,
): Promise<void> {
  await mapInFlight(inParts(items, BATCH), IN_FLIGHT, async (part) => {
    const { failedKeys } = await write(part);
    if (failedKeys[0]) throw new Error(`Forge storage did not write ${failedKeys[0].key}`);
  });
}

export interface IndexChanges {
  readonly put: readonly Link[];
  readonly drop: readonly string[];
  /** Issues whose entry and link may say different things while this goes on. */
  readonly unsettled: readonly string[];
}

/**
 * What changes in the index when `next` takes the place of the stored links. Pure.
 *
 * @param before issues that an earlier change left unsettled
 */
export function indexChanges(
  stored: readonly Link[],
  next: readonly Link[],
  before: readonly string[],
): IndexChanges {
  const ids = new Set(next.map(({ issueId }) => issueId));
  const entries = new Set(next.map(entryOf));
  const changing = stored.filter((link) => !entries.has(entryOf(link))).map(({ issueId }) => issueId);
  const unsettled = new Set([...before, ...changing]);
  const settled = new Set(stored.filter(({ issueId }) => !before.includes(issueId)).map(entryOf));
  return {
    put: next.filter((link) => !settled.has(entryOf(link))),
    drop: [...unsettled].filter((issueId) => !ids.has(issueId)),
    unsettled: [...unsettled],
  };
}

function entryOf(link: Link): string {
  const { workloadArn, lens, question } = refOf(link);
  return JSON.stringify([link.issueId, workloadArn, lens, question]);
}

function refOf({ identity: { workload, lens, question } }: Link): QuestionRef {
  return {
    workloadArn: workload,
    ...(lens === undefined ? {} : { lens }),
    ...(question === undefined ? {} : { question }),
  };
}
