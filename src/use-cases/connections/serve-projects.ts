import { because as tell } from '../../audit/reasons';
import type { AuditPorts } from '../../audit/record';
import type { ConnectionStore } from '../../connection/connection-store';
import type { Connection } from '../../connection/model';
import { changeOwn, connectionOf, SITE } from '../../connection/rules';
import type { ConnectionView, Serves } from '../../contract';
import type { JiraAsCaller } from '../../jira/jira-as-caller';
import { atField } from '../../problem';
import type { Reason } from '../../reason';
import { Refusal } from '../../refusal';
import type { Caller } from '../caller';
import { because } from '../reasons';
import type { ConnectionRef } from './owner';
import { changesOf, recordConnection } from './record';
import { toConnectionView, type ConnectionViewPorts } from './view';

export interface ServeProjectsPorts extends ConnectionViewPorts, AuditPorts {
  readonly connections: Pick<ConnectionStore, 'get' | 'change'>;
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
    throw new Refusal('invalid', atField('serves', because('project-named-twice')));
  }
  const serving = (now: Connection) => ({ ...now, serves: named });
  const { before, after } = await changeOwn(SITE, connectionId, serving, ports);
  const lines = changesOf(before, after);
  await recordConnection(caller, after, 'serves', describeServed(named), ports, lines);
  return toConnectionView(after, ports);
}

function describeServed(named: Connection['serves']): Reason {
  if (named.length === 0) return tell('serves-no-project');
  const projects = named.map(({ projectId, workloadArns: workloads }) =>
    workloads ? tell('project-served-for', { projectId, workloads }) : tell('project-served', { projectId }),
  );
  return tell('serves-projects', { projects });
}

async function byId({ projectKey, workloadArns }: Serves, jira: ServeProjectsPorts['jiraAsCaller']) {
  const project = await jira.project(projectKey);
  if (!project) {
    const problem = because('no-project-seen', { project: projectKey });
    throw new Refusal('invalid', atField('serves', problem));
  }
  return { projectId: project.id, ...(workloadArns ? { workloadArns } : {}) };
}
