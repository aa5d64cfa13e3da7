import { afterEach, describe, expect, test } from '@jest/globals';
import { createSource } from '../../../src/connection/create-source';
import type { ReviewSource } from '../../../src/wellarchitected/source';
import { failure } from '../wellarchitected/open-source';
import { installRecordedAws, type Recorded, type RecordedAws } from '../wellarchitected/recorded-aws';
import { reviewRecording, WORKLOAD_ARN } from '../wellarchitected/recorded-review';
import { CONNECTION, KEY, SECRET } from './a-connection';
import { assumed, stsError } from './sts-answers';
import { AWS_PORTS } from './aws-ports';

const IN_A_QUARTER = new Date(Date.UTC(2026, 0, 1, 0, 15));

let aws: RecordedAws | undefined;
afterEach(() => aws?.uninstall());

function open(AssumeRole: readonly Recorded[]): { source: ReviewSource; aws: RecordedAws } {
  aws = installRecordedAws(reviewRecording({ AssumeRole }));
  const options = { connection: CONNECTION, key: KEY, region: 'eu-west-1', runId: 'run', site: 'site' };
  return { aws, source: createSource(options, AWS_PORTS) };
}

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
      /not activated in us-east-1/,
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
      /sts\.us-east-1\.amazonaws\.com does not resolve/,
    ],
    [
      'nobody is there',
      { networkError: new TypeError('fetch failed') },
      'network',
      true,
      /could not be reached/,
    ],
  ])('because %s, the run learns it in words', async (_why, answer, code, retryable, message) => {
    const { source, aws } = open([answer]);
    const error = await failure(source.review(WORKLOAD_ARN));
    expect(error.details).toMatchObject({ code, retryable });
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain(SECRET);
    expect(new Set(aws.operations())).toEqual(new Set(['AssumeRole']));
  });

  test('a later try asks again', async () => {
    const { source } = open([stsError(403, 'AccessDenied', 'not yet'), assumed(1, IN_A_QUARTER)]);
    await failure(source.review(WORKLOAD_ARN));
    expect((await source.review(WORKLOAD_ARN)).lenses).toHaveLength(1);
  });

  test('nothing of an answer that cannot be read is shown', async () => {
    const answer = assumed(7, IN_A_QUARTER);
    const body = 'body' in answer ? answer.body.replace(/<SessionToken>.*<\/SessionToken>/, '') : '';
    const { source } = open([{ status: 200, headers: { 'content-type': 'text/xml' }, body }]);
    const error = await failure(source.review(WORKLOAD_ARN));
    expect(error.details.code).toBe('unreadable');
    expect(JSON.stringify([error.message, error.cause])).not.toContain('secret7');
  });
});
