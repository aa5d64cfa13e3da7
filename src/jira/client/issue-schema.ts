/** How Jira states an issue, and how the app reads it. */
import { z } from 'zod';
import type { AdfMark, AdfNode, AnyIssue, Creator, Level, StatusCategory } from '../model';
import { parseOwnership, PROPERTY_KEY } from '../ownership';

/** The fields that `toOurIssue` reads. */
export const ISSUE_FIELDS: readonly string[] = [
  'summary',
  'description',
  'labels',
  'status',
  'statuscategorychangedate',
  'resolution',
  'issuetype',
  'parent',
  'project',
  'subtasks',
  'creator',
];

/** Jira's key for "no category" is `undefined`; such a status is not done, so it counts as to do. */
const category = z
  .object({ key: z.string() })
  .transform(({ key }): StatusCategory => (key === 'done' || key === 'indeterminate' ? key : 'new'));

export const statusSchema = z.object({ id: z.string(), name: z.string(), statusCategory: category });

const attributes = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((value) => value ?? {});

const mark: z.ZodType<AdfMark> = z.object({ type: z.string(), attrs: attributes });

const node: z.ZodType<AdfNode> = z.object({
  type: z.string(),
  attrs: attributes,
  get content() {
    return z
      .array(node)
      .nullish()
      .transform((value) => value ?? []);
  },
  marks: z
    .array(mark)
    .nullish()
    .transform((value) => value ?? []),
  text: z.string().exactOptional(),
});

const document = z.object({
  version: z.literal(1),
  type: z.literal('doc'),
  content: z.array(node).default([]),
});

/** Jira calls an account that it does not know any more `unknown`. */
export const creatorSchema = z
  .object({ accountId: z.string(), accountType: z.string().optional(), displayName: z.string().optional() })
  .nullish()
  .transform((user): Creator | undefined =>
    user === null || user === undefined || user.accountType === 'unknown'
      ? undefined
      : {
          accountId: user.accountId,
          name: user.displayName ?? user.accountId,
          isApp: user.accountType === 'app',
        },
  );

/** Schema `IssueBean` with the fields that were asked for. Hidden or empty fields are null or absent. */
export const issueSchema = z.object({
  id: z.string(),
  key: z.string(),
  properties: z.record(z.string(), z.unknown()).optional(),
  fields: z.object({
    summary: z.string(),
    description: document.nullish(),
    labels: z.array(z.string()).nullish(),
    status: statusSchema,
    statuscategorychangedate: z.string().nullish(),
    resolution: z.object({ id: z.string(), name: z.string() }).nullish(),
    issuetype: z.object({
      id: z.string(),
      name: z.string(),
      subtask: z.boolean().optional(),
      hierarchyLevel: z.number().optional(),
    }),
    parent: z.object({ id: z.string() }).nullish(),
    project: z.object({ id: z.string(), key: z.string() }),
    subtasks: z
      .array(
        z.object({ id: z.string(), fields: z.object({ status: z.object({ statusCategory: category }) }) }),
      )
      .nullish(),
    creator: creatorSchema,
  }),
});

type JiraIssue = z.infer<typeof issueSchema>;

/** A property that does not read is none. */
export function toIssue({ id, key, fields, properties }: JiraIssue): AnyIssue {
  const { status } = fields;
  return {
    id,
    key,
    projectId: fields.project.id,
    projectKey: fields.project.key,
    level: levelOf(fields.issuetype),
    issueType: { id: fields.issuetype.id, name: fields.issuetype.name },
    summary: fields.summary,
    description: fields.description ?? undefined,
    labels: fields.labels ?? [],
    status: { id: status.id, name: status.name, category: status.statusCategory },
    statusChangedAt: fields.statuscategorychangedate ?? undefined,
    resolution: fields.resolution ?? undefined,
    parentId: fields.parent?.id,
    subtasks: (fields.subtasks ?? []).map((subtask) => ({
      id: subtask.id,
      done: subtask.fields.status.statusCategory === 'done',
    })),
    creator: fields.creator,
    property: parseOwnership(properties?.[PROPERTY_KEY]),
  };
}

/** By hierarchy level (Sub-tasks -1, standard types 0, Epics 1 and above), never by the type's name. */
export function levelOf(type: { subtask?: boolean | undefined; hierarchyLevel?: number | undefined }): Level {
  if (type.subtask === true) return 'subtask';
  const level = type.hierarchyLevel ?? 0;
  if (level < 0) return 'subtask';
  return level === 0 ? 'task' : 'epic';
}
