import { afterEach, describe, expect, test } from '@jest/globals';
import { createSource } from '../../../src/connection/create-source';
import type { PageReads } from '../../../src/wellarchitected/page-reads';
import type { ReviewSource } from '../../../src/wellarchitected/source';
import { failure } from '../wellarchitected/open-source';
import {
  awsError,
  installRecordedAws,
  type Recorded,
  type RecordedAws,
  type Recording,
} from '../wellarchitected/recorded-aws';
import { reviewRecording, WORKLOAD_ARN } from '../wellarchitected/recorded-review';
import { CONNECTION, KEY, withoutRole } from './a-connection';
import { assumed } from './sts-answers';
import { AWS_PORTS } from './aws-ports';

type Source = ReviewSource & PageReads;

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

let aws: RecordedAws | undefined;
let now = START;
afterEach(() => {
  aws?.uninstall();
  now = START;
});

/** STS gives credentials 1, 2, 3, …, each for a quarter of an hour from now. */
function sessions(): (sent: unknown) => Recorded {
  let number = 0;
  return () => assumed((number += 1), new Date(now + 15 * MINUTE));
}

function open(recording: Recording, region = 'eu-west-1'): { source: Source; aws: RecordedAws } {
  aws = installRecordedAws({ AssumeRole: sessions(), ...recording });
  const awsPorts = {
    clock: { now: () => now },
    sleep: () => Promise.resolve(),
    maxAttempts: 1,
  };
  const run = { runId: 'run/1', site: 'example.atlassian.net' };
  return {
    aws,
    source: createSource({ connection: CONNECTION, key: KEY, region, ...run }, awsPorts),
  };
}

/** Which credentials signed each call after STS. */
function signers({ sent }: RecordedAws): (string | null)[] {
  return sent
    .filter(({ operation }) => operation !== 'AssumeRole')
    .map(({ headers }) => headers.get('x-amz-security-token'));
}

describe('a source of a connection', () => {
  test('assumes the role first, with the external ID, for a quarter of an hour, named after site and run', async () => {
    const { source, aws } = open(reviewRecording());
    await source.review(WORKLOAD_ARN);
    const { url, body, headers } = aws.sent[0]!;
    const { Policy, ...fields } = Object.fromEntries(new URLSearchParams(body));
    expect(url.origin).toBe('https://sts.us-east-1.amazonaws.com');
    expect(fields).toEqual({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: CONNECTION.roleArn,
      ExternalId: CONNECTION.externalId,
      RoleSessionName: 'wa-example.atlassian.net-run-1',
      DurationSeconds: '900',
    });
    expect(Policy).toContain(WORKLOAD_ARN);
    expect(headers.get('authorization')).toMatch(/Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/us-east-1\/sts\//);
  });

  test('reads with what STS gave, asks STS once, and counts that call', async () => {
    const { source, aws } = open(reviewRecording());
    await source.review(WORKLOAD_ARN);
    await source.review(WORKLOAD_ARN);
    expect(new Set(signers(aws))).toEqual(new Set(['token1']));
    expect([source.calls(), aws.sent.length]).toEqual([9, 9]);
  });

  test('reads what is of the account in a session of its own', async () => {
    const { source, aws } = open(
      reviewRecording({
        ListWorkloads: [{ json: { WorkloadSummaries: [] } }],
        GetGlobalSettings: [{ json: {} }],
      }),
    );
    await source.review(WORKLOAD_ARN);
    await source.workloads();
    await source.accountConnector();
    const policies = aws.sent.filter(({ operation }) => operation === 'AssumeRole').map(({ body }) => body);
    expect(policies.map((body) => body.includes('ListWorkloads'))).toEqual([false, true]);
    expect(signers(aws).at(-1)).toBe('token2');
  });

  test.each<[what: string, read: (source: Source) => Promise<unknown>]>([
    ['the list of workloads', (source) => source.workloads()],
    ['a workload', (source) => source.workload(WORKLOAD_ARN)],
    ['questions', (source) => source.questions(WORKLOAD_ARN, { alias: 'wellarchitected' })],
    ['an answer', (source) => source.answer(WORKLOAD_ARN, { alias: 'wellarchitected' }, 'encrypt')],
  ])('reads %s in a session that allows every call', async (_what, read) => {
    const { source, aws } = open(reviewRecording());
    // What the recording does not have is asked for all the same.
    await read(source).catch(() => undefined);
    const [session, ...calls] = aws.sent;
    const policy = new URLSearchParams(session?.body).get('Policy') ?? '';
    expect(calls).not.toEqual([]);
    for (const { operation } of calls) expect(policy).toContain(`"wellarchitected:${operation}"`);
  });

  test('renews its credentials during a run', async () => {
    const { source, aws } = open(reviewRecording());
    await source.review(WORKLOAD_ARN);
    now = START + 14 * MINUTE;
    await source.review(WORKLOAD_ARN);
    expect(signers(aws).at(-1)).toBe('token2');
  });

  test('refuses a Region that the connection does not cover, before anything is sent', () => {
    expect(() => open({}, 'sa-east-1')).toThrow('covers eu-west-1, us-east-1, not the Region asked for');
    expect(aws?.sent).toEqual([]);
  });

  test('refuses a connection that has no role yet', () => {
    const connection = withoutRole(CONNECTION);
    const options = { connection, key: KEY, region: 'eu-west-1', runId: 'run', site: 'site' };
    expect(() => createSource(options, AWS_PORTS)).toThrow('"Production" has no role yet');
  });

  test('refuses what is no workload of the Region before it asks STS', async () => {
    const { source, aws } = open({});
    const error = await failure(source.review('arn:aws:wellarchitected:eu-west-1:111122223333:workload/*'));
    expect([error.details.code, aws.sent.length]).toEqual(['unknown-workload', 0]);
  });
});

test('a workload that the role may not read says which permission it needs', async () => {
  const words = 'User: x is not authorized to perform: wellarchitected:GetWorkload on resource: arn:y';
  const { source } = open({ GetWorkload: [awsError(403, 'AccessDeniedException', words)] });
  const error = await failure(source.review(WORKLOAD_ARN));
  expect(error.message).toMatch(/refused wellarchitected:GetWorkload on arn:y/);
});
