import { z } from 'zod';
import { because } from '../reasons';
import type { Call, Http } from './http';
import { statusSchema } from './issue-schema';
import { route } from './requester';

/**
 * Schema `IssueTypeWithStatus`: no hierarchy level. Every status of a live site has a category; the document's example
 * has none.
 */
const answerSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    statuses: z.array(statusSchema.partial({ statusCategory: true })),
  }),
);

export type TypeStatuses = z.infer<typeof answerSchema>[number];

/** The statuses of a project's workflows, by issue type. @param once see `Call` */
export function readProjectStatuses(
  http: Http,
  projectId: string,
  once: Pick<Call, 'once'> = {},
): Promise<readonly TypeStatuses[]> {
  const path = route`/rest/api/3/project/${projectId}/statuses`;
  const call = { what: because('to-read-project-statuses'), method: 'GET', repeatable: true } as const;
  return http.read({ ...call, ...once, route: path }, answerSchema);
}
