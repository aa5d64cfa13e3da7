import type { WriteAnswer } from '../jira';
import { because } from '../reasons';
import type { Http } from './http';
import { route } from './requester';
import { writeAnswer } from './update-issue';

/** See `Jira.remove`. Sent once, without a wait. Jira refuses an issue that has Sub-tasks, as it is not told to delete them too. */
export async function removeIssue(http: Http, id: string): Promise<WriteAnswer> {
  const what = because('to-delete-issue', { issue: id });
  const path = route`/rest/api/3/issue/${id}`;
  const reply = await http.send({ what, method: 'DELETE', route: path, repeatable: false, once: true });
  return reply.status === 404 ? { kind: 'applied' } : writeAnswer(what, reply);
}
