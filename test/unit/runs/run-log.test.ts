/** What the log hears of runs. */
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { continueRun } from '../../../src/runs/continue-run';
import { runOneQuestion } from '../../../src/runs/question-run';
import { logRun, type RunLine } from '../../../src/runs/run-log';
import { parseWorkloadArn } from '../../../src/wellarchitected/arn';
import { ACCOUNT, MemoryPlatform, ROLE_ARN } from '../../builders/platform';
import { lensIdentity, WORKLOAD_ARN } from '../../builders/review';
import { continued, died, trouble, AUTOMATIC_SYNC, SITE, SYNC } from './a-run';

afterEach(() => {
  jest.restoreAllMocks();
});

const heard = ({ runLines }: MemoryPlatform) => runLines.map(({ run, is }) => `${run} ${is}`);

describe('a line for each transition', () => {
  test('of a run that goes through', async () => {
    const platform = await MemoryPlatform.linked();
    const run = await continued(platform);
    expect(heard(platform)).toEqual(['r1 started', 'r1 ended']);
    const [started, ended] = platform.runLines;
    const facts = { run: 'r1', startedBy: 'person', kind: 'workload', mode: 'sync' };
    const workload = parseWorkloadArn(WORKLOAD_ARN)?.id;
    expect(started).toEqual({ ...facts, is: 'started', workload });
    expect(ended).toMatchObject({ ...facts, is: 'ended', workload, outcome: 'applied', calls: run.calls });
    expect(ended?.counts).toMatchObject({ created: 6, updated: 0, failed: 0, conflicts: 0 });
  });

  test('of one that waits and goes on: it starts once, and the wait counts', async () => {
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = () => trouble('ThrottlingException', { retryable: true });
    await continued(platform);
    platform.aws.trouble = () => undefined;
    platform.now += 30_000;
    await continueRun({ runId: 'r1' }, SITE, platform);
    expect(heard(platform)).toEqual(['r1 started', 'r1 waiting', 'r1 ended']);
    const [, waiting, ended] = platform.runLines;
    expect(waiting).toMatchObject({ error: 'ThrottlingException', reason: 'text', ms: 0 });
    expect(ended?.ms).toBe(30_000);
  });

  test.each<[string, Error, Partial<RunLine>]>([
    [
      'of AWS',
      trouble('AccessDeniedException', { retryable: false }),
      { error: 'AccessDeniedException', reason: 'text' },
    ],
    ['of the app', new TypeError('somebody said so'), { reason: 'run-met-bug' }],
  ])('of one that fails because %s', async (_, error, told) => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const platform = await MemoryPlatform.linked();
    platform.aws.trouble = () => error;
    await continued(platform, AUTOMATIC_SYNC);
    platform.aws.trouble = () => undefined;
    expect(platform.runLines).toMatchObject([
      { is: 'started', startedBy: 'automatic' },
      { is: 'failed', startedBy: 'automatic', ...told },
    ]);
  });

  test('of one that is blocked: why, as a code', async () => {
    const platform = await MemoryPlatform.linked();
    await continued(platform, AUTOMATIC_SYNC);
    expect(platform.runLines.at(-1)).toMatchObject({ outcome: 'blocked', reason: 'automatic-off' });
  });

  test('of one whose invocation died, and a newer one took the workload', async () => {
    const platform = await MemoryPlatform.linked();
    await died(platform, 'r0');
    await platform.runs.save({ ...SYNC, id: 'r0', state: 'running', beganAt: platform.now - 5000 });
    await continued(platform);
    expect(heard(platform)).toEqual(['r0 failed', 'r1 started', 'r1 ended']);
    expect(platform.runLines[0]).toMatchObject({ reason: 'run-interrupted', ms: 5000 });
  });

  test('and none of what changes no state: too early, ended before, taken over', async () => {
    const platform = await MemoryPlatform.linked();
    await continued(platform, { ...SYNC, notBefore: platform.now + 1000 });
    await continued(platform, { ...SYNC, state: 'done' });
    expect(heard(platform)).toEqual([]);
  });
});

describe('the run of one question', () => {
  async function asked(platform: MemoryPlatform): Promise<void> {
    platform.runLines.length = 0;
    const question = { lens: lensIdentity('main'), question: 'q1', site: 'a-site' };
    await runOneQuestion({ link: await platform.link(), ...question }, platform);
  }

  function moveCard({ board }: MemoryPlatform): void {
    const issue = board.all().find(({ property }) => property?.choice === 'p1');
    board.setStatus(issue?.id ?? '', 'done');
  }

  test.each<[string, (platform: MemoryPlatform) => void, Partial<RunLine>]>([
    ['in which nothing happened', () => undefined, { outcome: 'unchanged' }],
    ['in which a card moved', moveCard, { outcome: 'applied' }],
  ])('%s starts and ends', async (_, happens, ended) => {
    const platform = await MemoryPlatform.automatic();
    await continued(platform);
    happens(platform);
    await asked(platform);
    const facts = { startedBy: 'event', kind: 'question' };
    expect(platform.runLines).toMatchObject([
      { is: 'started', ...facts },
      { is: 'ended', ...facts, ...ended },
    ]);
  });

  test('that fails says so once', async () => {
    const platform = await MemoryPlatform.automatic();
    await continued(platform);
    moveCard(platform);
    platform.aws.trouble = () => trouble('ThrottlingException', { retryable: true });
    await expect(asked(platform)).rejects.toThrow('ThrottlingException');
    expect(platform.runLines.map(({ is, error }) => [is, error])).toEqual([
      ['started', undefined],
      ['failed', 'ThrottlingException'],
    ]);
  });
});

test('no line has an account, a person, a role, a key of an issue or words', async () => {
  const platform = await MemoryPlatform.linked();
  platform.jira.rejects = () => 'Jira says so';
  await continued(platform);
  await continued(platform, { ...SYNC, id: 'r2', settle: [{ issueKey: 'WA-1', keep: 'aws' }] });
  const said = JSON.stringify(platform.runLines);
  const unsaid = [
    ACCOUNT,
    ROLE_ARN,
    WORKLOAD_ARN,
    'project admin',
    'WA-',
    'Jira says',
    'Question',
    'Web shop',
  ];
  for (const words of unsaid) expect(said).not.toContain(words);
});

test('the platform’s log has a static message, and the line as JSON', () => {
  const info = jest.spyOn(console, 'info').mockImplementation(() => undefined);
  const line = {
    run: 'r1',
    is: 'started',
    startedBy: 'person',
    kind: 'workload',
    mode: 'sync',
    workload: 'f',
  } as const;
  logRun(line);
  expect(info.mock.calls).toEqual([['Run', JSON.stringify(line)]]);
});
