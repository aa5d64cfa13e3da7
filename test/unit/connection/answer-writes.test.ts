/** How an answer is written: once, with nothing that waits between the read and the write. */
import { afterEach, describe, expect, test } from '@jest/globals';
import type { AwsPorts } from '../../../src/connection/aws-ports';
import { createConnectionAnswers } from '../../../src/connection/create-answers';
import { UpstreamError } from '../../../src/upstream-error';
import { parseWorkloadArn } from '../../../src/wellarchitected/arn';
import {
  awsError,
  installRecordedAws,
  type Recorded,
  type RecordedAws,
} from '../wellarchitected/recorded-aws';
import { WORKLOAD_ARN } from '../wellarchitected/recorded-review';
import { CONNECTION, KEY } from './a-connection';
import { assumed } from './sts-answers';

let aws: RecordedAws | undefined;
afterEach(() => aws?.uninstall());

const START = Date.UTC(2026, 0, 1);
const REF = { lensAlias: 'wellarchitected', questionId: 'q1' };
const CHANGE = { notes: 'x' };

/** A clock that nothing but waiting moves. */
function open(updates: readonly Recorded[], expires = START + 900_000) {
  let now = START;
  const clock = { now: () => now };
  const sleep = (ms: number) => Promise.resolve(void (now += ms));
  const ports: AwsPorts = { clock, sleep };
  aws = installRecordedAws({
    AssumeRole: [assumed(1, new Date(expires)), assumed(2, new Date(expires + 900_000))],
    GetAnswer: [{ json: { Answer: {} } }],
    UpdateAnswer: updates,
  });
  const run = { connection: CONNECTION, key: KEY, runId: 'run', site: 'site' };
  return { answers: createConnectionAnswers(run, parseWorkloadArn(WORKLOAD_ARN)!, ports), clock };
}

const DONE: Recorded = { json: { Answer: {} } };

describe('a write that fails is sent once, and says that the answer has to be read again', () => {
  test.each<[string, Recorded]>([
    ['throttled', awsError(429, 'ThrottlingException', 'Rate exceeded')],
    ['a conflict', awsError(409, 'ConflictException', 'changed meanwhile')],
    ['AWS fails', awsError(500, 'InternalServerException', 'failed')],
    ['AWS is away', awsError(503, 'ServiceUnavailable', 'away')],
    ['no answer comes', { networkError: new TypeError('fetch failed') }],
    ['an answer that ends in its middle', { status: 200, body: '{"Answer": {"No' }],
    ['an answer without the answer', { json: {} }],
  ])('%s', async (_what, recorded) => {
    const { answers } = open([recorded, DONE]);
    const error: unknown = await answers.update(REF, CHANGE).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UpstreamError);
    expect((error as UpstreamError).details.retryable).toBe(true);
    expect(aws?.operations()).toEqual(['AssumeRole', 'UpdateAnswer']);
  });

  test('and one that AWS refuses does not', async () => {
    const { answers } = open([awsError(400, 'ValidationException', 'no')]);
    await expect(answers.update(REF, CHANGE)).rejects.toMatchObject({ details: { retryable: false } });
  });
});

describe('nothing waits between the read and the write', () => {
  test('where AWS throttled the write before: the pause comes before the read', async () => {
    const { answers, clock } = open([awsError(429, 'ThrottlingException', 'slow'), DONE]);
    await answers.update(REF, CHANGE).catch(() => undefined);
    const failedAt = clock.now();
    await answers.ready();
    const readyAt = clock.now();
    await answers.read(REF);
    await answers.update(REF, CHANGE);
    expect(readyAt - failedAt).toBeGreaterThanOrEqual(1000);
    expect(clock.now()).toBe(readyAt);
  });

  test('where another write went through meanwhile: that ends no wait', async () => {
    const slow = awsError(429, 'ThrottlingException', 'slow', { 'retry-after': '7' });
    const { answers, clock } = open([slow, DONE]);
    await answers.update(REF, CHANGE).catch(() => undefined);
    const failedAt = clock.now();
    await answers.update({ ...REF, questionId: 'q2' }, CHANGE);
    await answers.ready();
    expect(clock.now() - failedAt).toBe(7000);
  });

  test('where four writes fail at once: they are one trouble', async () => {
    const slow = awsError(429, 'ThrottlingException', 'slow');
    const { answers, clock } = open([slow, slow, slow, slow, DONE]);
    await Promise.allSettled([1, 2, 3, 4].map(() => answers.update(REF, CHANGE)));
    const failedAt = clock.now();
    await answers.ready();
    expect(clock.now() - failedAt).toBe(1000);
  });

  test('where AWS says how long to wait', async () => {
    const { answers, clock } = open([
      awsError(429, 'ThrottlingException', 'slow', { 'retry-after': '7' }),
      DONE,
    ]);
    await answers.update(REF, CHANGE).catch(() => undefined);
    const failedAt = clock.now();
    await answers.ready();
    expect(clock.now() - failedAt).toBe(7000);
  });

  test('where the credentials end: new ones are asked for before the read', async () => {
    const { answers } = open([DONE], START + 30_000);
    await answers.read(REF);
    await answers.ready();
    await answers.read(REF);
    await answers.update(REF, CHANGE);
    const operations = aws?.operations() ?? [];
    expect(operations.slice(-2)).toEqual(['GetAnswer', 'UpdateAnswer']);
    expect(operations.filter((each) => each === 'AssumeRole')).toHaveLength(2);
  });
});

test('choices go out under the ids that the lens gave them, whatever these are called', async () => {
  const { answers } = open([DONE]);
  const ids = ['__proto__', 'constructor', 'toString', 'ordinary'];
  const choices = new Map(ids.map((id) => [id, { status: 'SELECTED' } as const]));
  await answers.update(REF, { choices });
  const { ChoiceUpdates } = JSON.parse(aws?.sent.at(-1)?.body ?? '') as { ChoiceUpdates: object };
  expect(Object.keys(ChoiceUpdates)).toEqual(ids);
});
