import { expect, test } from '@jest/globals';
import { IN_FLIGHT_SECONDS } from '../../../src/sync/lost-creates';
import { LeaseLost } from '../../../src/storage/fenced';
import type { Pause } from '../../../src/sync/pause';
import { intentsOf } from '../../builders/guarded';
import { WORKLOAD_ARN } from '../../builders/review';
import type { Site } from '../../builders/site';
import { blindSite, expectWhole, TASKS } from './blind-site';

const WAIT_SECONDS = 100;

/** Jira asks to wait before it takes the second create, and its answer to that is lost. */
function busySite(): Site {
  const site = blindSite();
  const create = site.jira.create.bind(site.jira);
  let creates = 0;
  site.jira.create = async (drafts, announce) => {
    creates += 1;
    if (creates === 2) {
      await announce();
      site.time += WAIT_SECONDS * 1000;
      site.jira.fates.push({ answer: 'lost', afterMs: (IN_FLIGHT_SECONDS - 1) * 1000 });
    }
    return create(drafts, announce);
  };
  return site;
}

async function pauseOf(site: Site, run = site.newRun()): Promise<Pick<Pause, 'seconds' | 'reason'>> {
  return site.invoke(run).then(
    () => Promise.reject(new Error('it did not pause')),
    (error: unknown) => error as Pause,
  );
}

test('a create that had to wait before it was sent is as young as its last announcement', async () => {
  const site = busySite();
  const run = site.newRun();
  await pauseOf(site, run);
  expect(await intentsOf(site.kvs).load(WORKLOAD_ARN)).toMatchObject({ at: site.time });
  site.time += (IN_FLIGHT_SECONDS - WAIT_SECONDS + 1) * 1000;
  expect(await pauseOf(site)).toMatchObject({ seconds: WAIT_SECONDS - 1 });
  await site.run(run);
  await expectWhole(site);
  expect(site.jira.writes).toEqual(['create 1', `create ${TASKS}`, `create ${TASKS}`]);
});

test('a run whose time is up after that wait sends nothing: whoever comes next has nothing to wait for', async () => {
  const site = busySite();
  site.budgetMs = (WAIT_SECONDS + 1) * 1000;
  expect(await pauseOf(site)).toMatchObject({ seconds: 0, reason: { code: 'time-is-up' } });
  expect(site.jira.writes).toEqual(['create 1']);
  expect(await intentsOf(site.kvs).load(WORKLOAD_ARN)).toBeUndefined();
});

test('nor does a run that has lost the workload by then', async () => {
  const site = busySite();
  const began = site.time;
  site.holds = () => site.time === began;
  await expect(site.invoke(site.newRun())).rejects.toThrow(LeaseLost);
  expect(site.jira.writes).toEqual(['create 1']);
});
