/** The first start's work: the app's access key, its AWS connection, and the role that trusts both. */
import { ACCOUNT, type Aws, DEFAULT_USER, REGION, roleTemplate } from '../aws';
import type { Host } from '../forge/host';
import { JIRA_ADMIN } from '../jira/seed/users';
import type { Store } from '../store/store';

const NAME = 'Local AWS';
const PROJECT_KEYS = ['WA', 'KAN'];

/** What the site reads of the app's answer about a connection. */
interface Connection {
  readonly id: string;
  readonly name: string;
  readonly roleArn?: string;
  readonly serves: readonly unknown[];
  readonly state: { readonly code: string; readonly message: string };
  readonly setup: { readonly parameters: Readonly<Record<string, string>> };
}

/**
 * Connects the account through the app's own resolvers, as a Jira administrator would: access key, connection,
 * role, projects, test. Done once for a state folder; where the site was killed in between, the rest is done.
 *
 * @throws Error with the app's own words if it refuses, or finds that the connection does not work.
 */
export async function connectAws(host: Host, aws: Aws, store: Store): Promise<void> {
  const done = store.table<boolean>('site.connection');
  if (done.get('connected')) return;
  await enterAccessKey(host);
  const connection = (await existing(host)) ?? (await create(host));
  if (connection.roleArn === undefined) await enterRole(host, aws, connection);
  const connectionId = connection.id;
  const serves = PROJECT_KEYS.map((projectKey) => ({ projectKey }));
  if (connection.serves.length === 0) await ask(host, 'connection.serve', { connectionId, serves });
  await ask(host, 'connection.test', { connectionId, region: REGION });
  const state = (await existing(host))?.state;
  if (state?.code !== 'ready')
    throw new Error(`The connection does not work: ${state?.message ?? 'it is gone'}`);
  done.set('connected', true);
  store.commit();
}

async function enterAccessKey(host: Host): Promise<void> {
  const { accessKeyId, secretAccessKey } = DEFAULT_USER;
  await ask(host, 'accessKey.save', { partition: 'aws', accessKeyId, secretAccessKey });
}

async function existing(host: Host): Promise<Connection | undefined> {
  const { connections } = await ask<{ connections: Connection[] }>(host, 'connection.list', {});
  return connections.find(({ name }) => name === NAME);
}

function create(host: Host): Promise<Connection> {
  return ask(host, 'connection.create', { name: NAME, regions: [REGION], access: 'read-write' });
}

/** The app says which parameters the role's stack takes; the stack says which role it made. */
async function enterRole(host: Host, aws: Aws, { id, setup }: Connection): Promise<void> {
  const WorkloadArns = reachable(aws);
  const { RoleArn } = aws.admin.deployStack({
    template: roleTemplate(),
    parameters: { ...setup.parameters, ...(WorkloadArns === '' ? {} : { WorkloadArns }) },
    stackName: 'jira-role',
  });
  await ask(host, 'connection.update', { connectionId: id, roleArn: RoleArn });
}

/** Workloads that another account shares have to be named, beside the account's own; none: the template's default. */
function reachable(aws: Aws): string {
  const shared = aws.admin.workloads().filter(({ sharedWith }) => sharedWith.includes(ACCOUNT));
  if (shared.length === 0) return '';
  return [`arn:aws:wellarchitected:*:${ACCOUNT}:workload/*`, ...shared.map(({ arn }) => arn)].join(',');
}

async function ask<T>(host: Host, functionKey: string, payload: object): Promise<T> {
  const answer = (await host.invoke({ functionKey, payload, accountId: JIRA_ADMIN })) as
    { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: object };
  if (answer.ok) return answer.data;
  throw new Error(`The app refuses ${functionKey}: ${JSON.stringify(answer.error)}`);
}
