/** `npm run settings` and `npm run sync -- --settle` on a site that runs. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ListLensReviewsCommand,
  ListWorkloadsCommand,
  UpdateAnswerCommand,
  WellArchitectedClient,
} from '@aws-sdk/client-wellarchitected';
import path from 'node:path';
import { ADMIN_USER, REGION } from '../../sandbox/aws';
import { runScript, startProcess, type Ended, type SiteProcess } from './site/site-process';

const LENS = path.join(__dirname, '../fixtures/lenses/small-lens.json');

let site: SiteProcess;
beforeAll(async () => {
  site = await startProcess('--lens', LENS, '--answered', 'none', '--fast-forward');
}, 120_000);
afterAll(() => site.end('SIGINT'));

const run = (script: string, ...options: readonly string[]): Promise<Ended> =>
  runScript(
    `sandbox/cli/${script}.ts`,
    ...['--site', site.url, '--workload', 'Small Lens', '--project', 'WA'],
    ...options,
  );

test('a setting that cannot be is refused before the workload is linked', async () => {
  const { code, output, errors } = await run('settings', '--set', 'scope=bogus');
  expect({ code, output }).toEqual({ code: 1, output: '' });
  expect(errors).toMatch(/scope[^]*Nothing was saved\./);
  expect(await states()).toEqual([]);
});

/** The status of that name on the local site. */
const DONE = '10002';

const TITLE = 'Write runbooks';

interface Found {
  readonly issues: readonly { readonly key: string; readonly fields: { readonly summary: string } }[];
}

async function keyOf(title: string): Promise<string> {
  const search = { jql: 'labels = well-architected', fields: ['summary'] };
  const { issues } = await site.post<Found>('/jira/rest/api/3/search/jql', search);
  const key = issues.find(({ fields }) => fields.summary === title)?.key;
  if (key === undefined) throw new Error(`no issue is titled ${title}`);
  return key;
}

async function moveTo(key: string, status: string): Promise<void> {
  const route = `/jira/rest/api/3/issue/${key}/transitions`;
  const { transitions } = await site.get<{ transitions: { id: string; to: { name: string } }[] }>(route);
  const id = transitions.find(({ to }) => to.name === status)?.id;
  // Jira answers nothing that could be read where it has moved the issue.
  await site.post(route, { transition: { id } }).catch(() => undefined);
}

async function selectInAws(): Promise<void> {
  const client = new WellArchitectedClient({
    region: REGION,
    endpoint: `${site.url}/aws`,
    credentials: ADMIN_USER,
  });
  const { WorkloadSummaries = [] } = await client.send(new ListWorkloadsCommand({}));
  const WorkloadId = WorkloadSummaries.find(({ WorkloadName }) => WorkloadName === 'Small Lens')?.WorkloadId;
  const { LensReviewSummaries = [] } = await client.send(new ListLensReviewsCommand({ WorkloadId }));
  const LensAlias = LensReviewSummaries[0]?.LensAlias;
  const ChoiceUpdates = { runbooks_written: { Status: 'SELECTED' } } as const;
  await client.send(
    new UpdateAnswerCommand({ WorkloadId, LensAlias, QuestionId: 'runbooks', ChoiceUpdates }),
  );
}

interface Linked {
  readonly workloads: readonly { readonly state: { readonly code: string } }[];
}

const states = async (): Promise<readonly string[]> => {
  const { workloads } = await site.call<Linked>('workload.linked', { projectKey: 'WA' });
  return workloads.map(({ state }) => state.code);
};

test('a preview links nothing unless it is told to, and what is linked is said', async () => {
  const refused = await run('sync', '--preview');
  expect(refused).toMatchObject({ code: 1, output: '' });
  expect(refused.errors).toContain('Small Lens is not linked to WA. To link it, add --link.');
  expect((await run('sync', '--put-back')).code).toBe(1);
  expect(await states()).toEqual([]);

  const linked = await run('sync', '--preview', '--link');
  expect(linked).toMatchObject({ code: 0 });
  expect(linked.output).toMatch(/^Small Lens is linked to WA from now on/);
  expect((await run('sync', '--preview')).output).toMatch(/^Plan /);
  expect(await states()).toEqual(['active']);
  expect((await run('sync', '--unlink')).output).toMatch(/^Small Lens is not linked to WA any more/);
  expect(await states()).toEqual(['unlinked']);
  expect(await run('sync', '--unlink')).toMatchObject({ code: 1 });
}, 90_000);

