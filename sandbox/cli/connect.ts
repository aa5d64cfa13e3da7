/**
 * `npm run connect`: connects an AWS account of the local site as admins would, and tells what each step shows.
 * The same account again goes on with its connection: deploying the whole role mends one that lacked something.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Reason } from './api';
import { AppError, callResolver, postJson } from './app';
import { FAILED, JIRA_ADMIN, runCommand } from './command-line';
import { CONNECT_USAGE, readConnectArguments, type ConnectArguments } from './connect-arguments';
import { findSiteConnection, type Listed, type Page } from './find-connection';
import { renderTest, type ConnectionTest } from './render-test';
import { UsageError } from './usage-error';
import { say as inWords } from './words';

const TEMPLATE = path.join(__dirname, '../../aws/role.yaml');

interface Connection extends Listed {
  readonly id: string;
  readonly externalId: string;
  readonly regions: readonly string[];
  readonly serves: readonly { readonly projectKey?: string; readonly workloadArns?: readonly string[] }[];
  readonly state: { readonly code: string; readonly reason: Reason; readonly failed?: readonly string[] };
  readonly setup: { readonly parameters: Readonly<Record<string, string>>; readonly command?: string };
}

async function main(argv: readonly string[]): Promise<number> {
  const args = readConnectArguments(argv);
  const template = templateOf(args);
  if (args.project !== undefined) await ask(args, 'workload.linked', { projectKey: args.project });
  const connection = (await existing(args)) ?? (await create(args));
  mustKnowRegion(connection, args.region);
  const connectionId = connection.id;
  say(`Connection "${connection.name}", external ID ${connection.externalId}`);
  say(`On AWS you would run: ${connection.setup.command ?? 'nothing yet: the app has no access key'}`);
  const roleArn = await deployRole(args, connection, template);
  say(`Deployed aws/role.yaml in account ${args.account}: ${roleArn}`);
  await ask(args, 'connection.update', { connectionId, roleArn });
  if (args.project !== undefined) await serve(args, connection, args.project);
  const test = await ask<ConnectionTest>(args, 'connection.test', { connectionId, region: args.region });
  say(renderTest(test));
  const state = (await existing(args))?.state;
  say((state && inWords(state.reason)) ?? 'The connection was deleted meanwhile.');
  return test.ok && state?.code === 'ready' && state.failed?.length === 0 ? 0 : FAILED;
}

/** A connection goes on with the Regions that it was made for. Throws UsageError for another one. */
function mustKnowRegion({ name, regions }: Connection, region: string): void {
  if (regions.includes(region)) return;
  throw new UsageError(`--region is "${region}"; the connection "${name}" is for ${regions.join(', ')}.`);
}

function existing({ account, ...args }: ConnectArguments): Promise<Connection | undefined> {
  return findSiteConnection({ account, name: nameOf(account) }, (asked) =>
    ask<Page<Connection>>(args, 'connection.list', asked),
  );
}

function nameOf(account: string): string {
  return `Account ${account}`;
}

function create({ account, region, access, site }: ConnectArguments): Promise<Connection> {
  return ask({ site }, 'connection.create', { name: nameOf(account), regions: [region], access });
}

async function deployRole(
  { site, account, region }: ConnectArguments,
  { setup }: Connection,
  template: string,
): Promise<string> {
  const stack = { template, parameters: setup.parameters, account, region, stackName: 'jira-role' };
  const answer = (await postJson(`${site}/sandbox/aws/stacks`, stack)) as {
    readonly outputs?: { readonly RoleArn?: string };
    readonly error?: { readonly message: string };
  };
  if (answer.outputs?.RoleArn !== undefined) return answer.outputs.RoleArn;
  throw new AppError(`The local AWS refuses the stack: ${answer.error?.message ?? 'it made no role'}`);
}

/** Before anything is made. Throws UsageError for an action that the role does not have. */
function templateOf({ without }: ConnectArguments): string {
  return without.reduce(withoutAction, readFileSync(TEMPLATE, 'utf8'));
}

/** A lone action gives way to one that the app never calls: a statement cannot be empty. */
function withoutAction(template: string, action: string): string {
  const item = template.replace(new RegExp(`^ *- ${action}\n`, 'm'), '');
  if (item !== template) return item;
  const alone = template.replace(`Action: ${action}\n`, 'Action: wellarchitected:ListProfiles\n');
  if (alone !== template) return alone;
  throw new UsageError(`--without is "${action}"; aws/role.yaml has no such action.`);
}

async function serve(args: ConnectArguments, { id, serves }: Connection, projectKey: string): Promise<void> {
  const others = serves.filter((served) => served.projectKey !== projectKey);
  await ask(args, 'connection.serve', { connectionId: id, serves: [...others.map(entry), { projectKey }] });
}

function entry({ projectKey, workloadArns }: Connection['serves'][number]): object {
  return { projectKey, ...(workloadArns ? { workloadArns } : {}) };
}

function ask<T>({ site }: Pick<ConnectArguments, 'site'>, functionKey: string, payload: object): Promise<T> {
  return callResolver<T>(site, JIRA_ADMIN, functionKey, payload);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

runCommand(CONNECT_USAGE, main);
