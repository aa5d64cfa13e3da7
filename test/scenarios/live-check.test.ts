/** The live check, on the local site: it finds what the local site does, and leaves nothing behind. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ASSUMPTIONS } from '../../assumptions';
import { startSite, type Site } from '../../sandbox/site/site';
import { asPerson } from './open-site';

const PROJECT = path.join(__dirname, '..', '..');
const ARGS = ['--import', 'tsx', path.join('tools', 'live-check', 'command.ts')];
const run = promisify(execFile);

let site: Site;

beforeAll(async () => {
  site = await startSite();
}, 120_000);

afterAll(() => site.close());

/** Its table. */
async function liveCheck(...flags: readonly string[]): Promise<string> {
  return (await start(...flags)).stdout;
}

async function start(...flags: readonly string[]) {
  return run(process.execPath, [...ARGS, '--local', site.url, ...flags], { cwd: PROJECT });
}

/** As `start`, of a check that ends with an exit code other than 0. */
async function failing(...flags: readonly string[]) {
  const error: unknown = await start(...flags).catch((failure: unknown) => failure);
  return error as { readonly code: number; readonly stdout: string; readonly stderr: string };
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

async function left() {
  return {
    projects: await projects(),
    workloads: site.aws.admin.workloads().map(({ details }) => details.WorkloadName),
  };
}

const refusedDelete = { operation: 'DELETE /rest/api/3/project/{projectIdOrKey}', status: 403, times: 3 };

describe('what it made is removed', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'after %s, and what was found is printed',
    async (signal) => {
      const before = await left();
      const args = [...ARGS, '--local', site.url, '--scratch-project', '--scratch-workload'];
      const child = spawn(process.execPath, args, { cwd: PROJECT });
      const [out, err] = [collect(child.stdout), collect(child.stderr)];
      while ((await projects()).length === before.projects.length) await sleep(50);
      child.kill(signal);
      const [code] = (await once(child, 'close')) as [number];
      expect(code).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(err()).toMatch(/^Making the space WAB\d{5} .*$/m);
      expect(err()).toMatch(/^Removed the space WAB\d{5}/m);
      expect(resultsOf(out()).get('J4')).toBe('holds');
      expect(out()).toContain('seen: not looked at: The check was interrupted.');
      expect(await left()).toEqual(before);
    },
    60_000,
  );

  test('also where the answer to its making is lost', async () => {
    const before = await left();
    site.jira.admin.failNext({ operation: 'POST /rest/api/3/project', times: 1, status: 504, apply: true });
    const { stdout, stderr } = await start('--scratch-project');
    expect(stderr).toMatch(/^No answer says whether the space WAB\d{5}/m);
    expect(resultsOf(stdout).get('J3')).toBe('holds');
    expect(await left()).toEqual(before);
  }, 60_000);
});

test('what cannot be removed is named with the way to remove it, and the table is printed', async () => {
  const before = await left();
  site.jira.admin.failNext(refusedDelete);
  site.aws.admin.failNext({
    operation: 'DeleteWorkload',
    times: 20,
    code: 'AccessDeniedException',
    status: 403,
  });
  const { stdout, stderr } = await start('--scratch-project', '--scratch-workload');
  expect(resultsOf(stdout).get('J3')).toBe('holds');
  expect(resultsOf(stdout).get('A5')).toBe('holds');
  const after = await left();
  const [key = ''] = after.projects.filter((each) => !before.projects.includes(each));
  const [name = ''] = after.workloads.filter((each) => !before.workloads.includes(each));
  expect(key).toMatch(/^WAB/);
  expect(stderr).toMatch(new RegExp(`^LEFT BEHIND: the space ${key} .*Move to trash`, 'm'));
  expect(stderr).toMatch(new RegExp(`^LEFT BEHIND: the workload "${name}" .*Delete`, 'm'));
}, 60_000);

test('where nothing can be made the rest is looked at all the same', async () => {
  site.jira.admin.failNext({ operation: 'POST /rest/api/3/project', times: 1, status: 403 });
  const { code, stdout, stderr } = await failing('--scratch-project');
  expect(code).toBe(1);
  expect(stderr).toContain('Jira answers POST project with 403');
  expect(resultsOf(stdout).get('J3')).toBe('unclear');
  expect(resultsOf(stdout).get('F3')).toBe('holds');
}, 60_000);

/** What a stream has said so far. */
function collect(stream: NodeJS.ReadableStream): () => string {
  let said = '';
  stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return () => said;
}
