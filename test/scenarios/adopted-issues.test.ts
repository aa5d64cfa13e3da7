/** Issues of an earlier installation: nothing is made before a person chose what becomes of them. */
import { afterEach, expect, test } from '@jest/globals';
import { AUTOMATION, JIRA_ADMIN, MEMBER, UNKNOWN } from '../../sandbox/jira/seed/users';
import { FRAMEWORK, FRAMEWORK_WORKLOAD, openScenario, outcomeOf, type Scenario } from './open-site';
import { forgetLinks } from './stored';

const MADE = { epics: 1, tasks: 57, subtasks: 307 };
const NONE = { epics: 0, tasks: 0, subtasks: 0 };

let site: Scenario;
afterEach(() => site.close());

/** The app was installed anew: its account is another, and its storage is empty. */
async function reinstalled(creator: string | undefined): Promise<void> {
  site = await openScenario({ lensFiles: [FRAMEWORK] });
  expect(outcomeOf(await site.sync({ scope: 'all' })).created).toEqual(MADE);
  for (const { id } of await site.issues()) site.site.jira.admin.setCreator(id, creator);
  forgetLinks(site.site);
}

async function run(options: object = {}) {
  return outcomeOf(await site.sync({ workload: FRAMEWORK_WORKLOAD, scope: 'all', ...options }));
}

test.each([
  ['another app account', AUTOMATION, /Automation for Jira/],
  ['nobody that Jira knows any more', undefined, /does not know any more/],
  ['an account that an import left without a name', UNKNOWN, /does not know any more/],
])(
  'made by %s: a run makes nothing and lists them, with who made them',
  async (_, creator, words) => {
    await reinstalled(creator);
    for (const mode of ['preview', 'sync'] as const) {
      site.site.clearRequests();
      const outcome = await run({ mode });
      expect([outcome.kind, outcome.created, site.writes()]).toEqual(['blocked', NONE, []]);
      expect(outcome.refusal).toMatch(/365 work items in the space belong to its review/);
      expect(outcome.notices).toHaveLength(365);
      expect(outcome.notices[0]?.reason).toMatch(words);
    }
  },
  60_000,
);

test('adopted: 365 issues, none made, and the choice is in the audit log', async () => {
  await reinstalled(AUTOMATION);
  const { fingerprint, planned } = await run({ mode: 'preview', adoption: 'adopt' });
  expect(planned.create).toEqual(NONE);
  site.site.clearRequests();
  const outcome = await run({ adoption: 'adopt', fingerprint });
  expect([outcome.kind, outcome.created, outcome.conflicts]).toEqual(['applied', NONE, []]);
  expect(outcome.notices.filter(({ code }) => code === 'is-adopted')).toHaveLength(365);
  expect(outcome.notices[0]).toMatchObject({
    code: 'adopts',
    reason: expect.stringMatching(/^365 work items/),
  });

  const again = await run();
  expect([again.kind, again.created, again.unchanged]).toEqual(['applied', NONE, 365]);
  expect(again.notices).toEqual([]);
  const { entries } = await site.call('audit.list', {}, JIRA_ADMIN);
  expect(entries.flatMap(({ lines }) => lines)).toContain(
    'Work items of an earlier installation are adopted',
  );
}, 60_000);

test('new ones made: the others stay as they are, and the question does not come back', async () => {
  await reinstalled(AUTOMATION);
  const { fingerprint } = await run({ mode: 'preview', adoption: 'make-new' });
  const outcome = await run({ adoption: 'make-new', fingerprint });
  expect(outcome.created).toEqual(MADE);
  const again = await run();
  expect([again.kind, again.created]).toEqual(['applied', NONE]);
  expect(again.notices.map(({ code }) => code)).toContain('more-say-they-belong');
}, 60_000);

test('what the adopted account makes later is told: adopting trusts no account', async () => {
  await reinstalled(AUTOMATION);
  await run({ adoption: 'adopt' });
  const [issue] = await site.issues();
  const { key } = site.site.jira.admin.cloneIssue(issue?.key ?? '', AUTOMATION);
  const { notices, created } = await run();
  expect(created).toEqual(NONE);
  expect(notices.map((notice) => [notice.key, notice.code])).toEqual([[key, 'says-it-belongs']]);
}, 60_000);

test('a preview of adopting is not the plan that makes new ones', async () => {
  await reinstalled(AUTOMATION);
  const { fingerprint } = await run({ mode: 'preview', adoption: 'adopt' });
  expect((await run({ adoption: 'make-new', fingerprint })).kind).toBe('changed-since');
  site.site.jira.admin.deleteIssue((await site.issues())[300]?.id ?? '');
  expect((await run({ adoption: 'adopt', fingerprint })).kind).toBe('changed-since');
}, 60_000);

test('what a person made raises no question', async () => {
  await reinstalled(MEMBER);
  expect((await run()).created).toEqual(MADE);
}, 60_000);

test('the app itself made them, and only its storage was lost: they are its own, without a question', async () => {
  site = await openScenario({ lensFiles: [FRAMEWORK] });
  await run();
  forgetLinks(site.site);
  const outcome = await run();
  expect([outcome.kind, outcome.created, outcome.unchanged]).toEqual(['applied', NONE, 365]);
}, 60_000);
