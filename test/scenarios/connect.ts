/** The way of a connection on the local site: what admins do in Jira, and what an account's administrator does. */
import { ACCOUNT, REGION, roleTemplate } from '../../sandbox/aws';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import type { NewConnection } from '../../src/contract';
import type { Scenario } from './open-site';
import type { Check, ConnectionTest, ConnectionView } from './worded';

/** A fresh AWS account for each connection: a site has one connection for each. */
let accounts = 0;
export function newAccount(): string {
  accounts += 1;
  return String(200_000_000_000 + accounts);
}

export async function createConnection(
  scenario: Scenario,
  input: Partial<NewConnection> = {},
): Promise<ConnectionView> {
  const whole = { name: 'Another account', regions: [REGION], access: 'read-write', ...input };
  return scenario.call('connection.create', whole, JIRA_ADMIN);
}

/** Deploys the product's own template with the values that the app shows. Answers the role's ARN. */
export function deployRole(
  { site }: Scenario,
  { setup, id }: ConnectionView,
  { account = ACCOUNT, template = roleTemplate(), parameters = {} }: RoleOptions = {},
): string {
  const { RoleArn } = site.aws.admin.deployStack({
    template,
    parameters: { ...setup.parameters, ...parameters },
    stackName: `role-of-${id}`,
    account,
  });
  if (RoleArn === undefined) throw new Error('the stack has no role');
  return RoleArn;
}

export interface RoleOptions {
  readonly account?: string;
  readonly template?: string;
  /** Those of the template that differ from the values shown. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export async function enterRole(
  scenario: Scenario,
  connectionId: string,
  roleArn: string,
): Promise<ConnectionView> {
  return scenario.call('connection.update', { connectionId, roleArn }, JIRA_ADMIN);
}

/** A minute later each time: the app keeps to Forge's 100 requests a minute, and would wait for real. */
export async function testIt(
  scenario: Scenario,
  connectionId: string,
  region = REGION,
): Promise<ConnectionTest> {
  scenario.site.host.advanceClock(60_000);
  return scenario.call('connection.test', { connectionId, region }, JIRA_ADMIN);
}

export async function viewOf(scenario: Scenario, connectionId: string): Promise<ConnectionView> {
  const { connections } = await scenario.call('connection.list', {}, JIRA_ADMIN);
  const found = connections.find(({ id }) => id === connectionId);
  if (!found) throw new Error(`no connection ${connectionId}`);
  return found;
}

/** What an admin who looks at the connection is shown, and accepts. */
export function shownOf({ roleArn, access, regions, tests }: ConnectionView) {
  return {
    roleArn,
    access,
    regions,
    testedAt:
      tests
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '',
  };
}

/** Created, with its role deployed and entered, tested and serving a project. */
export async function connect(
  scenario: Scenario,
  { projectKey = 'WA', account = newAccount(), ...input }: ConnectOptions = {},
): Promise<ConnectionView> {
  const created = await createConnection(scenario, input);
  await enterRole(scenario, created.id, deployRole(scenario, created, { account }));
  const serves = [{ projectKey }];
  await scenario.call('connection.serve', { connectionId: created.id, serves }, JIRA_ADMIN);
  await testIt(scenario, created.id);
  return viewOf(scenario, created.id);
}

export interface ConnectOptions extends Partial<NewConnection> {
  readonly projectKey?: string;
  readonly account?: string;
}

/** The checks of a test by what they are of. */
export function resultsOf({
  checks,
}: Pick<ConnectionTest, 'checks'>): Readonly<Record<string, Check['result']>> {
  return Object.fromEntries(checks.map(({ what, result }) => [what, result]));
}

export function checkOf({ checks }: Pick<ConnectionTest, 'checks'>, what: string): Check {
  const found = checks.find((check) => check.what === what);
  if (!found) throw new Error(`nothing was checked of ${what}`);
  return found;
}
