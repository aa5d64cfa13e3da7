/** Everything that may go wrong between the app and the outside, as one document. */
import { z } from 'zod';

/** From 0, never, to 1, always. */
const share = z.number().min(0).max(1);

/** Of calls that the app sends to Jira. https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
export const JIRA_FAULTS = [
  /** 429: the hourly points of the app, or of the site, are used up. */
  'quota-global',
  'quota-tenant',
  /** 429: too many calls a second. */
  'burst',
  /** 429: too many writes of one issue; concerns only those. */
  'per-issue',
  /** 429 of a gateway, without Retry-After and reason. */
  'gateway',
  /** 500, 502, 503 or 504, and nothing was done. */
  'server-error',
  /** The connection ends before anything is done. */
  'reset',
  /** Done, and the answer never arrives: a reset, or a gateway's 504. */
  'lost',
  /** A create: answered 504, and done up to a minute later. */
  'late',
  /** Done, and the answer ends in its middle. */
  'truncated',
  /** Done, and the answer is `{}`. */
  'empty',
  /** A list as it was when it was last asked for. */
  'stale',
] as const;

/** Of a clock gone wrong, not of every day: a 429 that asks to wait for three thousand years. */
export const FAR_OFF = 'far-off';

export const AWS_FAULTS = [
  'throttled',
  /** UpdateAnswer: 409. */
  'conflict',
  'server-error',
  'reset',
  'lost',
  'truncated',
  'empty',
  'stale',
] as const;

/** Of storage, and of pushes to the queue. */
export const FORGE_FAULTS = ['rate-limited', 'server-error', 'reset', 'lost'] as const;

export type Fault = (typeof JIRA_FAULTS | typeof AWS_FAULTS | typeof FORGE_FAULTS)[number] | typeof FAR_OFF;

/** What is alike for all services; the others are answered without anything being done, as each service does. */
export type Mishap = 'reset' | 'lost' | 'late' | 'truncated' | 'empty' | 'stale';

export interface RefusalOf {
  readonly jira: Exclude<(typeof JIRA_FAULTS)[number], Mishap> | typeof FAR_OFF;
  readonly aws: Exclude<(typeof AWS_FAULTS)[number], Mishap>;
  readonly storage: Exclude<(typeof FORGE_FAULTS)[number], Mishap>;
}

const sumsUp = 'the shares of one service are more than 1 together';

function sharesOf<const F extends string>(names: readonly F[]) {
  return z
    .partialRecord(z.enum(names), share)
    .refine(
      (shares) =>
        Object.values<number | undefined>(shares).reduce<number>((sum, each = 0) => sum + each, 0) <= 1,
      sumsUp,
    );
}

const arrivals = z.strictObject({
  duplicate: z.union([z.boolean(), share]).exactOptional(),
  reorder: z.boolean().exactOptional(),
  lose: share.exactOptional(),
  delayMs: z.int().min(0).exactOptional(),
});

const deliveries = z.strictObject({
  deliverTwice: z.union([z.boolean(), share]).exactOptional(),
  reorder: z.boolean().exactOptional(),
  lose: share.exactOptional(),
  /** Events of one concurrency key run beside one another, as many as there is room for. */
  ignoreConcurrencyKey: z.boolean().exactOptional(),
});

export const FAULTS = z.strictObject({
  /** Chooses which calls and events are concerned. */
  seed: z.int().default(1),
  /** Calls of the app by service, a share of them for each fault. */
  jira: sharesOf([...JIRA_FAULTS, FAR_OFF]).default({}),
  aws: sharesOf(AWS_FAULTS).default({}),
  storage: sharesOf(FORGE_FAULTS).default({}),
  queue: sharesOf(FORGE_FAULTS).default({}),
  /** How events reach the app: those of its queue, of Jira, and of AWS by EventBridge. */
  queueDeliveries: deliveries.default({}),
  jiraEvents: arrivals.default({}),
  awsEvents: arrivals.default({}),
  /** Scheduled triggers: "There is a small chance of duplicated invocations"; here each comes twice. */
  schedules: z.strictObject({ duplicate: z.boolean().exactOptional() }).default({}),
  /** How far Jira's search lags behind. Left out, it stays as it is. */
  indexLagMs: z.int().min(0).exactOptional(),
});

export type Faults = z.output<typeof FAULTS>;
/** As people write it: all may be left out. */
export type FaultsInput = z.input<typeof FAULTS>;

export type FaultyService = 'jira' | 'aws' | 'storage' | 'queue';
