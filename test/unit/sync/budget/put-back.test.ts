/** What a day's runs changed is put back by one run, where it is still as they left it. */
import { expect, test } from '@jest/globals';
import { createRecentChangesStore } from '../../../../src/sync/budget/recent-changes-store';
import { Pause } from '../../../../src/sync/pause';
import { practice, question, smallReview, withPractices, WORKLOAD_ARN } from '../../../builders/review';
import { Killed, killAt, type Site, type Tap } from '../../../builders/site';
import { down, find, synced } from '../synced-site';

const IDS = Array.from({ length: 30 }, (_, nth) => `p${nth}`);
const REVIEW = smallReview(
  question(
    'q1',
    'HIGH',
    IDS.map((id) => practice(id)),
  ),
);
const AUTOMATIC = { automatic: true } as const;
const PUT_BACK = { putBack: true } as const;

/** An automatic run has closed eight of thirty. */
async function closed(): Promise<Site> {
  const site = await synced(REVIEW);
  const selected = Object.fromEntries(IDS.slice(0, 8).map((id) => [id, 'selected' as const]));
  site.review = withPractices(REVIEW, selected);
  expect(await site.sync(AUTOMATIC)).toMatchObject({ tally: { closed: 8 } });
  return site;
}

function open(site: Site): readonly string[] {
  return IDS.slice(0, 8).filter((id) => find(site, 'q1', id).status.category !== 'done');
}

test('issues are open again, and wait until a person confirms that they close', async () => {
  const site = await closed();
  expect(await site.sync(PUT_BACK)).toMatchObject({ kind: 'applied', tally: { reopened: 8 }, failed: [] });
  expect(open(site)).toHaveLength(8);
  expect(await site.sync(PUT_BACK)).toMatchObject({ tally: { reopened: 0 }, notices: [] });
  site.time += 48 * 3600 * 1000;
  expect(await site.sync(AUTOMATIC)).toMatchObject({
    kind: 'refused',
    why: [{ code: 'kind-waits', params: { kind: 'issuesClosed', changes: 8 } }],
  });
  expect(open(site)).toHaveLength(8);
  expect(await site.sync({ confirm: true })).toMatchObject({ kind: 'applied', tally: { closed: 8 } });
});

test('what a person changed since stays as it is, and is told', async () => {
  const site = await closed();
  site.board.setStatus(find(site, 'q1', 'p3').id, 'indeterminate');
  const end = await site.sync(PUT_BACK);
  expect(end).toMatchObject({ tally: { reopened: 7 } });
  expect(end.notices).toMatchObject([{ key: find(site, 'q1', 'p3').key, code: 'changed-since-done' }]);
  expect(find(site, 'q1', 'p3').status.category).toBe('indeterminate');
});

test('an invocation whose requests to AWS are used up pauses, and the next one puts back', async () => {
  const site = await closed();
  site.requestsLeft = 49;
  const run = site.newRun(PUT_BACK);
  await expect(site.invoke(run)).rejects.toMatchObject({ reason: { code: 'requests-used' } });
  expect(open(site)).toHaveLength(0);
  site.requestsLeft = 50;
  expect(await site.run(run)).toMatchObject({ tally: { reopened: 8 } });
});

test('an invocation that dies at any call is gone on with, and nothing is undone twice', async () => {
  for (let k = 1; ; k++) {
    const site = await closed();
    const run = site.newRun(PUT_BACK);
    const died = await site.diesIn(run, killAt(k, 'after'));
    if (died) expect((await site.run(run)).notices).toEqual([]);
    expect(open(site)).toHaveLength(8);
    const { stopped } = await createRecentChangesStore(site.kvs).load(WORKLOAD_ARN);
    expect(stopped.map(({ kind }) => kind)).toEqual(['issuesClosed']);
    expect((await site.sync(AUTOMATIC)).kind).toBe('refused');
    if (!died) break;
  }
});

test('what a person does after an invocation died stays, however often it is put back', async () => {
  const site = await closed();
  const run = site.newRun(PUT_BACK);
  let moves = 0;
  const dies: Tap = (when, call) => {
    if (when === 'after' && call === 'jira.move' && (moves += 1) === 4) throw new Killed(call);
  };
  await expect(site.invoke(run, dies)).rejects.toThrow(Killed);
  await site.run(run);
  for (const id of IDS.slice(0, 8)) site.board.setStatus(find(site, 'q1', id).id, 'done');
  expect(await site.sync(PUT_BACK)).toMatchObject({ tally: { reopened: 0 }, notices: [] });
  expect(open(site)).toEqual([]);
});

test('every kind that waits is told by the invocation that ends it, and by one that an error ends', async () => {
  const site = await closed();
  const run = site.newRun(PUT_BACK);
  const waits = (changes: number) => [{ code: 'kind-waits', params: { kind: 'issuesClosed', changes } }];
  site.holds = () => {
    if (open(site).length > 0) throw new Pause(down().reason, 0);
    return true;
  };
  await expect(site.invoke(run)).rejects.toThrow(Pause);
  expect(open(site).length).toBeLessThan(8);
  expect(site.left).toMatchObject({ why: waits(8), isIncomplete: true });
  site.holds = () => true;
  expect(await site.run(run)).toMatchObject({ why: waits(0), tally: { reopened: 8 } });
  expect(await site.sync(PUT_BACK)).toMatchObject({ why: waits(0), tally: { reopened: 0 } });
});
