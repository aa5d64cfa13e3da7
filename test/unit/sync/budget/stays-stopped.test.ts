/** A kind that waits stays stopped, and is told, however many invocations a run takes that does something else. */
import { expect, test } from '@jest/globals';
import { createRecentChangesStore } from '../../../../src/sync/budget/recent-changes-store';
import { Pause } from '../../../../src/sync/pause';
import { practice, question, smallReview, withPractices, WORKLOAD_ARN } from '../../../builders/review';
import { killAt, type Site } from '../../../builders/site';
import { down, find, synced } from '../synced-site';

const IDS = Array.from({ length: 30 }, (_, nth) => `p${nth}`);
const AUTOMATIC = { automatic: true } as const;
const RUN_SECONDS = 200;

/** @param news new questions, whose cards are made while others wait */
function review(selected: number, ...news: readonly string[]) {
  const all = smallReview(
    question(
      'q1',
      'HIGH',
      IDS.map((id) => practice(id)),
    ),
    ...news.map((id) => question(id, 'HIGH')),
  );
  return withPractices(
    all,
    Object.fromEntries(IDS.slice(0, selected).map((id) => [id, 'selected' as const])),
  );
}

/** A run has closed eight of thirty, which was put back. */
async function putBack(): Promise<Site> {
  const site = await synced(review(0));
  site.review = review(8);
  await site.sync(AUTOMATIC);
  await site.sync({ putBack: true });
  site.review = review(8, 'q2', 'q3');
  return site;
}

/** Twenty of thirty would close. */
async function tooMany(): Promise<Site> {
  const site = await synced(review(0));
  site.review = review(20, 'q2', 'q3');
  return site;
}

const closed = (site: Site) => IDS.filter((id) => find(site, 'q1', id).status.category === 'done').length;
const stopped = async (site: Site) => {
  const recent = await createRecentChangesStore(site.kvs).load(WORKLOAD_ARN);
  return recent.stopped.map(({ kind }) => kind);
};

async function expectStopped(site: Site): Promise<void> {
  expect(await stopped(site)).toEqual(['issuesClosed']);
  expect((await site.sync(AUTOMATIC)).kind).toBe('refused');
  expect(closed(site)).toBe(0);
}

test.each([
  ['put back', putBack],
  ['too many', tooMany],
])('after a run that died at any call: %s', async (_, waiting) => {
  for (let k = 1; ; k++) {
    const site = await waiting();
    const run = site.newRun(AUTOMATIC);
    const died = await site.diesIn(run, killAt(k, 'after'));
    if (!died) break;
    site.time += RUN_SECONDS * 1000;
    const end = await site.run(run);
    expect(end.why).toHaveLength(1);
    await expectStopped(site);
  }
});

test('after a run whose time was up on the way', async () => {
  const site = await putBack();
  site.holds = () => {
    if (site.jira.writes.some((write) => write.startsWith('create'))) throw new Pause(down().reason, 0);
    return true;
  };
  const run = site.newRun(AUTOMATIC);
  await expect(site.invoke(run)).rejects.toThrow(Pause);
  site.holds = () => true;
  const end = await site.run(run);
  expect(end.why).toEqual([{ code: 'kind-waits', params: { kind: 'issuesClosed', changes: 8 } }]);
  await expectStopped(site);
});
