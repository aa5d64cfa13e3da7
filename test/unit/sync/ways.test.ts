/** Workflows of several steps in a run: the first issue alone, the others by the way that worked, or not at all. */
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { inWords } from '../../../src/in-words';
import { createWayStore } from '../../../src/jira/way-store';
import { STATUSES, type StoredIssue } from '../../builders/board';
import { withPractices } from '../../builders/review';
import { Killed, type Site } from '../../builders/site';
import { PROJECT_ID } from '../../builders/world';
import { find, synced, WIDE } from './synced-site';

const { new: TO_DO, indeterminate: DOING, done: DONE } = STATUSES;
const REVIEW = { id: '5', name: 'Review', category: 'indeterminate' } as const;
type Status = StoredIssue['status'];

/** Where each status leads, by id. */
const leads = (where: Readonly<Record<string, readonly Status[]>>) => (from: Status) => where[from.id] ?? [];
const THREE_STEPS = leads({ '1': [DOING], '2': [TO_DO, REVIEW], '5': [DONE], '3': [DOING] });
const DEAD_END = leads({ '1': [DOING], '2': [REVIEW] });

const FEW = Object.fromEntries(Array.from({ length: 9 }, (_, nth) => [`p${nth}`, 'selected' as const]));
const FINISHED = withPractices(WIDE, FEW);

async function wide(where: Site['jira']['leads']): Promise<Site> {
  const site = await synced(WIDE);
  site.review = FINISHED;
  site.jira.leads = where;
  return site;
}

/** How many moves were under way at each of them. */
function watched(site: Site): readonly number[] {
  const beside: number[] = [];
  let active = 0;
  const move = site.jira.move.bind(site.jira);
  site.jira.move = async (...given) => {
    beside.push((active += 1));
    await setImmediate();
    return move(...given).finally(() => (active -= 1));
  };
  return beside;
}

const standing = (site: Site) => {
  const names = site.board
    .all()
    .filter(({ level }) => level === 'subtask')
    .map(({ status }) => status.name);
  return Object.fromEntries(
    [...new Set(names)].map((name) => [name, names.filter((each) => each === name).length]),
  );
};
const codes = (remarks: readonly { readonly code: string }[]) =>
  Object.fromEntries(
    [...new Set(remarks.map(({ code }) => code))].map((code) => [
      code,
      remarks.filter((each) => each.code === code).length,
    ]),
  );

describe.each([false, true])('automatic: %s', (automatic) => {
  test('the first issue is moved alone, the others beside one another by the way that worked', async () => {
    const site = await wide(THREE_STEPS);
    const beside = watched(site);
    expect(await site.sync({ automatic })).toMatchObject({ tally: { closed: 9 }, failed: [] });
    expect(beside.slice(0, 2)).toEqual([1, 1]);
    expect(Math.max(...beside)).toBe(4);
    expect(await createWayStore(site.kvs).load(PROJECT_ID)).toMatchObject([
      {
        issueTypeId: 'subtask',
        level: 'subtask',
        to: 'done',
        steps: [TO_DO, DOING, REVIEW, DONE].map(({ id, name }) => ({ id, name })),
      },
    ]);
  });

  test('one that gets stuck is named with its status, and no other is led there, in this run or the next', async () => {
    const site = await wide(DEAD_END);
    const first = await site.sync({ automatic });
    expect(codes(first.failed)).toEqual({ 'stuck-on-the-way': 1, 'way-not-tried': 8 });
    expect(first.failed[0]).toMatchObject({ title: 'Practice p0', params: { status: 'Review' } });
    expect(inWords(first.failed[0]!)).toContain('now stands in "Review"');
    expect(standing(site)).toEqual({ 'To do': 27, Review: 1 });
    const second = await site.sync({ automatic });
    expect(codes(second.failed)).toEqual({ 'write-refused': 2, 'way-not-tried': 7 });
    expect(standing(site)).toEqual({ 'To do': 27, Review: 1 });
  });
});

