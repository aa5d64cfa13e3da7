import { z } from 'zod';
import type { IssueNow } from '../jira';
import { because } from '../reasons';
import type { Http } from './http';
import { statusSchema } from './issue-schema';
import { route } from './requester';

const schema = z.object({
  fields: z.object({
    status: statusSchema,
    resolution: z.object({ id: z.string(), name: z.string() }).nullish(),
  }),
});

/** How far an issue is, read directly. Throws `UpstreamError`, also where it is not there. */
export async function readIssueNow(http: Http, id: string): Promise<IssueNow> {
  const path = route`/rest/api/3/issue/${id}?fields=status,resolution`;
  const what = because('to-read-issue', { issue: id });
  const { fields } = await http.read({ what, method: 'GET', route: path, repeatable: true }, schema);
  const { id: statusId, name, statusCategory: category } = fields.status;
  return { status: { id: statusId, name, category }, resolution: fields.resolution ?? undefined };
}