test('settings are shown, changed and kept', async () => {
  const shown = await run('settings', '--show');
  expect(shown).toMatchObject({ code: 0, errors: '' });
  expect(shown.output).toMatch(/issueManagementType +"MANUAL" \(of the site\)/);

  const saved = await run('settings', '--automatic', '--quiet', '45', '--resolve-selects', DONE);
  expect(saved).toMatchObject({ code: 0, errors: '' });
  const again = await run('settings', '--manual');
  expect(again.output).toMatch(/issueManagementType +"MANUAL" \(its own\)/);
  expect(again.output).toMatch(/quietSeconds +45 \(its own\)/);
  expect(again.output).toContain('{"implemented":[{"statusId":"' + DONE + '"}],"notApplicable":[]}');
  const unknown = await run('settings', '--resolve-selects', '999');
  expect(unknown).toMatchObject({ code: 1, output: '' });
  expect(unknown.errors).toMatch(/has none of this ID\. It has Done \(/);
  expect(unknown.errors).toContain('Nothing was saved.');
  expect(await run('settings', '--set', 'resolveSelects=')).toMatchObject({ code: 0 });
}, 60_000);

test('a setting is set by its name, left to the site, and judged by the app', async () => {
  expect((await run('settings', '--set', 'scope=all')).output).toMatch(/scope +"all" \(its own\)/);
  expect((await run('settings', '--set', 'scope=')).output).toMatch(/scope +"risks" \(of the site\)/);
  const refused = await run('settings', '--set', 'scope=some', '--set', 'nobodyKnows=it');
  expect(refused.code).toBe(1);
  expect(refused.errors).toMatch(/settings\.scope.*nobodyKnows/su);
}, 60_000);

test('a conflict is told with the option that settles it, and settled', async () => {
  expect(await run('sync')).toMatchObject({ code: 0 });
  const key = await keyOf(TITLE);
  await moveTo(key, 'Done');
  expect((await run('sync')).output).toContain(`${key} ${TITLE}: it is "Done"`);
  await selectInAws();
  await moveTo(key, 'In Progress');

  const told = await run('sync', '--preview');
  expect(told.code).toBe(0);
  expect(told.output).toContain('review and work item both moved, apart');
  expect(told.output).toContain(`--settle ${key}=aws or --settle ${key}=jira`);
  const idle = await run('sync', '--settle', 'WA-999=aws');
  expect(idle).toMatchObject({ code: 1, output: '' });
  expect(idle.errors).toContain('--settle WA-999=aws: there is no conflict of WA-999.');
  const settled = await run('sync', '--settle', `${key}=aws`);
  expect(settled).toMatchObject({ code: 0, errors: expect.any(String) });
  expect(settled.output).toContain(`✓ ${key} ${TITLE}: close`);
  expect(settled.output).toMatch(/^Done: .*closed 1/m);
  expect((await run('sync', '--json')).output).toContain('"conflicts": []');
}, 120_000);

test('--put-back lists what was done and puts it back; with --preview it lists it', async () => {
  const key = await keyOf(TITLE);
  const line = `    ${key} ${TITLE}: from In Progress to Done, 20`;
  const listed = await run('sync', '--put-back', '--preview');
  expect(listed).toMatchObject({ code: 0, errors: '' });
  expect(listed.output).toContain(`Done within 24 hours:\n  1 work item was closed\n${line}`);
  expect(JSON.parse((await run('sync', '--put-back', '--preview', '--json')).output)).toMatchObject({
    kinds: [{ kind: 'issuesClosed', count: 1, changes: [{ key, title: TITLE }], more: 0 }],
  });
  const back = await run('sync', '--put-back');
  expect(back.code).toBe(0);
  expect(back.output).toContain(line);
  expect(back.output).toMatch(/^Done: .*reopened 1/m);
  expect((await run('sync', '--put-back')).output).toMatch(/^Nothing was done within 24 hours/);
}, 120_000);

test.each([
  ['settings', ['--resolve-selects', 'Done'], 'npm run settings -- --help lists'],
  ['sync', ['--settle', 'WA-1'], 'npm run sync -- --help lists'],
])('%s: a wrong line is told the way to the usage, and gets exit code 2', async (script, options, usage) => {
  const { code, errors } = await run(script, ...options);
  expect([code, errors.includes(usage)]).toEqual([2, true]);
});

test('the audit log is told, checked and exported on the command line', async () => {
  const audit = (...options: readonly string[]): Promise<Ended> =>
    runScript('sandbox/cli/audit.ts', '--site', site.url, ...options);
  const told = await audit('--project', 'WA');
  expect(told.output).toMatch(/settings\.changed/);
  expect(told.output).toMatch(/Chain complete: \d+ entries in \d+ chains?\.\n$/);
  const exported = await audit('--export', '-');
  const lines = exported.output.trimEnd().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toHaveProperty('people');
  expect(lines.slice(0, -1).map((line) => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({ action: 'settings.changed', chain: expect.stringMatching(/^workload:/) }),
  );
});

test('links of the site are listed and ended on the command line', async () => {
  const links = (...options: readonly string[]): Promise<Ended> =>
    runScript('sandbox/cli/links.ts', '--site', site.url, ...options);
  const listed = await links();
  expect(listed.output).toMatch(/^Small Lens {2}WA {2}since \S+ {2}arn:aws:wellarchitected:/m);
  const arn = /arn:aws:wellarchitected:\S+/.exec(listed.output)?.[0] ?? '';
  expect((await links('--unlink', arn)).output).toMatch(/^Small Lens is not linked to WA any more/);
  expect((await links()).output).toBe('0 linked workloads.\n');
  const again = await links('--unlink', arn);
  expect([again.code, again.errors]).toEqual([1, expect.stringContaining(`No space links ${arn}`)]);
}, 60_000);

test('where only the link shows that a change cannot be, the link ends again', async () => {
  if ((await states()).includes('active')) await run('sync', '--unlink');
  const { code, output, errors } = await run('settings', '--set', 'doneStatusId=99999');
  expect({ code, output }).toEqual({ code: 1, output: '' });
  expect(errors).toMatch(/99999[^]*Nothing was saved\./);
  expect(await states()).not.toContain('active');
});
