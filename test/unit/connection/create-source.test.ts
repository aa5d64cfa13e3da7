import { afterEach, describe, expect, test } from '@jest/globals';
import { createSource } from '../../../src/connection/create-source';
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
import { CONNECTION, KEY, SECRET, withoutRole } from './a-connection';
import { assumed, stsError } from './sts-answers';
import { SURROUNDINGS } from './surroundings';

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

function open(recording: Recording, region = 'eu-west-1'): { source: ReviewSource; aws: RecordedAws } {
  aws = installRecordedAws({ AssumeRole: sessions(), ...recording });
  const surroundings = {
    pacer: { take: () => Promise.resolve() },
    clock: { now: () => now },
    sleep: () => Promise.resolve(),
    maxAttempts: 1,
  };
  const run = { runId: 'run/1', site: 'example.atlassian.net' };
  return {
    aws,
    source: createSource({ connection: CONNECTION, key: KEY, region, ...run }, surroundings),
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
    expect(url.origin).toBe('https://sts.eu-west-1.amazonaws.com');
    expect(fields).toEqual({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: CONNECTION.roleArn,
      ExternalId: CONNECTION.externalId,
      RoleSessionName: 'wa-example.atlassian.net-run-1',
      DurationSeconds: '900',
    });
    expect(Policy).toContain(WORKLOAD_ARN);
    expect(headers.get('authorization')).toMatch(/Credential=AKIAIOSFODNN7EXAMPLE\/\d{8}\/eu-west-1\/sts\//);
  });

  test('reads with what STS gave, asks STS once, and counts that call', async () => {
    const { source, aws } = open(reviewRecording());
    await source.review(WORKLOAD_ARN);
    await source.review(WORKLOAD_ARN);
    expect(new Set(signers(aws))).toEqual(new Set(['token1']));
    expect([source.calls(), aws.sent.length]).toEqual([9, 9]);
  });

  test('lists workloads in a session of its own', async () => {
    const { source, aws } = open(reviewRecording({ ListWorkloads: [{ json: { WorkloadSummaries: [] } }] }));
    await source.review(WORKLOAD_ARN);
    await source.workloads();
    const policies = aws.sent.filter(({ operation }) => operation === 'AssumeRole').map(({ body }) => body);
    expect(policies.map((body) => body.includes('ListWorkloads'))).toEqual([false, true]);
    expect(signers(aws).at(-1)).toBe('token2');
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
    expect(() => createSource(options, SURROUNDINGS)).toThrow('"Production" has no role yet');
  });

  test('refuses what is no workload of the Region before it asks STS', async () => {
    const { source, aws } = open({});
    const error = await failure(source.review('arn:aws:wellarchitected:eu-west-1:111122223333:workload/*'));
    expect([error.details.code, aws.sent.length]).toEqual(['unknown-workload', 0]);
  });
});

