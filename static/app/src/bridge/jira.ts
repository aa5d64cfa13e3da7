/** What pages read from Jira directly, as the signed-in person. */
import { requestJira } from '@forge/bridge';

/**
 * GET of Jira's REST API, for choices such as projects and statuses. The caller narrows the answer.
 *
 * @throws Error with Jira's status where it refuses
 */
export async function readJira(path: `/rest/api/3/${string}`): Promise<unknown> {
  const response = await requestJira(path, { headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`Jira answered ${response.status} for ${path}`);
  return response.json();
}
