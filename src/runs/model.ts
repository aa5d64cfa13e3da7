/** A run: one sync or preview that somebody asked for, from the request to its outcome. */
import { z } from 'zod';
import { storedSelection } from '../settings/selection';
import { PROPOSALS } from '../plan/proposals';
import { SCOPES } from '../settings/model';
import { defineRecord } from '../storage/record';
import { fromWords, storedReason } from '../storage/stored-reason';
import { ADOPTIONS } from '../sync/adoption';

/** A service that fails is asked again this often, after waits that double. */
export const MAX_TROUBLES = 4;

const count = z.int().nonnegative().default(0);

export const runSchema = z.object({
  id: z.string(),
  /** Names the Jira site in the customer's CloudTrail. */
  site: z.string().default('jira'),
  /** Account id of the person who asked; absent where automatic mode did. */
  startedBy: z.string().exactOptional(),
  workloadArn: z.string(),
  /** The one question whose event set it off: it reads no more. Absent for a run of the whole workload. */
  question: z.object({ lens: z.string(), question: z.string() }).exactOptional(),
  /** Of automatic mode: the poll knows no question, so the whole workload has to be quiet before it begins. */
  needsQuietWorkload: z.boolean().exactOptional(),
  projectId: z.string(),
  mode: z.enum(['preview', 'sync']),
  scope: z.enum(SCOPES).exactOptional(),
  selection: storedSelection,
  recreate: z.boolean().default(false),
  removeBlocks: z.boolean().exactOptional(),
  putBack: z.boolean().exactOptional(),
  settle: z.array(z.object({ issueKey: z.string(), keep: z.enum(['aws', 'jira']) })).default([]),
  fingerprint: z.string().exactOptional(),
  confirm: z.boolean().default(false),
  adoption: z.enum(ADOPTIONS).exactOptional(),
  proposals: z
    .array(z.object({ kind: z.enum(PROPOSALS), issueKey: z.string(), take: z.boolean() }))
    .exactOptional(),
  state: z.enum(['queued', 'running', 'waiting', 'done', 'failed']),
  workloadName: z.string().default(''),
  /** Code of what it is doing. */
  step: z.string().default('preparing'),
  progress: z.object({ done: count, total: count }).prefault({}),
  /** The same by step, in the order in which they are taken, once there is a plan. */
  steps: z.array(z.object({ step: z.string(), done: count, total: count })).exactOptional(),
  /** Until the step under way is done, if it goes on as it went; absent where nothing is known of that. */
  secondsLeft: z.int().nonnegative().exactOptional(),
  /** Why it waits or failed. */
  message: storedReason.exactOptional(),
  /** When its first invocation began to work, in milliseconds since the epoch. */
  beganAt: z.number().exactOptional(),
  /** Failed attempts of the services in a row, each followed by a wait. */
  troubles: count,
  /** Grows each time that it is queued again: an event with an earlier one does nothing. */
  wake: count,
  /** Which of its workload's queues it takes: a key of the queue that went dead is left for the next number. */
  lane: count,
  /** How often in a row it was queued again because nothing more was heard of it. */
  revivals: count,
  /** Id of a run of the same workload that had not ended when this one was started. */
  behind: z.string().exactOptional(),
  /** Not before this time, in milliseconds since the epoch. */
  notBefore: z.number().default(0),
  tally: z
    .object({ updated: count, closed: count, reopened: count, chosen: count, notesWritten: count })
    .prefault({}),
  calls: z.object({ jira: count, aws: count }).prefault({}),
});

export type Run = z.infer<typeof runSchema>;

/** From then on nothing is done for it any more. */
export function hasEnded({ state }: Pick<Run, 'state'>): boolean {
  return state === 'done' || state === 'failed';
}

export const runRecord = defineRecord({
  name: 'run',
  key: (id: string) => `run:${id}`,
  version: 4,
  readableFrom: 3,
  schema: runSchema,
  // Version 4 knows which event may go on with it; version 3 goes on with any.
  migrations: [toQuiet, toCodes, (run) => run],
  life: 30,
  unreadable: 'stop',
  means: {
    absent: 'There is no such run, or it is older than 30 days.',
    unreadable: 'The run ends there and its page names the record; other runs go on.',
  },
});

/** Version 2 says quiet for still. */
function toQuiet(stored: unknown): unknown {
  const { needsStillWorkload, ...run } = stored as Record<string, unknown>;
  return needsStillWorkload === undefined ? run : { ...run, needsQuietWorkload: needsStillWorkload };
}

/** What runs of versions 1 and 2 say that they are doing. */
const STEPS: ReadonlyMap<unknown, string> = new Map(
  Object.entries({
    'Waiting for its turn': 'run-queued',
    'Reading the review and its issues': 'reading',
    'Creating issues': 'creating-issues',
    'Updating issues': 'updating-issues',
    'Closing issues': 'closing-issues',
    'Reopening issues': 'reopening-issues',
    'Writing answers': 'writing-answers',
    Done: 'run-done',
    Failed: 'run-failed',
  }),
);

/** Version 3 has codes and reasons for words. */
function toCodes(stored: unknown): unknown {
  const { step, message, ...run } = stored as Record<string, unknown>;
  return {
    ...run,
    ...(step === undefined ? {} : { step: STEPS.get(step) ?? 'preparing' }),
    ...(message === undefined ? {} : { message: fromWords(message) }),
  };
}
