/** A lens upgrade that calls a question and its best practices otherwise, titles unchanged, on the local site. */
import { afterEach, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';
import { notesOf, showAndRun } from './write-back-runs';

let site: ReviewedSite;
afterEach(() => site.close());

const TITLE = 'How do you keep keys?';
const NONE = { epics: 0, tasks: 0, subtasks: 0 };

/** `keys` is `secrets` from now on, and each `keys_…` below it `secrets_…`; somebody answers it anew. */
async function upgraded(): Promise<void> {
  site = await openReviewedSite({ fastForward: false });
  await site.link(site.workloadArn);
  await site.run();
  await site.moveCard('Rotate keys', 'In Progress');
  // The card was quiet for its time.
  await site.pass(31_000);
  site.site.aws.admin.upgradeLens(
    site.lensAlias,
    (lens) => JSON.parse(JSON.stringify(lens).replace(/"keys(?=["_])/g, '"secrets')) as typeof lens,
  );
  await site.answerInAws('secrets', { SelectedChoices: ['secrets_no'] });
}

async function ids(): Promise<ReadonlySet<unknown>> {
  const all = await site.issues();
  return new Set(
    all.map(({ properties }) => (properties['well-architected'] as { question?: string }).question),
  );
}

test('in automatic mode nothing is made and nothing adopted, until a person decided; the rest goes on', async () => {
  await upgraded();
  const before = (await site.issues()).map(({ key }) => key);
  await site.save(AUTO);
  await site.answerInAws('doors', { ChoiceUpdates: { doors_watched: { Status: 'SELECTED' } } });
  for (let hours = 0; hours < 36; hours += 6) await site.pass(6 * 3600_000);
  expect((await site.issues()).map(({ key }) => key)).toEqual(before);
  expect([...(await ids())].includes('secrets')).toBe(false);
  expect(await site.statusOf('Watch doors')).toBe('Done');

  // The page tells that something waits, and why; once it is decided that is gone.
  const waiting = (await site.linked()).automatic.attention;
  expect(waiting?.why).toBe('undecided');
  expect(waiting?.message).toMatch(/^A new version of a lens calls 4 questions and best/);
  expect((await showAndRun(site)).outcome.proposals).toHaveLength(4);
  expect((await site.linked()).automatic.attention).toBeUndefined();
}, 60_000);

test('the preview proposes them as one: the card goes on with its status, and the block with the new question', async () => {
  await upgraded();
  const { key } = await site.issue(TITLE);
  const { outcome } = await showAndRun(site);
  expect([outcome.created, outcome.failed, outcome.conflicts]).toEqual([NONE, [], []]);
  expect(outcome.proposals).toHaveLength(4);
  expect(outcome.proposals[0]?.reason).toMatch(
    /calls it secrets now, and called it keys.*goes on as secrets/,
  );
  expect((await site.issue(TITLE)).key).toBe(key);
  expect(await site.statusOf('Rotate keys')).toBe('In Progress');
  expect([...(await ids())].sort()).toEqual(['doors', 'runbooks', 'secrets', undefined]);
  const notes = await notesOf(site, 'secrets');
  expect(readStatusBlock(notes)).toBeDefined();
  expect(notes).toContain(': In Progress - Rotate keys');
  expect((await showAndRun(site)).shown).toEqual([]);
}, 60_000);

test('a pair that a person leaves out: the new question gets cards of its own', async () => {
  await upgraded();
  const { key: issueKey } = await site.issue(TITLE);
  const proposals = [{ kind: 'renamed', issueKey, take: false } as const];
  const { outcome } = await showAndRun(site, { proposals });
  expect(outcome.created).toEqual({ epics: 0, tasks: 1, subtasks: 3 });
  expect(outcome.outOfScope.map(({ code }) => code)).toContain('question-withdrawn');
  expect((await showAndRun(site)).shown).toEqual([]);
}, 60_000);
