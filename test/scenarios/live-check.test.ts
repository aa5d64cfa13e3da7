/** The live check, on the local site: it finds what the local site does, and leaves nothing behind. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ASSUMPTIONS } from '../../assumptions';
import { startSite, type Site } from '../../sandbox/site/site';
import { asPerson } from './open-site';

const PROJECT = path.join(__dirname, '..', '..');
const COMMAND = path.join('tools', 'live-check', 'command.ts');
const run = promisify(execFile);

let site: Site;

beforeAll(async () => {
  site = await startSite();
}, 120_000);

afterAll(() => site.close());

async function liveCheck(...flags: readonly string[]): Promise<string> {
  const args = ['--import', 'tsx', COMMAND, '--local', site.url, ...flags];
  const { stdout } = await run(process.execPath, args, { cwd: PROJECT });
  return stdout;
}

/** Results by number, as the table has them. */
function resultsOf(table: string): ReadonlyMap<string, string> {
  const lines = [...table.matchAll(/^([JFA]\d+) +(holds|WRONG|unclear|not tried)/gm)];
  return new Map(lines.map(([, id = '', result = '']) => [id, result]));
}

async function projects(): Promise<readonly string[]> {
  const { body } = await asPerson(site, 'GET', 'project/search');
  return (body as { readonly values: readonly { readonly key: string }[] }).values.map(({ key }) => key);
}

test('without flags nothing is made or changed', async () => {
  site.clearRequests();
  const results = resultsOf(await liveCheck());
  expect([...results.keys()]).toEqual(ASSUMPTIONS.map(({ id }) => id));
  expect([...results.values()]).not.toContain('WRONG');
  expect(results.get('J4')).toBe('holds');
  expect(results.get('F3')).toBe('holds');
  expect(site.requests().filter(({ status }) => status === 201 || status === 204)).toEqual([]);
}, 60_000);

test('with them it tries what takes a project and a workload, and removes both', async () => {
  const before = { projects: await projects(), workloads: site.aws.admin.workloads().length };
  const results = resultsOf(await liveCheck('--scratch-project', '--scratch-workload'));
  expect([...results.values()]).not.toContain('WRONG');
  for (const id of ['J3', 'J5', 'J10', 'J28', 'A1', 'A2', 'A5', 'A23', 'F10'])
    expect([id, results.get(id)]).toEqual([id, 'holds']);
  expect({ projects: await projects(), workloads: site.aws.admin.workloads().length }).toEqual(before);
}, 120_000);
