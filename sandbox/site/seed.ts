/** The first start's work: one AWS connection of the app, and the role that trusts it. */
import { type Aws, DEFAULT_ROLE_ARN, DEFAULT_USER, DEFAULT_USER_ARN, REGION } from '../aws';
import type { Host } from '../forge/host';
import { JIRA_ADMIN } from '../jira/seed/users';
import type { Store } from '../store/store';

const PROJECT_KEYS = ['WA', 'KAN'];

/**
 * Creates the connection through the app's own resolver, as a Jira administrator would, then the role in
 * AWS with the external id that the app made. Done once for a state folder; where the site was killed in
 * between, the role is made now.
 *
 * @throws Error with the app's own words if it refuses.
 */
export async function connectAws(host: Host, aws: Aws, store: Store): Promise<void> {
  const done = store.table<string>('site.connection');
  const externalId = done.get('externalId') ?? (await existing(host)) ?? (await create(host));
  if (!done.has('externalId')) done.set('externalId', externalId);
  store.commit();
  aws.admin.putRole({ arn: DEFAULT_ROLE_ARN, trustedUserArn: DEFAULT_USER_ARN, externalId });
}

async function existing(host: Host): Promise<string | undefined> {
  const { connections } = await ask<{ connections: { roleArn: string; externalId: string }[] }>(
    host,
    'connection.list',
    {},
  );
  return connections.find(({ roleArn }) => roleArn === DEFAULT_ROLE_ARN)?.externalId;
}

async function create(host: Host): Promise<string> {
  const { externalId } = await ask<{ externalId: string }>(host, 'connection.create', {
    name: 'Local AWS',
    roleArn: DEFAULT_ROLE_ARN,
    regions: [REGION],
    accessKeyId: DEFAULT_USER.accessKeyId,
    secretAccessKey: DEFAULT_USER.secretAccessKey,
    projectKeys: PROJECT_KEYS,
  });
  return externalId;
}

async function ask<T>(host: Host, functionKey: string, payload: object): Promise<T> {
  const answer = (await host.invoke({ functionKey, payload, accountId: JIRA_ADMIN })) as
    | { readonly ok: true; readonly data: T }
    | { readonly ok: false; readonly error: { readonly message: string } };
  if (answer.ok) return answer.data;
  throw new Error(`The app refuses ${functionKey}: ${answer.error.message}`);
}
