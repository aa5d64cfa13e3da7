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

test('under way, it costs one question to Jira each time', async () => {
  for (const times of [1, 2, 3]) {
    if (times === 1) site.site.clearRequests();
    const { state } = await site.call('sync.run', { ...IN_PROJECT, runId }, VIEWER);
    expect(['queued', 'running']).toContain(state);
    expect(questions()).toHaveLength(times);
  }
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
