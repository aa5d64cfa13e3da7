import { z } from 'zod';
import { LEVELS, type DoneStatuses } from '../jira';
import type { Level, Named } from '../model';
import { because } from '../reasons';
import { readIssueTypes } from './create-meta';
import type { Http } from './http';
import { statusSchema } from './issue-schema';
import { chooseIssueTypes } from './issue-types';
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
export async function readDoneStatuses(http: Http, projectId: string): Promise<DoneStatuses> {
  const types = chooseIssueTypes(await readIssueTypes(http, projectId));
  const path = route`/rest/api/3/project/${projectId}/statuses`;
  const call = { what: because('to-read-project-statuses'), method: 'GET', repeatable: true } as const;
  const answer = await http.read({ ...call, route: path }, answerSchema);
  const byLevel = LEVELS.map((level) => [level, doneOf(answer.find(({ id }) => id === types[level]?.id))]);
  return Object.fromEntries(byLevel) as Record<Level, readonly Named[]>;
}

function doneOf(type: TypeStatuses | undefined): readonly Named[] {
  const done = (type?.statuses ?? []).filter(({ statusCategory }) => statusCategory === 'done');
  return [...new Map(done.map(({ id, name }) => [id, { id, name }])).values()];
}
