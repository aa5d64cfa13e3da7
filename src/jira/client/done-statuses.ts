import { z } from 'zod';
import { LEVELS, type DoneStatuses } from '../jira';
import type { Level, MakeSettings, Named } from '../model';
import { because } from '../reasons';
import { readIssueTypes } from './create-meta';
import type { Http } from './http';
import { statusSchema } from './issue-schema';
import { chooseIssueTypes, type TypeChoice } from './issue-types';
import { route } from './requester';

/**
 * Schema `IssueTypeWithStatus`: no hierarchy level, hence the issue types are read beside it. Every status
 * of a live site has a category; the document's example has none, and such a status is not done.
 */
const answerSchema = z.array(
  z.object({
    id: z.string(),
    statuses: z.array(statusSchema.partial({ statusCategory: true })),
  }),
);

type TypeStatuses = z.infer<typeof answerSchema>[number];

/** See `Jira.doneStatuses`. */
export async function readDoneStatuses(
  http: Http,
  projectId: string,
  make: MakeSettings = {},
): Promise<DoneStatuses> {
  const types = chooseIssueTypes(await readIssueTypes(http, projectId), make);
  const path = route`/rest/api/3/project/${projectId}/statuses`;
  const call = { what: because('to-read-project-statuses'), method: 'GET', repeatable: true } as const;
  const answer = await http.read({ ...call, route: path }, answerSchema);
  const byLevel = LEVELS.map((level) => {
    const ids = idsOf(types[level]);
    return [level, doneOf(answer.filter(({ id }) => ids.has(id)))];
  });
  return Object.fromEntries(byLevel) as Record<Level, readonly Named[]>;
}

function idsOf(choice: TypeChoice): ReadonlySet<string> {
  if (choice.kind === 'none') return new Set();
  const types = choice.kind === 'chosen' ? [choice.type] : choice.offered;
  return new Set(types.map(({ id }) => id));
}

function doneOf(types: readonly TypeStatuses[]): readonly Named[] {
  const statuses = types.flatMap((type) => type.statuses);
  const done = statuses.filter(({ statusCategory }) => statusCategory === 'done');
  return [...new Map(done.map(({ id, name }) => [id, { id, name }])).values()];
}
