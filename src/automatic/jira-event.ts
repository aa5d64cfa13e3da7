/** What Jira's events of issues tell automatic mode. Only a hint: whoever acts on it reads the issue again. Pure. */
import { z } from 'zod';

export interface JiraEvent {
  readonly issueId: string;
  readonly kind: 'updated' | 'deleted';
  /** Whether it may change what the question's notes say, or an answer. */
  readonly relevant: boolean;
}

const KINDS = { 'avi:jira:updated:issue': 'updated', 'avi:jira:deleted:issue': 'deleted' } as const;

/** As "Jira events" on developer.atlassian.com has them; members that are not named here do not matter. */
const schema = z.object({
  eventType: z.enum(['avi:jira:updated:issue', 'avi:jira:deleted:issue']),
  issue: z.object({ id: z.string().regex(/^\d{1,20}$/) }),
  changelog: z.unknown().optional(),
});

const changelogSchema = z.object({ items: z.array(z.object({ field: z.string() })) });

/** Jira names a new parent in several ways, by project and age: that these are all of them is unverified (J5). */
const PARENT_FIELDS: ReadonlySet<string> = new Set([
  'parent',
  'parent issue',
  'parent link',
  'issueparentassociation',
  'epic link',
]);

/** Fields of a change that matters, in lower case. A move to another project changes project and key. */
const RELEVANT: ReadonlySet<string> = new Set([
  'status',
  'resolution',
  'project',
  'key',
  'issuetype',
  ...PARENT_FIELDS,
]);

/** Whether a changelog calls a new parent by this name. */
export function isParentField(field: string): boolean {
  return PARENT_FIELDS.has(field.toLowerCase());
}

/** Reads an event as Forge delivers it; `undefined` for anything else. */
export function parseJiraEvent(event: unknown): JiraEvent | undefined {
  const { data } = schema.safeParse(event);
  if (data === undefined) return undefined;
  const kind = KINDS[data.eventType];
  return { issueId: data.issue.id, kind, relevant: kind === 'deleted' || isRelevant(data.changelog) };
}

/** Where no changelog says what changed, everything may have. */
function isRelevant(changelog: unknown): boolean {
  const { data } = changelogSchema.safeParse(changelog);
  return data?.items.some(({ field }) => RELEVANT.has(field.toLowerCase())) ?? true;
}