test('once the workflow is mended, the one that was stuck goes first, and the others follow', async () => {
  const site = await wide(DEAD_END);
  await site.sync();
  site.jira.leads = THREE_STEPS;
  const beside = watched(site);
  expect(await site.sync()).toMatchObject({ tally: { closed: 9 }, failed: [] });
  expect(beside.slice(0, 2)).toEqual([1, 1]);
  expect(site.jira.writes.filter((words) => words.startsWith('move'))[1]).toBe(
    `move ${find(site, 'q1', 'p0').id} done`,
  );
});

test('once a person has helped the stuck one on, another one is tried', async () => {
  const site = await wide(DEAD_END);
  await site.sync();
  site.board.moveCard(find(site, 'q1', 'p0').id, DONE);
  const { failed } = await site.sync();
  expect(codes(failed)).toEqual({ 'stuck-on-the-way': 1, 'way-not-tried': 7 });
});

test('another branch is tried where one led nowhere', async () => {
  const site = await wide(leads({ '1': [REVIEW, DOING], '2': [DONE] }));
  expect(codes((await site.sync()).failed)).toEqual({ 'stuck-on-the-way': 1, 'way-not-tried': 8 });
  expect(await site.sync()).toMatchObject({ tally: { closed: 8 } });
  expect(standing(site)).toEqual({ 'To do': 19, Review: 1, Done: 8 });
});

test('a way that worked and leads nowhere any more is given up after the second issue', async () => {
  const site = await wide(THREE_STEPS);
  await site.sync();
  site.review = withPractices(
    WIDE,
    Object.fromEntries(Array.from({ length: 25 }, (_, nth) => [`p${nth}`, 'selected'])),
  );
  site.jira.leads = DEAD_END;
  await site.sync({ confirm: true });
  // Those that were under way beside the first one, and the one that tried again alone.
  expect(standing(site).Review).toBeLessThanOrEqual(5);
  expect(standing(site)['To do']).toBeGreaterThanOrEqual(14);
});

test('one issue that is refused without a step does not stop the others', async () => {
  const site = await wide(THREE_STEPS);
  const { id } = find(site, 'q1', 'p0');
  site.jira.leads = (from, issue) => (issue.id === id ? [] : THREE_STEPS(from));
  expect(await site.sync()).toMatchObject({ tally: { closed: 8 }, failed: [{ code: 'write-refused' }] });
});

test('a preview shows the way, and where one got stuck', async () => {
  const site = await wide(THREE_STEPS);
  expect((await site.preview()).notices).toEqual([]);
  await site.sync();
  site.review = withPractices(WIDE, { ...FEW, p9: 'selected', p10: 'selected' });
  const way = {
    code: 'way-known',
    params: { kind: 'close', issues: 2, type: 'subtask', steps: ['To do', 'In progress', 'Review', 'Done'] },
  };
  expect((await site.preview()).notices).toMatchObject([way]);
  expect((await site.sync()).notices).toEqual([]);

  const stuck = await wide(DEAD_END);
  await stuck.sync();
  const steps = ['To do', 'In progress', 'Review'];
  expect((await stuck.preview()).notices).toMatchObject([
    { code: 'way-stuck', params: { issues: 1, steps } },
    { code: 'way-stuck', params: { issues: 8, steps } },
  ]);
});

test('an invocation that dies after any call: the next one closes what is left, each issue once', async () => {
  let calls = 0;
  const counted = await wide(THREE_STEPS);
  await counted.invoke(counted.newRun(), (when) => void (calls += when === 'before' ? 1 : 0));
  for (let k = 1; k <= calls; k += 3) {
    const site = await wide(THREE_STEPS);
    const run = site.newRun();
    const dying = site.invoke(run, (when, call, nth) => {
      if (nth === k && when === 'after') throw new Killed(call);
    });
    await expect(dying).rejects.toThrow();
    await site.run(run);
    expect(standing(site)).toEqual({ 'To do': 19, Done: 9 });
  }
});
