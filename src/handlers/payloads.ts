/** Payloads of the resolvers, parsed: anybody can send anything. */
import { z } from 'zod';
import { readCursor } from '../audit/check-cursor';
import {
  accessKeySchema,
  connectionChangeSchema,
  newConnectionSchema,
  riskWordsSchema,
  servesSchema,
} from '../connection/parse-input';
import { PARTITIONS } from '../connection/regions';
import { visibleLine } from '../connection/visible-line';
import { PROJECT_KEY } from '../jira/project-key';
import { asIssue, atField, MUST_BE_TEXT, ofIssue } from '../problem';
import { PROPOSALS } from '../plan/proposals';
import type { Reason } from '../reason';
import { issueTypesSchema } from '../settings/issue-types';
import { SCOPES, selectionSchema } from '../settings/selection';
import { linkSettingsSchema, siteSettingsSchema } from '../settings/schema';
import { ADOPTIONS } from '../sync/adoption';
import { MILESTONE_NAME, MOST_MILESTONES } from '../wellarchitected/milestones';
import { withinBytes } from '../within-bytes';
import { because } from './reasons';

const projectKey = z.string().regex(PROJECT_KEY, asIssue(because('must-be-project-key')));
const workloadArn = z
  .string()
  .max(2048)
  .regex(
    /^arn:[\w-]+:wellarchitected:[a-z0-9-]+:\d{12}:workload\/[0-9a-f]{32}$/,
    asIssue(because('must-be-workload-arn')),
  );
const id = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/, asIssue(because('must-be-id')));
const region = z.string().regex(/^[a-z0-9-]{1,32}$/, asIssue(because('must-be-region')));
const cursor = z.string().min(1).max(2048).exactOptional();

export const nothing = z.object({}).nullish();
export const project = z.strictObject({ projectKey });

export const partition = z.strictObject({ partition: z.enum(PARTITIONS) });
export const saveAccessKey = accessKeySchema;

export const newConnection = newConnectionSchema;
export const connection = z.strictObject({ connectionId: id });
/** Which connection, and what changes of it, apart. */
export const changeConnection = connectionChangeSchema
  .safeExtend({ connectionId: id })
  .transform(({ connectionId, ...change }) => ({ connectionId, change }));
export const testConnection = connection.extend({ region });
export const acceptRisk = connection.extend({
  words: riskWordsSchema,
  shown: z.strictObject({
    roleArn: z.string().max(2048),
    access: z.enum(['read-only', 'read-write']),
    regions: z.array(region).min(1).max(64),
    testedAt: z.string().max(64),
  }),
});
export const serve = connection.extend({ serves: servesSchema });

/** The same for a project's own connections. */
export const ofProject = {
  newConnection: newConnectionSchema.safeExtend({ projectKey }),
  connection: connection.extend({ projectKey }),
  changeConnection: connectionChangeSchema
    .safeExtend({ projectKey, connectionId: id })
    .transform(({ projectKey: taken, connectionId, ...change }) => ({ connectionId, change })),
  testConnection: testConnection.extend({ projectKey }),
};

export const saveSiteSettings = z.strictObject({ settings: siteSettingsSchema });

export const createScreens = project.extend({ issueTypes: issueTypesSchema.exactOptional() });

export const link = z.strictObject({ projectKey, workloadArn });
export const unreadable = project.extend({ id });
const milestoneNumber = z.int().min(1).max(MOST_MILESTONES);
export const saveMilestone = link.extend({
  name: visibleLine({
    ...MILESTONE_NAME,
    whenMissing: asIssue(because('must-be-milestone-name', MILESTONE_NAME)),
  }),
  token: id,
});
export const compareMilestones = link.extend({
  before: milestoneNumber,
  after: milestoneNumber.exactOptional(),
});
export const linkWorkload = link.extend({ connectionId: id });
/** As many as are linked well within the 25 seconds of a resolver. */
export const linkWorkloads = project.extend({
  workloads: z
    .array(z.strictObject({ workloadArn, connectionId: id }))
    .min(1)
    .max(25)
    .refine((asked) => new Set(asked.map((each) => each.workloadArn)).size === asked.length, {
      error: asIssue(because('must-be-named-once')),
    }),
});
export const saveSettings = link.extend({ settings: linkSettingsSchema });

/** As AWS has it (shape LensAlias). */
export const questions = link.extend({ lensAlias: z.string().min(1).max(128) });

/** A place in the list of a project's workloads. */
const place = z
  .string()
  .regex(/^\d{1,6}$/, asIssue(because('must-be-cursor')))
  .exactOptional();
export const overview = project.extend({ cursor: place });
export const siteLinks = z.strictObject({ cursor, workloadArn: workloadArn.exactOptional() });
export const siteLink = z.strictObject({
  workloadArn,
  projectId: z.string().regex(/^\d{1,19}$/, asIssue(because('must-be-id'))),
});
export const unreadableOfSite = z.strictObject({ id });
export const connections = z.strictObject({ cursor: place });
export const triage = project.extend({ cursor: place });

