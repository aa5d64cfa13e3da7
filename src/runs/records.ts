/** What is stored of a run beside the run itself: its plan, its outcome, and what it may apply. */
import { z } from 'zod';
import type { PlannedChange, RunOutcome } from '../contract';
import { PROPOSALS } from '../plan/proposals';
import { defineRecord } from '../storage/record';
import { outcomeToReasons, planToReasons } from './migrate-words';
import { storedParams, storedReason } from '../storage/stored-reason';

/** Days, as of the run. */
const LIFE = 30;

const count = z.int().nonnegative().default(0);
const issues = z.object({ epics: count, tasks: count, subtasks: count });

const plannedSchema = z.object({
  create: issues.prefault({}),
  update: count,
  close: count,
  reopen: count,
  resolve: count,
  choose: count,
  notes: count,
  unchanged: count,
});

const shown = { fingerprint: z.string(), planned: plannedSchema.prefault({}), planPages: count };

const remarkSchema = z.object({
  key: z.string().exactOptional(),
  title: z.string(),
  code: z.string(),
  params: storedParams,
  texts: z
    .array(
      z.object({
        field: z.enum(['title', 'description']),
        old: z.string().exactOptional(),
        new: z.string(),
        theirs: z.string(),
      }),
    )
    .exactOptional(),
  settledBy: z.array(z.enum(['aws', 'jira'])).exactOptional(),
  proposal: z.object({ kind: z.enum(PROPOSALS), taken: z.boolean() }).exactOptional(),
});
const remarks = z.array(remarkSchema).default([]);

const outcomeSchema = z.object({
  kind: z.enum(['previewed', 'applied', 'changed-since', 'refused', 'blocked', 'stopped']),
  ...shown,
  refusal: z.array(storedReason).exactOptional(),
  created: issues.prefault({}),
  updated: count,
  closed: count,
  reopened: count,
  chosen: count,
  notesWritten: count,
  unchanged: count,
  outOfScope: remarks,
  movedInJira: remarks,
  failed: remarks,
  conflicts: remarks,
  notices: remarks,
  proposals: remarks,
  calls: z.object({ jira: count, aws: count }).prefault({}),
}) satisfies z.ZodType<RunOutcome>;

const ofIssue = { key: z.string().exactOptional(), title: z.string() };

const changeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('create'),
    level: z.enum(['epic', 'task', 'subtask']),
    title: z.string(),
    lens: z.string().exactOptional(),
    pillar: z.string().exactOptional(),
    question: z.string().exactOptional(),
    choice: z.string().exactOptional(),
    risk: z.string().exactOptional(),
    labels: z.array(z.string()).default([]),
  }),
  z.object({ kind: z.literal('update'), ...ofIssue, changes: z.array(storedReason) }),
  z.object({ kind: z.enum(['close', 'reopen']), ...ofIssue, reason: storedReason }),
  z.object({
    kind: z.literal('resolve'),
    ...ofIssue,
    means: z.enum(['implemented', 'notApplicable']),
    reason: storedReason,
  }),
  z.object({
    kind: z.literal('choose'),
    ...ofIssue,
    status: z.enum(['SELECTED', 'UNSELECTED', 'NOT_APPLICABLE']),
    reason: storedReason,
  }),
  z.object({ kind: z.literal('notes'), ...ofIssue, what: z.enum(['add', 'change', 'remove']) }),
]) satisfies z.ZodType<PlannedChange>;

export const runShownRecord = defineRecord({
  name: 'run-shown',
  key: (runId: string) => `run:${runId}:shown`,
  version: 2,
  readableFrom: 1,
  schema: z.object(shown),
  // Version 2 counts issues that are to be resolved anew.
  migrations: [(plan) => plan],
  life: LIFE,
  unreadable: 'absent',
  means: {
    absent: 'The run has shown no plan yet.',
    unreadable: 'As absent: the outcome counts the plan that the run made last.',
  },
});

export const runPlanRecord = defineRecord({
  name: 'run-plan',
  key: ([runId, page]: readonly [runId: string, page: number]) => `run:${runId}:plan:${page}`,
  version: 3,
  schema: z.object({ changes: z.array(changeSchema) }),
  // Version 3 knows of issues that are resolved anew.
  migrations: [planToReasons, (plan) => plan],
  storedIn: 'parts',
  life: LIFE,
  unreadable: 'stop',
  means: {
    absent: 'The plan has no such page.',
    unreadable: 'The page of the plan names the record; the run itself does not need it.',
  },
});

export const runOutcomeRecord = defineRecord({
  name: 'run-outcome',
  key: (runId: string) => `run:${runId}:outcome`,
  version: 5,
  readableFrom: 2,
  schema: outcomeSchema,
  // Version 3 has proposals, which version 2 drops: it shows no less without them than it did.
  // Version 4 counts issues that are to be resolved anew.
  // Version 5 has outcomes of runs that failed, which version 4 asks for nowhere that it matters.
  migrations: [outcomeToReasons, (outcome) => outcome, (outcome) => outcome, (outcome) => outcome],
  storedIn: 'parts',
  life: LIFE,
  unreadable: 'stop',
  means: {
    absent: 'The run has not ended, or failed while the links of its workload could not be read.',
    unreadable: "The run's page names the record; the issues are as the run left them.",
  },
});

export const runApprovedRecord = defineRecord({
  name: 'run-approved',
  key: (runId: string) => `run:${runId}:approved`,
  version: 1,
  schema: z.array(z.string()),
  migrations: [],
  storedIn: 'parts',
  life: LIFE,
  unreadable: 'stop',
  means: {
    absent: 'The run has not begun to change anything.',
    unreadable: 'The run ends: as absent it could apply what nobody approved.',
  },
});
