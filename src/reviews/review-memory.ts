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
  /** What was last read, however old. */
  load(workloadArn: string): Promise<KnownReview | undefined>;
  save(workloadArn: string, known: KnownReview): Promise<void>;
  /** `save` in two parts: what stands there is read at once, and replaced when the answer is called. */
  open(workloadArn: string): Promise<(known: KnownReview) => Promise<void>>;
}

export const reviewMemoryRecord = defineRecord<KnownReview, string>({
  name: 'review-memory',
  key: (workloadArn) => `review:${hash(workloadArn)}`,
  version: 1,
  schema,
  migrations: [],
  // Each read renews it: what nobody read for a year is of no workload that is worked on.
  life: 360,
  unreadable: 'absent',
  means: {
    absent: 'Pages show no risks by pillar until a run or a person reads them.',
    unreadable: 'As absent: the next read replaces it.',
  },
});

/** Whoever asks AWS for risks is answered with what was read so lately. */
const FRESH_MS = 60_000;
/** Names of lenses and pillars hardly change. */
const NAMES_MS = 2 * 24 * 3600 * 1000;

export function createReviewMemory(kvs: KeyValues, log?: RecordLog): ReviewMemory {
  const record = openRecord(reviewMemoryRecord, kvs, log);
  return {
    load: (workloadArn) => record.read(workloadArn),
    save: (workloadArn, known) => record.write(known, workloadArn),
    async open(workloadArn) {
      const reading = await record.inspect(workloadArn);
      return async (known) => {
        await record.replace(reading, known);
      };
    },
  };
}

/** Whether the risks need not be read again. @param now milliseconds since the epoch */
export function isFresh({ readAt }: KnownReview, now: number): boolean {
  return readAt <= now && now - readAt < FRESH_MS;
}

/** Whether the review's names may still be shown as AWS's. @param now milliseconds since the epoch */
export function hasNames({ readAt }: KnownReview, now: number): boolean {
  return now - readAt < NAMES_MS;
}
