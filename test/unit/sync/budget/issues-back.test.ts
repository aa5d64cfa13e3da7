/** Issues go back to status and resolution that they had, by the ways of every run; what people moved since stays. */
import { describe, expect, test } from '@jest/globals';
import { createRecentChangesStore } from '../../../../src/sync/budget/recent-changes-store';
import { createWayStore } from '../../../../src/jira/way-store';
import { RESOLUTIONS, STATUSES, type StoredIssue } from '../../../builders/board';
import { practice, question, smallReview, withPractices, WORKLOAD_ARN } from '../../../builders/review';
import type { Site } from '../../../builders/site';
import { PROJECT_ID } from '../../../builders/world';
import { find, synced } from '../synced-site';

const IDS = Array.from({ length: 30 }, (_, nth) => `p${nth}`);
const REVIEW = smallReview(
  question(
    'q1',
    'HIGH',
    IDS.map((id) => practice(id)),
  ),
);
const EIGHT = IDS.slice(0, 8);
const AUTOMATIC = { automatic: true } as const;
const PUT_BACK = { putBack: true } as const;
const { new: TO_DO, indeterminate: DOING, done: DONE } = STATUSES;
const CANCELLED = { id: '6', name: 'Cancelled', category: 'done' } as const;

const states = (state: 'selected' | 'open') => Object.fromEntries(EIGHT.map((id) => [id, state]));

/** An automatic run has closed eight of thirty. */
async function closed(prepare: (site: Site) => void = () => undefined): Promise<Site> {
  const site = await synced(REVIEW);
  prepare(site);
  site.review = withPractices(REVIEW, states('selected'));
  expect(await site.sync(AUTOMATIC)).toMatchObject({ tally: { closed: 8 } });
  return site;
}

/** People had done eight so, and a run has reopened them since AWS says otherwise. */
async function reopened(status: StoredIssue['status'], resolution: StoredIssue['resolution']): Promise<Site> {
  const site = await closed();
  for (const id of EIGHT) site.board.moveCard(find(site, 'q1', id).id, status, resolution);
  site.time += 30 * 3_600_000;
  await site.sync(AUTOMATIC);
  site.review = withPractices(REVIEW, states('open'));
  expect(await site.sync(AUTOMATIC)).toMatchObject({ tally: { reopened: 8 } });
  return site;
}

const recent = async (site: Site) => (await createRecentChangesStore(site.kvs).load(WORKLOAD_ARN)).changes;
const codes = (remarks: readonly { readonly code: string }[]) => [
  ...new Set(remarks.map(({ code }) => code)),
];

describe('what a run left is remembered', () => {
  test('status and resolution, before and after', async () => {
    const [change] = await recent(await closed());
    expect(change?.moved).toEqual({
      was: { status: { id: TO_DO.id, name: TO_DO.name }, resolution: null },
      is: { status: { id: DONE.id, name: DONE.name }, resolution: RESOLUTIONS.done },
    });
  });
});

describe('what people did since stays', () => {
  test.each<[string, StoredIssue['status'], StoredIssue['resolution']]>([
    ['open again', DOING, undefined],
    ['in another done status', CANCELLED, RESOLUTIONS.done],
    ['resolved otherwise', DONE, RESOLUTIONS.wontDo],
  ])('%s', async (_, status, resolution) => {
    const site = await closed();
    const { id } = find(site, 'q1', 'p3');
    site.board.moveCard(id, status, resolution);
    const end = await site.sync(PUT_BACK);
    expect(end).toMatchObject({ tally: { reopened: 7 }, notices: [{ code: 'changed-since-done' }] });
    expect(site.board.get(id)).toMatchObject({ status, ...(resolution ? { resolution } : {}) });
  });
});

describe('back to where it stood', () => {
  test('an open status that the workflow leads to is preferred', async () => {
    const site = await closed((each) => {
      for (const id of EIGHT) each.board.moveCard(find(each, 'q1', id).id, DOING);
    });
    site.jira.leads = () => [TO_DO, DOING];
    const end = await site.sync(PUT_BACK);
    expect(end).toMatchObject({ tally: { reopened: 8 }, notices: [] });
    expect(EIGHT.map((id) => find(site, 'q1', id).status.name)).toEqual(Array(8).fill(DOING.name));
  });

  test('another one is told where it does not', async () => {
    const site = await closed((each) => {
      for (const id of EIGHT) each.board.moveCard(find(each, 'q1', id).id, DOING);
    });
    const end = await site.sync(PUT_BACK);
    expect(end.tally.reopened).toBe(8);
    expect(codes(end.notices)).toEqual(['status-not-back']);
  });

  test("a person's resolution comes back where a screen offers it", async () => {
    const site = await reopened(DONE, RESOLUTIONS.wontDo);
    site.jira.screens.offer = [RESOLUTIONS.done, RESOLUTIONS.wontDo];
    const end = await site.sync(PUT_BACK);
    expect(end).toMatchObject({ tally: { closed: 8 }, failed: [], notices: [] });
    expect(EIGHT.map((id) => find(site, 'q1', id).resolution?.name)).toEqual(Array(8).fill("Won't Do"));
  });

  test('and is told where none does', async () => {
    const site = await reopened(DONE, RESOLUTIONS.wontDo);
    const end = await site.sync(PUT_BACK);
    expect(end.tally.closed).toBe(8);
    expect(codes(end.notices)).toEqual(['resolution-not-back']);
  });
});

describe('by the ways of every run', () => {
  const REVIEWED = { id: '5', name: 'Review', category: 'indeterminate' } as const;
  const leads = (where: Readonly<Record<string, readonly StoredIssue['status'][]>>) => {
    return (from: StoredIssue['status']) => where[from.id] ?? [];
  };
  const moves = (site: Site) => site.jira.writes.filter((write) => write.startsWith('move')).length;

  test('one goes alone, and where it gets stuck the others stay', async () => {
    const site = await reopened(DONE, RESOLUTIONS.done);
    site.jira.leads = leads({ '1': [DOING], '2': [REVIEWED] });
    const before = moves(site);
    const end = await site.sync(PUT_BACK);
    expect(codes(end.failed)).toEqual(['stuck-on-the-way', 'way-not-tried']);
    expect(end.failed).toHaveLength(8);
    expect(moves(site) - before).toBe(1);
  });

  test('a way of several steps is learned and kept', async () => {
    const site = await reopened(DONE, RESOLUTIONS.done);
    site.jira.leads = leads({ '1': [DOING], '2': [DONE] });
    expect(await site.sync(PUT_BACK)).toMatchObject({ tally: { closed: 8 }, failed: [] });
    const ways = await createWayStore(site.kvs).load(PROJECT_ID);
    const steps = ways.map((way) => way.steps.map(({ name }) => name));
    expect(steps).toContainEqual([TO_DO.name, DOING.name, DONE.name]);
  });
});
