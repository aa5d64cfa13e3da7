/** Risks of reviews as AWS last told them, in Forge storage: many people look at the same ones. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { hash } from '../hash';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

const count = z.int().nonnegative();
const riskCounts = z.object({
  UNANSWERED: count,
  HIGH: count,
  MEDIUM: count,
  NONE: count,
  NOT_APPLICABLE: count,
});

/** Some 20 KB for the largest legal workload (20 lenses of 10 pillars): far below Forge's 240 KiB. */
const schema = z.object({
  /** When AWS was asked, in milliseconds since the epoch. */
  readAt: z.number(),
  lenses: z.array(
    z.object({
      identity: z.string(),
      alias: z.string(),
      version: z.string(),
      name: z.string(),
      status: z.enum(['CURRENT', 'NOT_CURRENT', 'DEPRECATED', 'DELETED', 'UNSHARED']),
      riskCounts,
      pillars: z.array(z.object({ id: z.string(), name: z.string(), riskCounts })),
    }),
  ),
});

type Stored = z.infer<typeof schema>;

export interface KnownReview extends Pick<Stored, 'readAt'> {
  readonly lenses: readonly Readonly<Stored['lenses'][number]>[];
}

export interface ReviewMemory {
  /** What was last read, however old; a day at least. */
  load(workloadArn: string): Promise<KnownReview | undefined>;
  save(workloadArn: string, known: KnownReview): Promise<void>;
}

export const reviewMemoryRecord = defineRecord<KnownReview, string>({
  name: 'review-memory',
  key: (workloadArn) => `review:${hash(workloadArn)}`,
  version: 1,
  schema,
  migrations: [],
  // Forge takes expired values away within two days and may show them until then: their age decides, not this.
  life: 1,
  unreadable: 'absent',
  means: {
    absent: 'The risks are read from AWS.',
    unreadable: 'As absent: it costs a read.',
  },
});

/** Risks are shown as they are for so long. */
const FRESH_MS = 60_000;

export function createReviewMemory(kvs: KeyValues, log?: RecordLog): ReviewMemory {
  const record = openRecord(reviewMemoryRecord, kvs, log);
  return {
    load: (workloadArn) => record.read(workloadArn),
    save: (workloadArn, known) => record.write(known, workloadArn),
  };
}

/** Whether the risks need not be read again. @param now milliseconds since the epoch */
export function isFresh({ readAt }: KnownReview, now: number): boolean {
  return readAt <= now && now - readAt < FRESH_MS;
}
