import type { AuditPorts } from '../../audit/record';
import type { ConnectionStore } from '../../connection/connection-store';
import { connectionOf, saveConnection, SITE } from '../../connection/rules';
import type { ConnectionView, Serves } from '../../contract';
import type { JiraAsCaller } from '../../jira/jira-as-caller';
import { Refusal } from '../../refusal';
import type { Caller } from '../caller';
import type { ConnectionRef } from './owner';
import { recordConnection } from './record';
import { toConnectionView, type ConnectionViewPorts } from './view';

export interface ServeProjectsPorts extends ConnectionViewPorts, AuditPorts {
  readonly connections: Pick<ConnectionStore, 'get' | 'save'>;
  readonly jiraAsCaller: Pick<JiraAsCaller, 'project'>;
}

/** Names the projects, and if wanted the workloads, that a site connection serves; it serves no others from then on. */
export async function serveProjects(
  { connectionId, serves }: ConnectionRef & { readonly serves: readonly Serves[] },
  caller: Caller,
  ports: ServeProjectsPorts,
): Promise<ConnectionView> {
  await connectionOf(SITE, connectionId, ports);
  const named = await Promise.all(serves.map((each) => byId(each, ports.jiraAsCaller)));
  if (new Set(named.map(({ projectId }) => projectId)).size < named.length) {
    throw new Refusal('invalid', 'serves: Name each project only once, by its present key.');
  }
  // Read again, after the look-ups: what others changed meanwhile stays changed.
  const after = { ...(await connectionOf(SITE, connectionId, ports)), serves: named };
  await saveConnection(after, ports);
  const words = named.map(({ projectId, workloadArns }) =>
    workloadArns ? `${projectId} (${workloadArns.join(', ')})` : projectId,
  );
  await recordConnection(caller, after, 'serves', `Projects: ${words.join('; ') || 'none'}.`, ports);
  return toConnectionView(after, ports);
}

async function byId({ projectKey, workloadArns }: Serves, jira: ServeProjectsPorts['jiraAsCaller']) {
  const project = await jira.project(projectKey);
  if (!project) {
    throw new Refusal(
      'invalid',
      `serves: There is no project ${projectKey} that you can see. Check the key.`,
    );
  }
  return { projectId: project.id, ...(workloadArns ? { workloadArns } : {}) };
}
