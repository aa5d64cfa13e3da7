/** Forge takes stored values away up to 48 hours after they expired, each at a time of its own: the app must not mind. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Contract } from '../../src/contract';
import { readStatusBlock } from '../builders/status-block';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** What runs leave is kept so long; no record that a run reads lives shorter than a day and longer than this. */
const KEPT_MS = 30 * 24 * HOUR_MS;

let site: ReviewedSite;
let runId = '';

beforeAll(async () => {
  site = await openReviewedSite({ fastForward: false, expiryLagMs: 48 * HOUR_MS });
  ({ id: runId } = await site.sync({ workload: 'Small Lens' }));
  await site.save(AUTO);
  await site.deployEvents();
  await site.pass(HOUR_MS);
}, 120_000);

afterAll(() => site.close());

/** What somebody who looks is told: an answer, or why there is none. */
async function look(name: keyof Contract, payload: object, accountId?: string): Promise<string> {
  return site.call(name, payload, accountId).then(
    () => 'answered',
    (error: unknown) => String(error).replace(/^Error: (\S+):.*$/s, '$1'),
  );
}

async function looks(): Promise<Readonly<Record<string, string>>> {
  const inProject = { projectKey: 'WA' };
  const { key } = await site.issue('Rotate keys');
  return {
    linked: await look('workload.linked', inProject),
    overview: await look('workload.overview', inProject),
    changes: await look('workload.recentChanges', { ...inProject, workloadArn: site.workloadArn }),
    triage: await look('triage.list', inProject),
    panel: await look('issue.panel', { ...inProject, issueKey: key }),
    audit: await look('audit.list', {}, JIRA_ADMIN),
  };
}

test('while what runs stored vanishes piece by piece, pages answer, and both sides keep agreeing', async () => {
  await site.pass(KEPT_MS - 2 * HOUR_MS);
  for (let round = 0; round < 10; round += 1) {
    await site.pass(6 * HOUR_MS);
    expect([round, new Set(Object.values(await looks()))]).toEqual([round, new Set(['answered'])]);
    // The run is there with its plan, there without it, or gone; never broken.
    expect(['answered', 'not-found']).toContain(await look('sync.run', { projectKey: 'WA', runId }));
    const plan = await look('sync.plan', { projectKey: 'WA', runId, page: 1 });
    expect(['answered', 'not-found', 'unreadable']).toContain(plan);
    const status = round % 2 === 0 ? 'Done' : 'To Do';
    await site.moveCard('Rotate keys', status);
    for (let minute = 0; minute < 10; minute += 1) await site.pass(MINUTE_MS);
    const block = readStatusBlock((await site.answerOf('keys')).Notes);
    expect([round, block?.done]).toEqual([round, round % 2 === 0 ? 1 : 0]);
  }
  expect(await look('sync.run', { projectKey: 'WA', runId })).toBe('not-found');
  const { created, updated, failed } = await site.run();
  expect([created.subtasks, updated, failed]).toEqual([0, 0, []]);
}, 300_000);
