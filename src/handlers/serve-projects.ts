import type { ConnectionView, Serves } from '../contract';
import { readProject } from '../jira/client/projects';
import { Refusal } from './answer';
import type { Caller } from './caller';
import { toConnectionView } from './connection-view';
import { connectionOf, recordOf, SITE, store } from './connections';
import { asCaller } from './forge';

/** Names the projects, and if wanted the workloads, that a site connection serves; it serves no others from then on. */
export async function serveProjects(
  { connectionId, serves }: { readonly connectionId: string; readonly serves: readonly Serves[] },
  { accountId }: Caller,
): Promise<ConnectionView> {
  await connectionOf(SITE, connectionId);
  const named = await Promise.all(serves.map(byId));
  if (new Set(named.map(({ projectId }) => projectId)).size < named.length) {
    throw new Refusal('invalid', 'serves: Name each project only once, by its present key.');
  }
  // Read again, after the look-ups: what others changed meanwhile stays changed.
  const after = { ...(await connectionOf(SITE, connectionId)), serves: named };
  await store(after);
  const words = named.map(({ projectId, workloadArns }) =>
    workloadArns ? `${projectId} (${workloadArns.join(', ')})` : projectId,
  );
  await recordOf(accountId, after, 'connection.serves', `Projects: ${words.join('; ') || 'none'}.`);
  return toConnectionView(after);
}

async function byId({ projectKey, workloadArns }: Serves) {
  const project = await readProject(asCaller(), projectKey);
  if (!project) {
    throw new Refusal(
      'invalid',
      `serves: There is no project ${projectKey} that you can see. Check the key.`,
    );
  }
  return { projectId: project.id, ...(workloadArns ? { workloadArns } : {}) };
}
