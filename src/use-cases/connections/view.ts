import type { EventSecretStore } from '../../automatic/event-secret-store';
import type { AwsAccess } from '../../connection/aws-access';
import { accountOf, type Connection } from '../../connection/model';
import { arnScopeOf } from '../../connection/permissions';
import { isRiskAccepted } from '../../connection/risk';
import { roleSetup } from '../../connection/setup';
import { connectionNow, type ConnectionStatePorts } from '../../connection/state-now';
import type { TemplatesFolders } from '../../connection/templates-folders';
import type { ConnectionView } from '../../contract';
import type { Jira } from '../../jira/jira';

export interface ConnectionViewPorts extends ConnectionStatePorts {
  readonly aws: Pick<AwsAccess, 'principalOf'>;
  readonly eventSecrets: Pick<EventSecretStore, 'since'>;
  readonly openJira: () => Pick<Jira, 'project'>;
  readonly templatesFolder: TemplatesFolders;
}

/** A connection as its admins see it; there is nothing secret in it. */
export async function toConnectionView(
  connection: Connection,
  ports: ConnectionViewPorts,
): Promise<ConnectionView> {
  const { id, name, owner, roleArn, externalId, regions, access, tests, acceptedRisk, createdAt } =
    connection;
  const account = accountOf(connection);
  const [{ state, key }, eventsSince] = await Promise.all([
    connectionNow(connection, ports),
    ports.eventSecrets.since(id),
  ]);
  return {
    id,
    name,
    owner,
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(account === undefined ? {} : { account }),
    externalId,
    regions: [...regions],
    access,
    serves: await servedProjects(connection, ports.openJira()),
    state,
    tests: structuredClone(tests) as ConnectionView['tests'],
    ...(acceptedRisk && isRiskAccepted(connection) ? { acceptedRisk: seenRisk(acceptedRisk) } : {}),
    setup: roleSetup(
      connection,
      await ports.aws.principalOf(key),
      ports.templatesFolder(arnScopeOf(connection).partition),
    ),
    ...(eventsSince === undefined ? {} : { eventsSince }),
    createdAt,
  };
}

function seenRisk({ by, at, words }: NonNullable<Connection['acceptedRisk']>) {
  return { by, at, words };
}

/** A project that the app cannot see any more keeps its id and loses its key. */
async function servedProjects(
  { owner, serves }: Connection,
  jira: Pick<Jira, 'project'>,
): Promise<ConnectionView['serves']> {
  const entries = owner.kind === 'project' ? [{ projectId: owner.projectId }] : serves;
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
