/** Absence is not evidence: what is not found may be hidden, and an answer may be incomplete. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';
import { asPerson } from './open-site';
import { notesOf, showAndRun, writesOf } from './write-back-runs';

const QUESTIONS = ['keys', 'doors', 'runbooks'];
const BULK_FETCH = 'POST /rest/api/3/issue/bulkfetch';

let site: ReviewedSite;
afterEach(() => site.close());

/** Automatic mode, where time passes when it is told to. */
async function synced(mode: 'manual' | 'automatic' = 'manual'): Promise<void> {
  site = await openReviewedSite(mode === 'automatic' ? { fastForward: false } : {});
  if (mode === 'automatic') await site.link(site.workloadArn);
  if (mode === 'automatic') await site.save(AUTO);
  await site.run();
  expect(await blocks()).toBe(3);
}

async function blocks(): Promise<number> {
  const notes = await Promise.all(QUESTIONS.map((id) => notesOf(site, id)));
  return notes.filter((text) => readStatusBlock(text) !== undefined).length;
}

async function hideAll(): Promise<void> {
  for (const { key, fields } of await site.issues())
    if (fields.issuetype.hierarchyLevel >= 0) site.site.jira.admin.hideIssue(key, [PROJECT_ADMIN]);
}

describe('all issues get a security level that the app does not pass', () => {
  test('a sync stops, removes no block, makes nothing, and says why', async () => {
    await synced();
    await hideAll();
    for (const recreate of [false, true]) {
      site.site.clearRequests();
      const outcome = await site.run({ recreate });
      expect([outcome.kind, writesOf(site)]).toEqual(['refused', []]);
      expect(outcome.refusal).toMatch(/11 of the 11 work items of this review are not found/);
    }
    expect([await blocks(), (await site.issues()).length]).toEqual([3, 11]);
  });

  test('automatic mode waits for a person, with words, and removes no block', async () => {
    await synced('automatic');
    await hideAll();
    await site.answerInAws('keys', {
      ChoiceUpdates: { keys_no: { Status: 'UNSELECTED' }, keys_rotated: { Status: 'SELECTED' } },
    });
    for (let hours = 0; hours < 48; hours += 6) await site.pass(6 * 3600_000);
    expect(await blocks()).toBe(3);
    expect(JSON.stringify((await site.linked()).automatic.attention)).toMatch(/are not found/);
  }, 60_000);

  test('shown again, it goes on as if nothing had been', async () => {
    await synced();
    await hideAll();
    await site.run();
    for (const { key, fields } of await site.issues())
      if (fields.issuetype.hierarchyLevel >= 0) site.site.jira.admin.showIssue(key);
    const outcome = await site.run();
    expect([outcome.kind, outcome.unchanged, outcome.conflicts]).toEqual(['applied', 11, []]);
  });
});

test('a bulk read that answers 200 {} is unreadable: no second Epic, and no block goes', async () => {
  await synced();
  const { fingerprint } = await site.run({ mode: 'preview', recreate: true });
  site.site.jira.admin.failNext({ operation: BULK_FETCH, times: 1, status: 200, body: {} });
  const run = await site.sync({ workload: 'Small Lens', recreate: true, fingerprint });
  expect(run.outcome?.created ?? { epics: 0 }).toMatchObject({ epics: 0 });
  expect([await blocks(), (await site.issues()).length]).toEqual([3, 11]);
});

test.each([{ recreate: true }, {}, { removeBlocks: true, confirm: true }])(
  'a bulk read that leaves everything out is incomplete: the run asks again, with %j too',
  async (options) => {
    await synced();
    const { fingerprint } = await site.run({ ...options, mode: 'preview' });
    const body = { issues: [], issueErrors: [] };
    site.site.jira.admin.failNext({ operation: BULK_FETCH, times: 1, status: 200, body });
    const outcome = await site.run({ ...options, fingerprint });
    expect([outcome.kind, outcome.created.epics, outcome.conflicts]).toEqual(['applied', 0, []]);
    expect([await blocks(), (await site.issues()).length]).toEqual([3, 11]);
  },
);

test('a bulk read of one question that leaves a Sub-task out keeps its line in the block', async () => {
  await synced();
  await site.save(AUTO);
  const { key, id } = await site.issue('Audit the use of keys');
  await site.moveCard('Rotate keys', 'In Progress');
  const all = (await site.issues()).filter((issue) => issue.id !== id).map((issue) => issue.id);
  const asked = { issueIdsOrKeys: all, fields: ['*all'], properties: ['well-architected'] };
  const { body } = await asPerson(site.site, 'POST', 'issue/bulkfetch', asked);
  site.site.jira.admin.failNext({ operation: BULK_FETCH, times: 1, status: 200, body });
  await site.rest();
  const notes = await notesOf(site, 'keys');
  expect(notes).toContain(key);
  expect(notes).toContain('In Progress - Rotate keys');
}, 60_000);

describe('many issues that people deleted', () => {
  test('stop one run; confirmed, they are no news any more, and their blocks go', async () => {
    await synced();
    for (const title of ['How do you close doors?', 'How do you keep keys?', 'How do you run the workload?'])
      site.site.jira.admin.deleteIssue((await site.issue(title)).key);
    await site.rest();
    expect((await site.run()).kind).toBe('refused');
    expect((await site.run({ confirm: true })).kind).toBe('applied');
    expect(await blocks()).toBe(0);
    const next = await site.run();
    expect([next.kind, next.refusal, next.conflicts.length]).toEqual(['applied', undefined, 10]);
  });
});

test('blocks leave AWS that the preview showed, and no others', async () => {
  await synced();
  const hide = async (title: string) =>
    site.site.jira.admin.hideIssue((await site.issue(title)).key, [PROJECT_ADMIN]);
  await hide('How do you close doors?');
  const { fingerprint } = await site.run({ mode: 'preview', removeBlocks: true });
  await hide('How do you run the workload?');
  const outcome = await site.run({ removeBlocks: true, fingerprint });
  expect([outcome.kind, await blocks()]).toEqual(['changed-since', 3]);
});

describe('one Task', () => {
  const TITLE = 'How do you close doors?';

  test('hidden from the app: its block stays, also in automatic mode', async () => {
    await synced('automatic');
    site.site.jira.admin.hideIssue((await site.issue(TITLE)).key, [PROJECT_ADMIN]);
    const { conflicts } = await site.run();
    expect(conflicts.map(({ code }) => code)).toEqual([
      'deleted-in-jira',
      'deleted-in-jira',
      'deleted-in-jira',
    ]);
    for (let hours = 0; hours < 48; hours += 6) await site.pass(6 * 3600_000);
    expect(await blocks()).toBe(3);
  }, 60_000);

  test('deleted, as Jira told: its block goes with the next sync, as the preview says', async () => {
    await synced();
    site.site.jira.admin.deleteIssue((await site.issue(TITLE)).key);
    await site.rest();
    const { shown } = await showAndRun(site);
    expect(shown).toMatchObject([{ kind: 'notes', what: 'remove', title: TITLE }]);
    expect(await blocks()).toBe(2);
  });

  test('not found, and a person wants its block gone: it goes', async () => {
    await synced();
    site.site.jira.admin.hideIssue((await site.issue(TITLE)).key, [PROJECT_ADMIN]);
    expect((await showAndRun(site)).shown).toEqual([]);
    const { shown } = await showAndRun(site, { removeBlocks: true });
    expect(shown).toMatchObject([{ kind: 'notes', what: 'remove', title: TITLE }]);
    expect(await blocks()).toBe(2);
  });
});