describe('when STS refuses', () => {
  test.each<[string, Recorded, string, boolean, RegExp]>([
    [
      'the trust policy or the external ID is wrong',
      stsError(403, 'AccessDenied', 'User: x is not authorized to perform: sts:AssumeRole'),
      'AccessDenied',
      false,
      /"Production" assume the role arn:aws:iam::111122223333:role\/\S+, for one of three reasons.*The role does not exist.*does not name the app's IAM user arn:aws:iam::111122223333:user\/backlog.*external ID is another one: compare sts:ExternalId with 0123456789abcdef0123456789abcdef/,
    ],
    [
      'the role itself refuses, in AWS’s newer words',
      stsError(
        403,
        'AccessDenied',
        'User: x is not authorized to perform: sts:AssumeRole on resource: y because no resource-based policy allows the sts:AssumeRole action',
      ),
      'AccessDenied',
      false,
      /one of three reasons/,
    ],
    [
      'the user may not',
      stsError(
        403,
        'AccessDenied',
        'User: x is not authorized to perform: sts:AssumeRole on resource: y because no identity-based policy allows the sts:AssumeRole action',
      ),
      'AccessDenied',
      false,
      /IAM user arn:aws:iam::111122223333:user\/backlog may not assume the role .* Allow sts:AssumeRole on this role/,
    ],
    [
      'an organisation forbids it to the user',
      stsError(
        403,
        'AccessDenied',
        'User: x is not authorized to perform: sts:AssumeRole on resource: y with an explicit deny in a service control policy',
      ),
      'AccessDenied',
      false,
      /its own policies or those of its account forbid it/,
    ],
    [
      'the key was revoked',
      stsError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'),
      'InvalidClientTokenId',
      false,
      /access key was deleted, deactivated or revoked\. A Jira admin enters a new access key of the same IAM user/,
    ],
    [
      'the secret is not the key’s',
      stsError(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match'),
      'SignatureDoesNotMatch',
      false,
      /secret access key .* does not belong to its access key\. A Jira admin enters both again/,
    ],
    [
      'the clock is wrong',
      stsError(403, 'SignatureDoesNotMatch', 'Signature expired: 1 is now earlier than 2'),
      'SignatureDoesNotMatch',
      true,
      /clock differs/,
    ],
    [
      'STS is off in the Region',
      stsError(403, 'RegionDisabledException', 'off'),
      'RegionDisabledException',
      false,
      /not activated in eu-west-1/,
    ],
    [
      'the session is too long for the role',
      stsError(400, 'ValidationError', 'DurationSeconds exceeds MaxSessionDuration'),
      'ValidationError',
      false,
      /maximum session duration/,
    ],
    [
      'there are too many requests',
      stsError(400, 'Throttling', 'Rate exceeded'),
      'Throttling',
      true,
      /limiting the rate of sts:AssumeRole/,
    ],
    [
      'it answers something else',
      { status: 200, headers: {}, body: '<html/>' },
      'unreadable',
      true,
      /not what AWS documents/,
    ],
    [
      'the name of its host does not resolve',
      {
        networkError: new TypeError('fetch failed', {
          cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }),
        }),
      },
      'no-such-host',
      true,
      /sts\.eu-west-1\.amazonaws\.com does not resolve/,
    ],
    [
      'nobody is there',
      { networkError: new TypeError('fetch failed') },
      'network',
      true,
      /could not be reached/,
    ],
  ])('because %s, the run learns it in words', async (_why, answer, code, retryable, message) => {
    const { source, aws } = open({ AssumeRole: [answer] });
    const error = await failure(source.review(WORKLOAD_ARN));
    expect(error.details).toMatchObject({ code, retryable });
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain(SECRET);
    expect(new Set(aws.operations())).toEqual(new Set(['AssumeRole']));
  });

  test('a later try asks again', async () => {
    const answers = [stsError(403, 'AccessDenied', 'not yet'), assumed(1, new Date(START + 15 * MINUTE))];
    const { source } = open(reviewRecording({ AssumeRole: answers }));
    await failure(source.review(WORKLOAD_ARN));
    expect((await source.review(WORKLOAD_ARN)).lenses).toHaveLength(1);
  });

  test('nothing of an answer that cannot be read is shown', async () => {
    const answer = assumed(7, new Date(START));
    const body = 'body' in answer ? answer.body.replace(/<SessionToken>.*<\/SessionToken>/, '') : '';
    const { source } = open({ AssumeRole: [{ status: 200, headers: { 'content-type': 'text/xml' }, body }] });
    const error = await failure(source.review(WORKLOAD_ARN));
    expect(error.details.code).toBe('unreadable');
    expect(JSON.stringify([error.message, error.cause])).not.toContain('secret7');
  });
});

test('a workload that the role may not read says which permission it needs', async () => {
  const words = 'User: x is not authorized to perform: wellarchitected:GetWorkload on resource: arn:y';
  const { source } = open({ GetWorkload: [awsError(403, 'AccessDeniedException', words)] });
  const error = await failure(source.review(WORKLOAD_ARN));
  expect(error.message).toMatch(/refused wellarchitected:GetWorkload on arn:y/);
});
