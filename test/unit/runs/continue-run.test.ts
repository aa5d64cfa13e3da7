/** A run whose turn comes: it goes through, or is left alone, or to a newer one. */
import { describe, expect, test } from '@jest/globals';
import { continueRun } from '../../../src/runs/continue-run';
import { MemoryPlatform } from '../../builders/platform';
import { AUTOMATIC } from '../../builders/settings';
import { WORKLOAD_ARN } from '../../builders/review';
import { continued, died, runIn, trouble, AUTOMATIC_SYNC, SITE, SYNC } from './a-run';

describe('a run that goes through', () => {
  test('of a sync is done, has an outcome, gives its workload free and is told', async () => {
    const platform = await MemoryPlatform.linked();
    const run = await continued(platform);
    expect(run).toMatchObject({ state: 'done', step: 'run-done', workloadName: 'Web shop' });
    expect(run.progress.done).toBe(run.progress.total);
    expect(run.calls.jira).toBe(platform.jira.calls());
    const outcome = await platform.runs.loadOutcome('r1');
    expect(outcome).toMatchObject({ kind: 'applied', created: { epics: 1, tasks: 2, subtasks: 3 } });
    expect(await platform.leases.take(WORKLOAD_ARN, 'r2')).toMatchObject({
      kind: 'taken',
      before: undefined,
    });
    expect(platform.told()).toEqual(['sync.ended by project admin']);
    const at = new Date(platform.now).toISOString();
    expect(await platform.latestRuns.ended(WORKLOAD_ARN)).toEqual({ runId: 'r1', kind: 'applied', at });
  });

  test('of a preview shows its plan, changes nothing and is told nowhere', async () => {
    const platform = await MemoryPlatform.linked();
    expect((await continued(platform, { ...SYNC, mode: 'preview' })).state).toBe('done');
    expect(await platform.runs.loadPlanPage('r1', 0)).toHaveLength(8);
    expect(platform.board.all()).toEqual([]);
    expect(platform.told()).toEqual([]);
    expect(await platform.latestRuns.ended(WORKLOAD_ARN)).toBeUndefined();
  });

  test('that nobody started is told only where it changed something', async () => {
    const platform = await MemoryPlatform.automatic();
    await continued(platform, AUTOMATIC_SYNC);
    expect(platform.told()).toEqual(['sync.ended by the app']);
    expect((await continued(platform, { ...AUTOMATIC_SYNC, id: 'r2' })).state).toBe('done');
    expect(platform.told()).toHaveLength(1);
  });

  test('through a connection that may only read opens no answers', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.storeConnection({ ...(await platform.connection()), access: 'read-only' });
    expect((await continued(platform)).state).toBe('done');
    expect(platform.aws.asked).not.toContain('openAnswers');
  });
});

describe('an event of a run', () => {
  test('names the installation by its own site, whatever the run stored of one', async () => {
    const platform = await MemoryPlatform.linked();
    await continued(platform, { ...SYNC, site: 'jira' });
    expect(platform.aws.answers.at('main/q1').notes).toContain(platform.installationOn(SITE));
  });

  test.each(['done', 'failed'] as const)('that is %s does nothing', async (state) => {
    const platform = await MemoryPlatform.linked();
    expect((await continued(platform, { ...SYNC, state })).state).toBe(state);
    expect(platform.jira.calls()).toBe(0);
    expect(platform.aws.asked).toEqual([]);
  });

  test('that is not known any more does nothing', async () => {
    const platform = await MemoryPlatform.linked();
    await continueRun({ runId: 'r1' }, SITE, platform);
    expect(platform.jobs).toEqual([]);
  });

  test('that comes early is queued again for the time that is left', async () => {
    const platform = await MemoryPlatform.linked();
    const run = await continued(platform, { ...SYNC, state: 'waiting', notBefore: platform.now + 90_000 });
    expect(platform.jobs).toEqual([{ runId: 'r1', wake: 1, lane: 0, seconds: 90 }]);
    expect(run.state).toBe('waiting');
  });

  test('that comes again after the invocation died goes on from what is recorded', async () => {
    const platform = await MemoryPlatform.linked();
    await died(platform, 'r1');
    expect((await continued(platform, { ...SYNC, state: 'running' })).state).toBe('done');
    expect(platform.board.all()).toHaveLength(6);
  });
});

