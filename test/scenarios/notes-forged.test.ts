/** A block with a valid checksum that the app did not write, and lines of a damaged one: what the panel says of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { APP_ACCOUNT_ID, JIRA_ADMIN, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import { statusBlock } from '../builders/status-blocks';
import { asPerson } from './open-site';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { storedIn } from './stored';
import { apart, notesOf, showAndRun } from './write-back-runs';

let site: ReviewedSite;
let task: string;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  task = (await site.issue('How do you keep keys?')).key;
}, 120_000);
afterAll(() => site.close());

async function notesShown(issueKey = task, accountId = VIEWER) {
  const shown = await site.call('issue.panel', { projectKey: 'WA', issueKey }, accountId);
  if (shown.kind !== 'ours' || shown.notes === undefined) throw new Error(`${issueKey} shows no notes`);
  return shown.notes;
}

/** As anybody who may write notes can make it of the block that stands there. */
async function forgedBlock(): Promise<string> {
  const { block } = apart(await notesOf(site, 'keys'));
  const installation = /v2 ([0-9a-f]{8})/.exec(block)?.[1] ?? '';
  const lines = [`[x] Task ${task}: Done`, '3 of 3 Sub-tasks done, last status change 2026-01-05'];
  return statusBlock({ version: 2, installation, lines });
}

describe('a block with a valid checksum', () => {
  beforeEach(async () => {
    await site.run();
    expect((await notesShown()).block?.origin).toBe('confirmed');
  });

  test('that the app did not write is not called its own, and the next sync writes the block anew', async () => {
    const before = await notesOf(site, 'keys');
    const { block } = apart(before);
    await site.answerInAws('keys', { Notes: before.replace(block, await forgedBlock()) });
    const { block: shown } = await notesShown();
    expect(shown?.origin).toBe('differs');
    expect(shown?.text).toContain(`[x] Task ${task}: Done`);
    const run = await showAndRun(site);
    expect(run.shown).toMatchObject([{ kind: 'notes', what: 'change' }]);
    expect(await notesOf(site, 'keys')).toBe(before);
    expect((await notesShown()).block?.origin).toBe('confirmed');
  });

  test('is not confirmed where the app remembers nothing; the next sync writes a forged one anew', async () => {
    const before = await notesOf(site, 'keys');
    await site.answerInAws('keys', { Notes: await forgedBlock() });
    const stored = storedIn(site.site);
    stored.put(stored.keyOf('notes:'), undefined);
    expect((await notesShown()).block?.origin).toBe('not-confirmed');
    await site.run();
    expect(apart(await notesOf(site, 'keys')).block).toBe(apart(before).block);
    expect((await notesShown()).block?.origin).toBe('confirmed');
  });

  test('that is the app’s is confirmed by the next sync where the memory was lost, and is not written again', async () => {
    const stored = storedIn(site.site);
    stored.put(stored.keyOf('notes:'), undefined);
    expect((await notesShown()).block?.origin).toBe('not-confirmed');
    const { outcome } = await showAndRun(site);
    expect(outcome.notesWritten).toBe(0);
    expect((await notesShown()).block?.origin).toBe('confirmed');
  });
});

describe('lines about an issue that is hidden from whoever looks', () => {
  const WITHOUT_MARKERS = (block: string) => block.split('\n').slice(1, -1).join('\n');
  let hidden: string;
  let seen: string;
  let whole: string;

  beforeAll(async () => {
    await site.run();
    whole = apart(await notesOf(site, 'keys')).block;
    hidden = (await site.issue('Audit the use of keys')).key;
    seen = (await site.issue('Rotate keys')).key;
    // A level that the app's own account has hides it from the caller alone.
    const made = await asPerson(site.site, 'POST', 'issue', {
      fields: { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary: 'Of the incident team' },
    });
    const { key: parent } = made.body as { key: string };
    const moved = { fields: { parent: { key: parent } } };
    expect((await asPerson(site.site, 'PUT', `issue/${hidden}`, moved)).status).toBe(204);
    site.site.jira.admin.hideIssue(parent, [JIRA_ADMIN, PROJECT_ADMIN, APP_ACCOUNT_ID]);
  });

  test.each<[where: string, notes: (block: string) => string]>([
    ['in an intact block', (block) => block],
    ['where the closing line lost its end', (block) => block.slice(0, -6)],
    ['where the opening line is gone', (block) => block.slice(block.indexOf('\n') + 1)],
    ['where both lines are gone', WITHOUT_MARKERS],
    ['where both lines lost their signs', (block) => block.replaceAll('===', '')],
    ['where its lines are a list of somebody’s', (block) => WITHOUT_MARKERS(block).replaceAll(/^/gm, '- ')],
    ['where its lines became one', (block) => WITHOUT_MARKERS(block).replaceAll('\n', ' ')],
  ])('are hidden on the panel %s', async (_where, damaged) => {
    await site.answerInAws('keys', { Notes: `Ask the team.\n${damaged(whole)}` });
    const forViewer = JSON.stringify(await notesShown(seen));
    expect(forViewer).toContain('A work item that you may not see');
    expect(forViewer).not.toContain(hidden);
    expect(forViewer).not.toContain('Audit the use of keys');
    expect(JSON.stringify(await notesShown(seen, JIRA_ADMIN))).toContain(`${hidden}: To Do - Audit`);
  });

  test('are in nothing that the questions of the review tell', async () => {
    await site.answerInAws('keys', { Notes: WITHOUT_MARKERS(whole) });
    const { lenses } = await site.call(
      'workload.review',
      { projectKey: 'WA', workloadArn: site.workloadArn },
      VIEWER,
    );
    const asked = { projectKey: 'WA', workloadArn: site.workloadArn, lensAlias: lenses[0]?.alias };
    const { questions } = await site.call('workload.questions', asked, VIEWER);
    expect(questions.map(({ id }) => id)).toContain('keys');
    expect(JSON.stringify(questions)).not.toContain(hidden);
  });
});
