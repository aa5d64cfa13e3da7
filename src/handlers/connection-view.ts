import type { AccessKey } from '../connection/access-key';
import { accountOf, type Connection } from '../connection/model';
import { placeOf } from '../connection/permissions';
import { roleSetup } from '../connection/setup';
import { connectionState } from '../connection/state';
import type { ConnectionState, ConnectionView } from '../contract';
import { accessKeys } from '../connection/open-review-source';
import { eventSecrets } from './automatic-stores';
import { jiraAsApp, siteSettings } from './forge';
import { principalOf } from './principal';

/** A connection as its admins see it; there is nothing secret in it. */
export async function toConnectionView(connection: Connection): Promise<ConnectionView> {
  const { id, name, owner, roleArn, externalId, regions, access, tests, acceptedRisk, createdAt } =
    connection;
  const account = accountOf(connection);
  const [key, eventsSince] = await Promise.all([keyOf(connection), eventSecrets.since(id)]);
  return {
    id,
    name,
    owner,
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(account === undefined ? {} : { account }),
    externalId,
    regions: [...regions],
    access,
    serves: await servedProjects(connection),
    state: await stateWith(connection, key),
    tests: structuredClone(tests) as ConnectionView['tests'],
    ...(acceptedRisk ? { acceptedRisk } : {}),
    setup: roleSetup(connection, await principalOf(key)),
    ...(eventsSince === undefined ? {} : { eventsSince }),
    createdAt,
  };
}

/** Whether the app may work through the connection now. */
export async function stateOf(connection: Connection): Promise<ConnectionState> {
  return stateWith(connection, await keyOf(connection));
}

async function stateWith(connection: Connection, key: AccessKey | undefined): Promise<ConnectionState> {
  const { projectConnections } = await siteSettings.load();
  return connectionState(connection, {
    keyPresent: key !== undefined,
    projectConnectionsOn: projectConnections,
  });
}

function keyOf(connection: Connection): Promise<AccessKey | undefined> {
  return accessKeys.get(placeOf(connection).partition);
}

/** A project that the app cannot see any more keeps its id and loses its key. */
async function servedProjects({ owner, serves }: Connection): Promise<ConnectionView['serves']> {
  const entries = owner.kind === 'project' ? [{ projectId: owner.projectId }] : serves;
  const jira = jiraAsApp();
  return Promise.all(
    entries.map(async (entry) => {
      const project = await jira.project(entry.projectId);
      return {
        ...structuredClone(entry as { projectId: string; workloadArns?: string[] }),
        ...(project ? { projectKey: project.key } : {}),
      };
    }),
  );
}
