import { z } from 'zod';
import { because } from '../reasons';
import type { Http } from './http';
import { readProjectStatuses } from './project-statuses';
import { route } from './requester';

const named = z.object({ id: z.string() });
const issueSchema = z.object({ fields: z.object({ project: named, issuetype: named }) });

/** It is asked between the read of a status and the transition: nothing here waits. */
const ONCE = { once: true } as const;

/**
 * Whether the workflow of an issue has a status at all: where it has not, no walk leads there, and none is begun.
 * Throws `UpstreamError` with code 404 where the issue is gone, or hidden from the app.
 */
export async function isInWorkflow(http: Http, id: string, statusId: string): Promise<boolean> {
  const path = route`/rest/api/3/issue/${id}?fields=project,issuetype`;
  const call = { what: because('to-read-issue', { issue: id }), method: 'GET', repeatable: true } as const;
  const { project, issuetype } = (await http.read({ ...call, ...ONCE, route: path }, issueSchema)).fields;
  const types = await readProjectStatuses(http, project.id, ONCE);
  return types.some((type) => type.id === issuetype.id && type.statuses.some((each) => each.id === statusId));
}
