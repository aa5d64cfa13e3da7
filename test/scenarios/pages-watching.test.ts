/** What it costs to watch a run, and for whom that is. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OUTSIDER, VIEWER } from '../../sandbox/jira/seed/users';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';

const IN_PROJECT = { projectKey: 'WA' };

let site: ReviewedSite;
let goOn: () => void;
let runId: string;

/** The run stands before its first call to Jira or AWS until `goOn` is called. */
beforeAll(async () => {
  const gate = { isShut: false };
  const opened = new Promise<void>((resolve) => (goOn = resolve));
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  site = await openReviewedSite({
    beforeCall: async ({ kind, functionKey }) => {
      const isOutside = kind === 'aws' || kind === 'jira';
      if (!gate.isShut || !isOutside || functionKey !== 'sync-consumer') return;
      arrive();
      await opened;
    },
  });
  await site.link(site.workloadArn);
  gate.isShut = true;
  const start = { ...IN_PROJECT, workloadArn: site.workloadArn, mode: 'preview' };
  ({ runId } = await site.call('sync.start', start));
  await arrived;
});
afterAll(async () => {
  goOn();
  await site.rest();
  await site.close();
});

/** What Jira is asked while the run stands. */
function questions(): readonly string[] {
  const asked = site.site.requests().filter(({ via, service }) => via === 'app' && service === 'jira');
  return asked.map(({ operation }) => operation);
}

test('under way, it costs one question to Jira in ten seconds, however often the page asks', async () => {
  site.site.clearRequests();
  for (const [seconds, times] of [
    [0, 1],
    [3, 1],
    [6, 1],
    [2, 2],
    [9, 2],
  ] as const) {
    site.site.host.advanceClock(seconds * 1000);
    const { state } = await site.call('sync.run', { ...IN_PROJECT, runId }, VIEWER);
    expect(['queued', 'running']).toContain(state);
    expect(questions()).toHaveLength(times);
  }
});

test('each of two people is asked for, and who lost the right sees it for ten seconds at most', async () => {
  const { admin } = site.site.jira;
  const see = (accountId: string) => site.call('sync.run', { ...IN_PROJECT, runId }, accountId);
  admin.grantRole('WA', 'administrators', OUTSIDER);
  await see(VIEWER);
  site.site.clearRequests();
  await see(OUTSIDER);
  expect(questions()).toHaveLength(1);
  admin.revokeRole('WA', 'administrators', OUTSIDER);
  await see(OUTSIDER);
  site.site.host.advanceClock(10_000);
  await expect(see(OUTSIDER)).rejects.toThrow(/^unauthorised/);
});

test('it is for nobody who does not see its project, whichever they name', async () => {
  const { admin } = site.site.jira;
  admin.createProject({ key: 'OTHER', name: 'Another project', style: 'next-gen' });
  admin.grantRole('OTHER', 'administrators', OUTSIDER);
  const seen = (projectKey: string) => site.call('sync.run', { projectKey, runId }, OUTSIDER);
  await expect(seen('WA')).rejects.toThrow(/^unauthorised/);
  await expect(seen('OTHER')).rejects.toThrow(/^not-found/);
});

test('it is for nobody who is not logged in', async () => {
  const call = { functionKey: 'sync.run', payload: { ...IN_PROJECT, runId } };
  expect(await site.site.host.invoke(call)).toMatchObject({ ok: false, error: { code: 'unauthorised' } });
});
