/** A run that is stopped on the way: it waits and tries again, or fails and says why. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { inWords } from '../../../src/in-words';
import { continueRun } from '../../../src/runs/continue-run';
import { MemoryPlatform } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { continued, runIn, SITE, SYNC, trouble } from './a-run';

let errors: jest.SpiedFunction<typeof console.error>;
beforeEach(() => {
  errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  errors.mockRestore();
});

describe('a service that fails', () => {
  test.each([
    ['once', 0, {}, 30],
    ['a second time', 1, {}, 60],
    ['a fourth time', 3, {}, 240],
    ['and says how long', 1, { retryAfterSeconds: 7 }, 7],
  ])('%s makes the run wait', async (_, troubles, more, seconds) => {
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = () => trouble('ThrottlingException', { retryable: true, ...more });
    const run = await continued(platform, { ...SYNC, troubles });
    expect(run).toMatchObject({ state: 'waiting', troubles: troubles + 1 });
    expect(run.message && inWords(run.message)).toBe(
      `AWS answered ThrottlingException; going on in ${seconds} s.`,
    );
    expect(run.notBefore).toBe(platform.now + seconds * 1000);
    expect(platform.jobs).toEqual([{ runId: 'r1', wake: 1, lane: 0, seconds }]);
    expect(await platform.latestRuns.ended(WORKLOAD_ARN)).toBeUndefined();
  });

  test('a fifth time in a row ends the run', async () => {
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = () => trouble('ThrottlingException', { retryable: true });
    expect((await continued(platform, { ...SYNC, troubles: 4 })).state).toBe('failed');
    expect(platform.jobs).toEqual([]);
  });

  test('and goes again leaves no word of it', async () => {
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = () => trouble('ThrottlingException', { retryable: true });
    await continued(platform);
    platform.aws.trouble = () => undefined;
    platform.now += 30_000;
    await continueRun({ runId: 'r1' }, SITE, platform);
    expect(await runIn(platform)).not.toHaveProperty('message');
  });
});

describe('a run fails', () => {
  test.each([
    [
      'where another try comes to the same',
      trouble('AccessDeniedException', { retryable: false }),
      'AWS answered AccessDeniedException',
    ],
    [
      'without a word of what went wrong inside the app',
      new TypeError('x of undefined'),
      'Something went wrong inside the app; its log says what. Sync again: nothing is made twice.',
    ],
  ])('%s', async (_, error, message) => {
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = () => error;
    const run = await continued(platform);
    expect(run).toMatchObject({ state: 'failed', step: 'run-failed' });
    expect(run.message && inWords(run.message)).toBe(message);
    expect(await platform.leases.take(WORKLOAD_ARN, 'r2')).toMatchObject({
      kind: 'taken',
      before: undefined,
    });
    expect(platform.entries.map(({ change }) => inWords(change))).toEqual(['Run r1: failed.']);
    expect(await platform.latestRuns.ended(WORKLOAD_ARN)).toMatchObject({ kind: 'failed' });
  });

  test('and the log names the place of a bug, not its message', async () => {
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = () => new TypeError('somebody said so');
    await continued(platform);
    const said = JSON.stringify(errors.mock.calls);
    expect(said).toContain('TypeError');
    expect(said).not.toContain('somebody said so');
  });

  test.each<[string, (platform: MemoryPlatform) => Promise<unknown>, RegExp]>([
    ['unlinked', (it) => it.link({ ended: { reason: 'unlinked', at: 'now' } }), /unlinked/],
    ['linked by another project', (it) => it.link({ projectId: 'another' }), /another space by now/],
    ['without its connection', async (it) => it.connections.delete((await it.connection()).id), /deleted/],
    ['without a key', (it) => it.accessKeys.delete('aws'), /no access key/],
  ])('where its workload is %s when its turn comes', async (_, change, message) => {
    const platform = await MemoryPlatform.linked();
    await change(platform);
    const run = await continued(platform);
    expect(run.state).toBe('failed');
    expect(run.message && inWords(run.message)).toMatch(message);
    expect(platform.aws.asked).toEqual([]);
  });

  test('within a second where its link ends under way', async () => {
    const platform = await MemoryPlatform.linked();
    platform.jira.rejects = () => {
      platform.now += 1000;
      void platform.link({ ended: { reason: 'unlinked', at: 'now' } });
      return undefined;
    };
    const { message } = await continued(platform);
    expect(message && inWords(message)).toMatch(/unlinked/);
    expect(platform.board.all().length).toBeLessThan(6);
  });
});

test('AWS not knowing the workload any more ends its link and is told', async () => {
  const platform = await MemoryPlatform.linked();
  platform.aws.trouble = (call) =>
    ['review', 'workload'].includes(call)
      ? trouble('ResourceNotFoundException', { retryable: false })
      : undefined;
  expect((await continued(platform)).state).toBe('failed');
  const link = await platform.linkedWorkloads.get(WORKLOAD_ARN);
  expect(link?.ended).toEqual({ reason: 'workload-gone', at: new Date(platform.now).toISOString() });
  expect(platform.told()).toEqual(['workload.gone by project admin', 'sync.ended by project admin']);
});