describe('two runs of one workload', () => {
  test('the one that still held it was interrupted', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save({ ...SYNC, id: 'r0', state: 'running' });
    await died(platform, 'r0');
    expect((await continued(platform)).state).toBe('done');
    expect(await runIn(platform, 'r0')).toMatchObject({
      state: 'failed',
      message: { code: 'run-interrupted' },
    });
  });

  test('an automatic one that a preview ends is followed by another', async () => {
    const platform = await MemoryPlatform.automatic();
    await platform.runs.save({ ...AUTOMATIC_SYNC, id: 'r0', state: 'running' });
    await died(platform, 'r0');
    await continued(platform, { ...SYNC, mode: 'preview' });
    expect((await runIn(platform, 'r0')).state).toBe('failed');
    expect(platform.jobs).toMatchObject([{ change: { direction: 'aws', workloadArn: WORKLOAD_ARN } }]);
  });

  test.each(['queued', 'waiting', 'done', 'failed'] as const)(
    'one that is %s keeps its state',
    async (state) => {
      const platform = await MemoryPlatform.linked();
      await platform.runs.save({ ...SYNC, id: 'r0', state });
      await died(platform, 'r0');
      await continued(platform);
      expect((await runIn(platform, 'r0')).state).toBe(state);
    },
  );

  test('one that was taken over leaves everything to the newer one', async () => {
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = (call) => {
      if (call === 'review') takeOver(platform);
      return undefined;
    };
    expect((await continued(platform)).state).toBe('queued');
    expect(platform.jira.writes).toEqual([]);
    expect(await platform.leases.take(WORKLOAD_ARN, 'another')).toMatchObject({ kind: 'held' });
    expect(platform.told()).toEqual([]);
  });

  test('one that lost its lease just before it announces a create makes nothing, and no intent is stored', async () => {
    const platform = await MemoryPlatform.linked();
    const holds = platform.leases.holds.bind(platform.leases);
    platform.leases.holds = async (lease) => {
      const held = await holds(lease);
      takeOver(platform);
      return held;
    };
    expect((await continued(platform)).state).toBe('running');
    expect(platform.jira.writes).toEqual([]);
    expect([...platform.kvs.values.keys()].filter((key) => key.startsWith('intent:'))).toEqual([]);
  });

  test('one that finds another at work waits for it, a minute at most at a time, and then runs', async () => {
    const platform = await MemoryPlatform.linked();
    const other = await platform.leases.take(WORKLOAD_ARN, 'another');
    expect((await continued(platform)).state).toBe('queued');
    expect([platform.jobs.at(-1), platform.jira.writes]).toEqual([
      { runId: SYNC.id, wake: 1, lane: 0, seconds: 60 },
      [],
    ]);
    if (other.kind === 'taken') await platform.leases.giveBack(other.lease);
    expect((await continued(platform)).state).toBe('done');
  });

  test('a dead one is waited for until it has surely ended', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.leases.take(WORKLOAD_ARN, 'another');
    platform.now += 959_000;
    expect((await continued(platform)).state).toBe('queued');
    expect(platform.jobs.at(-1)).toEqual({ runId: SYNC.id, wake: 1, lane: 0, seconds: 1 });
    platform.now += 1_000;
    expect((await continued(platform)).state).toBe('done');
  });
});

describe('a run that nobody started', () => {
  test('waits while people are at work on the workload, and that counts as no trouble', async () => {
    const platform = await MemoryPlatform.automatic({ quietSeconds: 120 });
    const { review } = platform.aws;
    const workload = { ...review.workload, readAt: review.workload.updatedAt + 50_000 };
    platform.aws.review = { ...review, workload };
    const run = await continued(platform, { ...AUTOMATIC_SYNC, needsQuietWorkload: true, troubles: 2 });
    expect(run).toMatchObject({ state: 'waiting', troubles: 0 });
    expect(platform.jobs).toEqual([{ runId: 'r1', wake: 1, lane: 0, seconds: 70 }]);
  });

  test('is blocked where automatic mode was switched off meanwhile, and that waits for a person', async () => {
    const platform = await MemoryPlatform.linked();
    expect((await continued(platform, AUTOMATIC_SYNC)).state).toBe('done');
    expect(await platform.runs.loadOutcome('r1')).toMatchObject({ kind: 'blocked' });
    expect(platform.board.all()).toEqual([]);
    expect(await platform.attention.get(WORKLOAD_ARN)).toMatchObject({ why: 'blocked', runId: 'r1' });
  });

  test('and failed waits for a person; one of a person tells them itself', async () => {
    for (const run of [AUTOMATIC_SYNC, SYNC]) {
      const platform = await MemoryPlatform.automatic();
      platform.aws.trouble = () => trouble('AccessDeniedException', { retryable: false });
      await continued(platform, run);
      const attention = await platform.attention.get(WORKLOAD_ARN);
      expect(attention?.why).toBe(run === SYNC ? undefined : 'failed');
    }
  });
});

test('a run of a person that works takes away what waited for one', async () => {
  const platform = await MemoryPlatform.automatic();
  await platform.attention.set(WORKLOAD_ARN, { why: 'failed', reasons: [], at: 'then' });
  await continued(platform);
  expect(await platform.attention.get(WORKLOAD_ARN)).toBeUndefined();
});

/** As another invocation would, once the lease has ended. */
function takeOver(platform: MemoryPlatform): void {
  for (const [key, text] of platform.guarded.guards) {
    const lease = JSON.parse(text) as { number: number; until: number };
    platform.guarded.guards.set(key, JSON.stringify({ ...lease, number: lease.number + 1 }));
  }
}

test.each([
  ['in manual mode every note', {}, ['read main/q1', 'read main/q2']],
  ['in automatic mode none, which a run on the next day does', AUTOMATIC, []],
])('a person’s run after others changed the lens reads %s', async (_, settings, read) => {
  const platform = await MemoryPlatform.linked(settings);
  await continued(platform);
  const { review, answers } = platform.aws;
  const lenses = review.lenses.map((lens) => ({ ...lens, updatedAt: lens.updatedAt + 3_600_000 }));
  platform.aws.review = { ...review, lenses };
  answers.asked.length = 0;
  expect((await continued(platform, { ...SYNC, id: 'r2' })).state).toBe('done');
  expect(answers.asked.filter((call) => call.startsWith('read'))).toEqual(read);
});
