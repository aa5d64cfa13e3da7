import { z } from 'zod';
import { because } from '../reasons';
import type { Http } from './http';
import { statusSchema } from './issue-schema';
import { route } from './requester';

const named = z.object({ id: z.string() });
const issueSchema = z.object({ fields: z.object({ project: named, issuetype: named }) });

/** Schema `IssueTypeWithStatus`. */
const statusesSchema = z.array(
  z.object({ id: z.string(), statuses: z.array(statusSchema.partial({ statusCategory: true })) }),
);

/**
 * Nothing here waits: it is asked between the read of a status and the transition. Whether the workflow of an issue has a status at all: where it has not, no walk leads there, and none is begun.
 * Throws `UpstreamError` with code 404 where the issue is gone, or hidden from the app.
 */
export async function isInWorkflow(http: Http, id: string, statusId: string): Promise<boolean> {
  const call = {
    what: because('to-read-issue', { issue: id }),
    method: 'GET',
    repeatable: true,
    once: true,
  } as const;
  const path = route`/rest/api/3/issue/${id}?fields=project,issuetype`;
  const { project, issuetype } = (await http.read({ ...call, route: path }, issueSchema)).fields;
  const what = because('to-read-project-statuses');
  const statuses = route`/rest/api/3/project/${project.id}/statuses`;
  const types = await http.read({ ...call, what, route: statuses }, statusesSchema);
  return types.some((type) => type.id === issuetype.id && type.statuses.some((each) => each.id === statusId));
}
