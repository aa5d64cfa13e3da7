/** Every hour: what moved in Jira without an event. */
import { describe, expect, test } from '@jest/globals';
import { continueReconcile, reconcileJira } from '../../../src/automatic/reconcile-jira';
import { UpstreamError } from '../../../src/upstream-error';
import { asReason } from '../../../src/reason';
import type { MemoryPlatform } from '../../builders/platform';
import { REGION } from '../../builders/platform';
import { lensIdentity, WORKLOAD_ARN } from '../../builders/review';
import { cardOf, QUIET, synced, syncOnce } from './synced';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const ofQuestion = (question: string) => ({
  ...{ direction: 'jira', workloadArn: WORKLOAD_ARN, lens: lensIdentity('main'), question },
});

async function watchedAfterSync(settings = {}): Promise<MemoryPlatform> {
  const platform = await synced(settings);
  await platform.watchedRegions.watch((await platform.connection()).id, REGION);
  return platform;
}

/** Whose questions have a job. */
function noted(platform: MemoryPlatform): readonly unknown[] {
  return platform.jobs.flatMap((job) => {
    if (!('change' in job)) return [];
    const { at, ...subject } = job.change;
    return [subject];
  });
}

describe('what the app wrote itself is no news', () => {
  test.each<[string, object]>([
    ['where done cards change no answer', {}],
    ['where they do', { resolveSelects: { resolutionIds: [] } }],
  ])('after a first sync, %s', async (_, settings) => {
    const platform = await watchedAfterSync(settings);
    platform.changes.keys = 0;
    await reconcileJira(platform);
    expect(noted(platform)).toEqual([]);
    expect(platform.changes.keys).toBe(0);
    expect(platform.aws.asked).toEqual([]);
  });

  test('nor is what another sync wrote since', async () => {
    const platform = await watchedAfterSync();
    platform.board.setStatus(cardOf(platform, 'p1'), 'done');
    await syncOnce(platform);
    await reconcileJira(platform);
    expect(noted(platform)).toEqual([]);
  });
});

describe('what people moved is', () => {
  test('a card, told by its question alone', async () => {
    const platform = await watchedAfterSync();
    platform.board.setStatus(cardOf(platform, 'p1'), 'done');
    platform.board.setStatus(cardOf(platform, 'p2'), 'done');
    await reconcileJira(platform);
    expect(noted(platform)).toEqual([ofQuestion('q1')]);
    expect(platform.jobs).toMatchObject([{ seconds: QUIET }]);
  });

  test('a card within its category, and one that was deleted', async () => {
    const platform = await watchedAfterSync();
    const status = { id: '7', name: 'In review', category: 'new' } as const;
    platform.board.moveCard(cardOf(platform, 'p1'), status);
    await reconcileJira(platform);
    expect(noted(platform)).toEqual([ofQuestion('q1')]);
  });

  test('not where it waits already', async () => {
    const platform = await watchedAfterSync();
    platform.board.setStatus(cardOf(platform, 'p1'), 'done');
    await platform.pendingChanges.add({ ...ofQuestion('q1'), direction: 'jira' }, QUIET);
    platform.jobs.length = 0;
    await reconcileJira(platform);
    expect(platform.jobs).toEqual([]);
  });

  test('nor in manual mode, nor where nothing is watched: Jira is not asked then', async () => {
    const manual = await watchedAfterSync();
    manual.board.setStatus(cardOf(manual, 'p1'), 'done');
    await manual.change({});
    await reconcileJira(manual);
    expect(manual.jobs).toEqual([]);
    const unwatched = await synced();
    const calls = unwatched.jira.calls();
    await reconcileJira(unwatched);
    expect(unwatched.jira.calls()).toBe(calls);
  });

  test('nor in a project that no watched connection serves', async () => {
    const platform = await watchedAfterSync();
    platform.now += HOUR;
    await reconcileJira(platform);
    platform.now += HOUR;
    const id = cardOf(platform, 'p1');
    platform.board.setStatus(id, 'done');
    platform.board.moveTo(id, 'UNSERVED');
    await reconcileJira(platform);
    expect(platform.jobs).toEqual([]);
  });
});

describe('nothing is forgotten', () => {
  test.each([
    // hours for which no pass came to its end, before the one that does
    [1, 1],
    [20, 1],
    [72, 1],
    // The weekly run has found it.
    [9 * 24, 0],
  ])('that moved just before a pause of %d hours', async (hours, jobs) => {
    const platform = await watchedAfterSync();
    await reconcileJira(platform);
    platform.now += MINUTE;
    platform.board.setStatus(cardOf(platform, 'p1'), 'done');
    platform.now += hours * HOUR;
    await reconcileJira(platform);
    expect(platform.jobs).toHaveLength(jobs);
  });

  test('where Jira fails the next schedule goes on, five minutes later', async () => {
    const platform = await watchedAfterSync();
    await reconcileJira(platform);
    platform.board.setStatus(cardOf(platform, 'p1'), 'done');
    const { jira } = platform;
    const asked = jira.recentlyMoved.bind(jira);
    const busy = new UpstreamError(asReason('Jira is busy'), {
      service: 'jira',
      code: '503',
      retryable: true,
    });
    jira.recentlyMoved = () => Promise.reject(busy);
    platform.now += HOUR;
    await expect(reconcileJira(platform)).rejects.toThrow('busy');
    jira.recentlyMoved = asked;
    platform.now += 5 * MINUTE;
    await continueReconcile(platform);
    expect(noted(platform)).toEqual([ofQuestion('q1')]);
    expect(await platform.reconcileProgress.load()).toEqual({ from: platform.now - 5 * MINUTE });
  });

  test('and where no pass is left to go on with, Jira is not asked', async () => {
    const platform = await watchedAfterSync();
    await reconcileJira(platform);
    const calls = platform.jira.calls();
    await continueReconcile(platform);
    expect(platform.jira.calls()).toBe(calls);
  });

  test('an issue that says it is of another workload is no news of either', async () => {
    const platform = await watchedAfterSync();
    const id = cardOf(platform, 'p1');
    const { property } = platform.board.get(id)!;
    const other = { ...property!, workload: `${WORKLOAD_ARN}0` };
    platform.board.change(id, { property: other });
    await reconcileJira(platform);
    expect(platform.jobs).toEqual([]);
  });
});
