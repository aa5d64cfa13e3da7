/**
 * The invocation is ended after outside calls of a run that writes notes and choices; the queue
 * delivers it again. In the end every question has one block, and every choice is as the board says.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { countBlocks } from '../builders/status-blocks';
import { statusIdOf } from './choices-resolutions';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { choicesOf, notesOf } from './write-back-runs';

const QUESTIONS = ['keys', 'doors', 'runbooks'] as const;
const CARDS = ['Rotate keys', 'Watch doors', 'Try runbooks'];
const CHOICES = { keys: 'keys_rotated', doors: 'doors_watched', runbooks: 'runbooks_tried' };
/** `test/unit/sync/crashes` dies at each call, in memory. */
const EVERY = 3;
const HUMAN = 'Ask the review owner.\r\n';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  const implemented = [{ statusId: await statusIdOf(site, 'Done') }];
  await site.save({ resolveSelects: { implemented, notApplicable: [] } });
  for (const question of QUESTIONS) await site.answerInAws(question, { Notes: HUMAN });
}, 120_000);
afterAll(() => site.close());

/** Notes without a block, or with an old one, by turns; cards moved, so that every question has to change. */
async function disturb(turn: number): Promise<boolean> {
  const isDone = turn % 2 === 1;
  for (const card of CARDS) await site.moveCard(card, isDone ? 'Done' : 'To Do');
  if (turn % 3 === 0) for (const question of QUESTIONS) await site.answerInAws(question, { Notes: HUMAN });
  return isDone;
}

test('killed after every third call from before the first write: one block in each question, and the run ends', async () => {
  await site.run();
  site.site.host.resetCalls();
  await site.run();
  // A run with nothing to write ends where another begins to.
  let call = Math.floor(site.site.host.calls().count / 2);
  const first = call;
  for (let killed = true, turn = 1; killed; call += EVERY, turn++) {
    const isDone = await disturb(turn);
    site.site.host.killAt({ call, when: 'after', redeliver: true });
    const { runId } = await site.call('sync.start', {
      projectKey: 'WA',
      workloadArn: site.workloadArn,
      mode: 'sync',
    });
    await site.rest();
    ({ killed } = site.site.host.calls());
    site.site.host.resetCalls();
    const run = await site.call('sync.run', { projectKey: 'WA', runId });
    expect({ call, state: run.state, failed: run.outcome?.failed }).toEqual({
      call,
      state: 'done',
      failed: [],
    });
    for (const question of QUESTIONS) await expectTold(question, isDone);
  }
  const run = await site.run();
  expect([run.conflicts, run.failed, run.planned.notes]).toEqual([[], [], 0]);
  process.stdout.write(`killed after calls ${first} to ${call - 2 * EVERY}\n`);
}, 400_000);

async function expectTold(question: keyof typeof CHOICES, isDone: boolean): Promise<void> {
  const notes = await notesOf(site, question);
  expect(readStatusBlock(notes)).toMatchObject({ done: isDone ? 1 : 0 });
  expect(notes.startsWith(HUMAN)).toBe(true);
  expect(countBlocks(notes)).toBe(1);
  const { selected } = choicesOf(await site.answerOf(question));
  expect(selected.includes(CHOICES[question])).toBe(isDone);
}
