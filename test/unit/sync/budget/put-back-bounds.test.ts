/** What putting back may not touch, and what one failure of it costs. */
import { expect, test } from '@jest/globals';
import { createRecentChangesStore } from '../../../../src/sync/budget/recent-changes-store';
import { projectIdOf } from '../../../builders/board';
import { practice, question, smallReview, withPractices, WORKLOAD_ARN } from '../../../builders/review';
import type { Site } from '../../../builders/site';
import { PROJECT_ID, SECOND_PROJECT } from '../../../builders/world';
import { down, find, synced } from '../synced-site';

const IDS = Array.from({ length: 30 }, (_, nth) => `p${nth}`);
const PRACTICES = IDS.map((id) => practice(id));
const REVIEW = smallReview(question('q1', 'HIGH', PRACTICES), question('q2', 'HIGH'));

/** An automatic run has closed eight of thirty. */
async function closed(): Promise<Site> {
  const site = await synced(REVIEW);
  site.review = withPractices(
    REVIEW,
    Object.fromEntries(IDS.slice(0, 8).map((id) => [id, 'selected' as const])),
  );
  expect(await site.sync({ automatic: true })).toMatchObject({ tally: { closed: 8 } });
  return site;
}

const reopened = (site: Site) =>
  IDS.slice(0, 8).filter((id) => find(site, 'q1', id).status.category !== 'done').length;

test('another project that has linked the workload since puts nothing back', async () => {
  const site = await closed();
  const end = await site.sync({ putBack: true, projectId: projectIdOf(SECOND_PROJECT) });
  expect(end).toMatchObject({ kind: 'blocked', why: [{ code: 'workload-elsewhere' }] });
  expect(reopened(site)).toBe(0);
});

test('an issue that people moved to a project that the connection does not serve stays as it is', async () => {
  const site = await closed();
  const end = await site.sync({ putBack: true, servedProjects: [] });
  expect(end).toMatchObject({ tally: { reopened: 0 } });
  expect(end.notices.map(({ code }) => code)).toEqual(Array(8).fill('changed-since-done'));
  expect(reopened(site)).toBe(0);
  expect(await site.sync({ putBack: true, servedProjects: [PROJECT_ID] })).toMatchObject({
    tally: { reopened: 8 },
  });
});

test('one issue that fails is told, and the others are put back', async () => {
  const site = await closed();
  const failing = find(site, 'q1', 'p0');
  const move = site.jira.move.bind(site.jira);
  site.jira.move = (issue, ...more) =>
    issue.id === failing.id ? Promise.reject(down()) : move(issue, ...more);
  const end = await site.sync({ putBack: true });
  expect(end).toMatchObject({ tally: { reopened: 7 }, failed: [{ key: failing.key }] });
  expect(reopened(site)).toBe(7);
});

test('an issue that gets stuck on the way is told with its status, not counted', async () => {
  const site = await closed();
  const stuck = find(site, 'q1', 'p0');
  const move = site.jira.move.bind(site.jira);
  const at = { id: '9', name: 'Doing' };
  site.jira.move = async (issue, ...more) => {
    if (issue.id !== stuck.id) return move(issue, ...more);
    return { kind: 'stuck', at, walked: [at, at], reason: down().reason };
  };
  const end = await site.sync({ putBack: true });
  expect(end).toMatchObject({
    tally: { reopened: 7 },
    failed: [{ key: stuck.key, code: 'stuck-on-the-way' }],
  });
});

test('a run of one question that finds nothing to do lifts no stop', async () => {
  const site = await closed();
  await site.sync({ putBack: true });
  const stops = async () =>
    Object.keys((await createRecentChangesStore(site.kvs).load(WORKLOAD_ARN)).stopped);
  const before = await stops();
  expect(before).not.toEqual([]);
  const selection = { questionIds: ['q2'] };
  await site.sync({ options: { selection, recreate: false } });
  expect(await stops()).toEqual(before);
});
