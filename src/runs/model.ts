/** A run: one sync or preview that somebody asked for, from the request to its outcome. */
import { z } from 'zod';
import { selectionSchema } from '../settings/schema';
import { SCOPES } from '../settings/model';

const count = z.int().nonnegative();

export const runSchema = z.object({
  id: z.string(),
  /** Names the Jira site in the customer's CloudTrail. */
  site: z.string(),
  /** Account id of the person who asked; absent where automatic mode did. */
  startedBy: z.string().exactOptional(),
  workloadArn: z.string(),
  /** The one question whose event set it off: it reads no more. Absent for a run of the whole workload. */
  question: z.object({ lens: z.string(), question: z.string() }).exactOptional(),
  /** Of automatic mode: the poll knows no question, so the whole workload has to be still before it begins. */
  needsStillWorkload: z.boolean().exactOptional(),
  projectId: z.string(),
  mode: z.enum(['preview', 'sync']),
  scope: z.enum(SCOPES).exactOptional(),
  selection: selectionSchema,
  recreate: z.boolean(),
  settle: z.array(z.object({ issueKey: z.string(), keep: z.enum(['aws', 'jira']) })).default([]),
  fingerprint: z.string().exactOptional(),
  confirm: z.boolean(),
  state: z.enum(['queued', 'running', 'waiting', 'done', 'failed']),
  workloadName: z.string(),
  step: z.string(),
  progress: z.object({ done: count, total: count }),
  message: z.string().exactOptional(),
  /** Failed attempts of the services in a row, each followed by a wait. */
  troubles: count,
  /** Not before this time, in milliseconds since the epoch. */
  notBefore: z.number(),
  tally: z.object({
    updated: count,
    closed: count,
    reopened: count,
    chosen: count.default(0),
    notesWritten: count.default(0),
  }),
  calls: z.object({ jira: count, aws: count }),
});

export type Run = z.infer<typeof runSchema>;
