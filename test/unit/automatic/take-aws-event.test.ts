/** Events that anybody on the internet can send: what is taken, and what comes of it. */
import { describe, expect, test } from '@jest/globals';
import { takeAwsEvent } from '../../../src/automatic/take-aws-event';
import { ACCOUNT, MemoryPlatform, REGION, ROLE_ARN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

const [, WORKLOAD_ID = ''] = WORKLOAD_ARN.split('/');

interface Sent {
  readonly id?: string;
  readonly account?: string;
  readonly region?: string;
  readonly issuer?: string;
  readonly question?: string;
}

function bodyOf({ id = '0'.repeat(8), account = ACCOUNT, region = REGION, issuer, question = 'q1' }: Sent) {
  return JSON.stringify({
    id: `${id}-0000-4000-8000-000000000000`,
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.wellarchitected',
    ...{ account, region, time: '2026-06-01T00:00:00Z' },
    detail: {
      eventName: 'UpdateAnswer',
      requestParameters: { WorkloadId: WORKLOAD_ID, LensAlias: 'main', QuestionId: question },
      ...(issuer === undefined
        ? {}
        : { userIdentity: { sessionContext: { sessionIssuer: { arn: issuer } } } }),
    },
  });
}

async function listening(platform?: MemoryPlatform) {
  const made = platform ?? (await MemoryPlatform.automatic({ quietSeconds: 90 }));
  const { id: connectionId } = await made.connection();
  const key = await made.eventSecrets.renew(connectionId);
  const take = (sent: Sent = {}, more: { key?: string | undefined; body?: string } = {}) =>
    takeAwsEvent({ connectionId, key, body: bodyOf(sent), ...more }, made);
  return { platform: made, connectionId, key, take };
}

test('an answer that changed is noted as a pending change of its question', async () => {
  const { platform, take } = await listening();
  expect(await take()).toEqual({ kind: 'taken' });
  expect(platform.jobs).toMatchObject([
    { change: { direction: 'aws', workloadArn: WORKLOAD_ARN, question: 'q1' }, seconds: 90 },
  ]);
});

test('an event of the whole workload names no question', async () => {
  const { platform, take } = await listening();
  await take({ question: '' });
  expect(platform.jobs).toHaveLength(1);
  expect(platform.jobs[0]).not.toHaveProperty('look.question');
});

test('of questions that the review does not have one is noted, and the others are let go', async () => {
  const { platform, take } = await listening();
  await (
    await platform.knownQuestions.open(WORKLOAD_ARN)
  )(['q1']);
  for (const [nth, question] of ['a', 'b', 'c', 'q1'].entries())
    expect(await take({ id: `${nth}`.repeat(8), question })).toEqual({ kind: 'taken' });
  expect(platform.jobs).toMatchObject([{ change: { question: 'a' } }, { change: { question: 'q1' } }]);
});

describe('what is not taken', () => {
  test.each<[string, Sent, { key?: string | undefined; body?: string }, string]>([
    ['another key', {}, { key: '0'.repeat(64) }, 'wrong-key'],
    ['no key', {}, { key: undefined }, 'wrong-key'],
    ['a body over 64 KiB', {}, { body: ' '.repeat(64 * 1024 + 1) }, 'too-large'],
    ['no JSON', {}, { body: '{' }, 'unreadable'],
    ['another account', { account: '999999999999' }, {}, 'of-another-connection'],
    ['a Region that the connection does not cover', { region: 'us-east-1' }, {}, 'of-another-connection'],
  ])('%s', async (_, sent, more, kind) => {
    const { platform, take } = await listening();
    expect((await take(sent, more)).kind).toBe(kind);
    expect(platform.jobs).toEqual([]);
  });

  test('a key before anything else: whoever has none learns nothing', async () => {
    const { take } = await listening();
    expect(await take({}, { key: 'none', body: '{' })).toEqual({ kind: 'wrong-key' });
  });

  test('a key that was renewed, or whose connection is gone', async () => {
    const { platform, connectionId, take } = await listening();
    await platform.eventSecrets.renew(connectionId);
    expect((await take()).kind).toBe('wrong-key');
    const other = await listening();
    await other.platform.connections.delete(other.connectionId);
    expect((await other.take()).kind).toBe('of-another-connection');
  });
});

describe('what is taken and no news', () => {
  test.each<[string, Sent, (platform: MemoryPlatform) => Promise<unknown>]>([
    ['what the app did itself', { issuer: ROLE_ARN }, () => Promise.resolve()],
    ['of a workload in manual mode', {}, (it) => it.change({})],
    ['of a workload that is not linked', {}, (it) => it.link({ ended: { reason: 'unlinked', at: 'now' } })],
    [
      'of a workload that goes through another connection',
      {},
      async (it) => it.link({ connectionId: (await it.connect({ name: 'Another' })).id }),
    ],
  ])('%s', async (_, sent, change) => {
    const { platform, take } = await listening();
    await change(platform);
    expect(await take(sent)).toEqual({ kind: 'taken' });
    expect(platform.jobs).toEqual([]);
  });

  test('an event that is delivered twice', async () => {
    const { platform, take } = await listening();
    await take();
    const { values } = platform.kvs;
    const before = new Map(values);
    platform.now += 3_600_000;
    await take();
    expect(values).toEqual(before);
    await take({ id: '1'.repeat(8) });
    expect(platform.jobs).toHaveLength(2);
  });
});