/** As many as a table shows or a file takes at a time: `triageIssues` reads them a hundred a call. */
export const triageRows = project.extend({
  issueIds: z
    .array(z.string().regex(/^\d{1,20}$/, asIssue(because('must-be-id'))))
    .min(1)
    .max(1000),
});

/** What Jira gave for the next page: it holds the query, and that grows with the workloads of a project. */
const pageToken = z
  .string()
  .regex(/^[\x21-\x7e]{1,65536}$/, asIssue(because('must-be-cursor')))
  .exactOptional();
const listOf = (value: z.ZodString) => z.array(value.min(1)).max(100).exactOptional();
export const triageSearch = project.extend({
  search: z.strictObject({
    risks: z.array(z.enum(['UNANSWERED', 'HIGH', 'MEDIUM', 'NONE', 'NOT_APPLICABLE'])).exactOptional(),
    pillars: listOf(z.string().max(255)),
    lenses: listOf(z.string().max(2048)),
    workloads: z.array(workloadArn).max(100).exactOptional(),
    assignees: listOf(z.string().max(128)),
    unassigned: z.boolean().exactOptional(),
    statuses: listOf(z.string().max(255)),
    overdue: z.boolean().exactOptional(),
    order: z
      .strictObject({ by: z.enum(['status', 'assignee', 'due']), isDescending: z.boolean() })
      .exactOptional(),
  }),
  cursor: pageToken,
});
export const issue = project.extend({
  issueKey: z
    .string()
    .regex(/^(?:\d{1,20}|[A-Z][A-Z0-9_]{0,254}-\d{1,20})$/, asIssue(because('must-be-issue'))),
});

/** A key as Jira makes it, whose project's part has ten characters on a site of Atlassian's; some have brought longer ones. */
const issueKey = z.string().regex(/^[A-Z][A-Z0-9_]{0,31}-\d{1,10}$/, asIssue(because('must-be-issue-key')));

/** A thousand decisions of a person; with the selection they are stored as one run. */
const MOST_DECISION_BYTES = 64 * 1024;
const decisions = <T>(decision: z.ZodType<T>) =>
  withinBytes(z.array(decision).max(1000), MOST_DECISION_BYTES).exactOptional();

export const run = z.strictObject({ projectKey, runId: id });
export const planPage = run.extend({ page: z.int().min(0).max(100_000) });
export const startSync = link
  .extend({
    mode: z.enum(['preview', 'sync']),
    scope: z.enum(SCOPES).exactOptional(),
    selection: selectionSchema.exactOptional(),
    recreate: z.boolean().exactOptional(),
    settle: decisions(z.strictObject({ issueKey, keep: z.enum(['aws', 'jira']) })),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{16}$/, asIssue(because('must-be-fingerprint')))
      .exactOptional(),
    confirm: z.boolean().exactOptional(),
    removeBlocks: z.boolean().exactOptional(),
    putBack: z.boolean().exactOptional(),
    adoption: z.enum(ADOPTIONS).exactOptional(),
    proposals: decisions(z.strictObject({ kind: z.enum(PROPOSALS), issueKey, take: z.boolean() })),
  })
  .refine(isShownFirst, { path: ['fingerprint'], error: asIssue(because('must-follow-preview')) });

/** What rests on nobody's eyes but a person's is applied as the preview showed it: hidden and deleted look alike. */
function isShownFirst(asked: {
  readonly mode: string;
  readonly recreate?: boolean;
  readonly removeBlocks?: boolean;
  readonly adoption?: string;
  readonly fingerprint?: string;
}): boolean {
  const { recreate = false, removeBlocks = false, adoption } = asked;
  const mustBeSeen = recreate || removeBlocks || adoption === 'adopt';
  return asked.mode === 'preview' || asked.fingerprint !== undefined || !mustBeSeen;
}

export const auditPage = z.strictObject({ cursor });
export const projectAuditPage = auditPage.extend({ projectKey });
const checkCursor = z
  .string()
  .max(2048)
  .transform(readCursor)
  .refine((read) => read !== undefined, { error: asIssue(because('must-be-cursor')) })
  .exactOptional();
export const auditCheck = z.strictObject({ cursor: checkCursor });
export const projectAuditCheck = auditCheck.extend({ projectKey });

/** The problems of a payload, each with its field; never quotes what was sent. */
export function problemsOf({ issues }: z.ZodError): Reason {
  const problems = issues.slice(0, 10).map((issue) => atField(fieldOf(issue.path), ofIssue(issue)));
  return because('payload-invalid', { problems });
}

/** A text of the payload that is none, at this path. */
export function problemOfText(path: readonly string[]): Reason {
  return because('payload-invalid', { problems: [atField(fieldOf(path), MUST_BE_TEXT)] });
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.length > 0 ? path.map(String).join('.') : 'payload';
}
