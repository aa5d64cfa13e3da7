/** Issues in a workflow of several steps to done: walked, by a way that is kept, and told where they get stuck. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { TransitionSpec } from '../../sandbox/jira/admin/workflow-spec';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;
afterEach(() => site.close());

const STATUSES = [
  { name: 'Open', category: 'new' },
  { name: 'Doing', category: 'indeterminate' },
  { name: 'Review', category: 'indeterminate' },
  { name: 'Closed', category: 'done' },
] as const;
const START = { name: 'Start', from: ['Open'], to: 'Doing' } as const;
const STOP = { name: 'Stop', from: ['Doing', 'Review'], to: 'Open' } as const;
const HAND_OVER = { name: 'Hand over', from: ['Doing'], to: 'Review' } as const;
const CLOSE = { name: 'Close', from: ['Review'], to: 'Closed' } as const;
const REOPEN = { name: 'Reopen', from: ['Closed'], to: 'Open' } as const;
const WHOLE: readonly TransitionSpec[] = [STOP, START, HAND_OVER, CLOSE, REOPEN];
/** Only some people may close, and the app is none of them. */
const NOT_FOR_US: readonly TransitionSpec[] = [STOP, START, HAND_OVER, { ...CLOSE, onlyFor: [] }, REOPEN];

const DONE = ['keys_rotated', 'keys_scoped', 'keys_audited'];

async function open(transitions: readonly TransitionSpec[]): Promise<void> {
  site = await openReviewedSite();
  workflow(transitions);
  await site.run();
}

function workflow(transitions: readonly TransitionSpec[]): void {
  site.site.jira.admin.setWorkflow('WA', { statuses: STATUSES, transitions });
}

const finished = () => site.answerInAws('keys', { SelectedChoices: DONE });

const ofWays = async () =>
  (await site.call('project.preflight', { projectKey: 'WA' })).checks
    .filter(({ what }) => what === 'way-to-done')
    .map(({ result, reason }) => `${result}: ${reason}`);

/** Below the Task of the question, in the order of their keys. */
async function standing(): Promise<readonly string[]> {
  const task = await site.issue('How do you keep keys?');
  const below = (await site.issues()).filter(({ fields }) => fields.parent?.id === task.id);
  return [task, ...below].map(({ fields }) => fields.status.name);
}

const POST = 'POST /rest/api/3/issue/{issueIdOrKey}/transitions';

describe('a run of a person', () => {
  test('the first issue is walked alone, the others by its way, which the check and later previews show', async () => {
    await open(WHOLE);
    expect((await ofWays()).filter((words) => words.includes('not tried yet'))).toHaveLength(3);
    await finished();
    site.site.clearRequests();
    const outcome = await site.run();
    expect([outcome.closed, outcome.failed]).toEqual([4, []]);
    expect(await standing()).toEqual(['Closed', 'Closed', 'Closed', 'Closed']);

    const moves = site.site
      .requests()
      .filter(({ operation }) => /^(GET|POST) .*\{issueIdOrKey\}/.test(operation));
    const step = [
      'GET /rest/api/3/issue/{issueIdOrKey}',
      'GET /rest/api/3/issue/{issueIdOrKey}/transitions',
      POST,
    ];
    expect(moves.slice(0, 9).map(({ operation }) => operation)).toEqual([...step, ...step, ...step]);
    expect(moves.filter(({ operation }) => operation === POST)).toHaveLength(12);

    const ways = await ofWays();
    expect(ways[0]).toMatch(/^ok: .*not tried yet .*"Epic"/);
    for (const words of ways.slice(1))
      expect(words).toMatch(/^ok: .*statuses Open, Doing, Review, Closed\.$/);
    await site.answerInAws('doors', { SelectedChoices: ['doors_shut', 'doors_watched'] });
    const { notices } = await site.run({ mode: 'preview' });
    const told = notices.map(({ reason }) => reason);
    expect(told).toContainEqual(
      expect.stringMatching(
        /^2 work items of the type "Subtask" will be closed .* Open, Doing, Review, Closed\.$/,
      ),
    );

    await site.answerInAws('keys', { SelectedChoices: ['keys_no'] });
    const back = await site.run();
    expect([back.reopened, back.failed]).toEqual([4, []]);
  }, 120_000);

  test('one that gets stuck is named with its status; the others stay, and follow once it can go on', async () => {
    await open(NOT_FOR_US);
    await finished();
    const outcome = await site.run();
    expect(outcome.closed).toBe(0);
    expect(outcome.failed.map(({ code }) => code)).toEqual([
      'stuck-on-the-way',
      'way-not-tried',
      'way-not-tried',
      'open-subtasks',
    ]);
    expect(outcome.failed[0]?.reason).toMatch(
      /now stands in "Review".*leads from "Review" to Closed .* a condition/,
    );
    expect(await standing()).toEqual(['Open', 'Review', 'Open', 'Open']);
    expect((await ofWays())[2]).toMatch(/^warning: .*"Subtask" got stuck .* Open, Doing, Review: /);
    // Whatever is run, no other one is led there.
    site.site.clearRequests();
    await site.run();
    expect(await standing()).toEqual(['Open', 'Review', 'Open', 'Open']);
    expect(site.writes()).toEqual([]);
    workflow(WHOLE);
    const mended = await site.run();
    expect([mended.closed, mended.failed]).toEqual([4, []]);
  }, 120_000);

  test('an invocation that is killed on the way: the next one goes on from where the issue stands', async () => {
    const onTheWay: string[] = [];
    for (const [nth, when] of [
      [2, 'after'],
      [5, 'before'],
      [8, 'after'],
    ] as const) {
      await open(WHOLE);
      await finished();
      const before = site.site.requests().length;
      await site.run({ mode: 'preview' });
      const reads = site.site
        .requests()
        .slice(before)
        .filter(({ service, via }) => service === 'jira' && via === 'app').length;
      site.site.host.killAt({ call: reads + nth, when, of: 'jira', redeliver: false });
      await site.run().catch(() => undefined);
      expect(site.site.host.calls().killed).toBe(true);
      site.site.host.resetCalls();
      onTheWay.push(...(await standing()).filter((status) => status === 'Doing' || status === 'Review'));
      const outcome = await site.run();
      expect(outcome.failed).toEqual([]);
      expect(await standing()).toEqual(['Closed', 'Closed', 'Closed', 'Closed']);
      await site.close();
    }
    expect(onTheWay.length).toBeGreaterThan(0);
    await open(WHOLE);
  }, 180_000);
});

test('automatic mode walks as a person’s run does, and leads nobody after one that is stuck', async () => {
  await open(NOT_FOR_US);
  await site.save(AUTO);
  await site.deployEvents();
  await site.rest();
  await finished();
  await site.rest();
  expect((await standing()).filter((status) => status === 'Review')).toHaveLength(1);
  workflow(WHOLE);
  await site.run();
  expect(await standing()).toEqual(['Closed', 'Closed', 'Closed', 'Closed']);
  await site.answerInAws('keys', { SelectedChoices: ['keys_no'] });
  await site.rest();
  expect(await standing()).toEqual(['Open', 'Open', 'Open', 'Open']);
  await finished();
  await site.rest();
  expect(await standing()).toEqual(['Closed', 'Closed', 'Closed', 'Closed']);
}, 120_000);
