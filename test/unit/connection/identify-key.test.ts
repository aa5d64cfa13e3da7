import { afterEach, describe, expect, test } from '@jest/globals';
import { identifyKey } from '../../../src/connection/identify-key';
import { failure } from '../wellarchitected/open-source';
import { installRecordedAws, type Recorded, type RecordedAws } from '../wellarchitected/recorded-aws';
import { KEY, SECRET, USER_ARN } from './a-connection';
import { identified, stsError } from './sts-answers';
import { AWS_PORTS } from './aws-ports';

let aws: RecordedAws | undefined;
afterEach(() => aws?.uninstall());

function identify(answer: Recorded, partition: 'aws' | 'aws-us-gov' = 'aws') {
  aws = installRecordedAws({ GetCallerIdentity: [answer] });
  return identifyKey({ ...KEY, partition }, AWS_PORTS);
}

const GOV_USER = 'arn:aws-us-gov:iam::111122223333:user/backlog';

describe('whose an access key is', () => {
  test('says AWS, through a Region of the partition', async () => {
    expect(await identify(identified(USER_ARN))).toEqual({ principalArn: USER_ARN });
    expect(aws?.sent.map(({ url }) => url.origin)).toEqual(['https://sts.us-east-1.amazonaws.com']);
    aws?.uninstall();
    expect(await identify(identified(GOV_USER), 'aws-us-gov')).toEqual({ principalArn: GOV_USER });
    expect(aws?.sent.map(({ url }) => url.origin)).toEqual(['https://sts.us-gov-west-1.amazonaws.com']);
  });

  test('may be a user with a path', async () => {
    const arn = 'arn:aws:iam::111122223333:user/apps/jira/backlog+1@example.com';
    expect(await identify(identified(arn))).toEqual({ principalArn: arn });
  });

  test.each([
    ['the root user', 'arn:aws:iam::111122223333:root', /root user/],
    ['the session of a role', 'arn:aws:sts::111122223333:assumed-role/a/b', /session of a role/],
    ['a federated session', 'arn:aws:sts::111122223333:federated-user/a', /federated session/],
    ['a user of another partition', GOV_USER, /another part of AWS than aws/],
    ['nobody that AWS documents', 'arn:aws:iam::111122223333:user/a"b', /not an access key of an IAM user/],
  ])('is refused for %s', async (_who, arn, message) => {
    const error = await failure(identify(identified(arn)));
    expect(error.details).toMatchObject({ code: 'not-a-user', retryable: false });
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/Enter the access key of an IAM user/);
  });

  test.each<[string, Recorded, string, boolean, RegExp]>([
    [
      'the key was deleted or deactivated',
      stsError(403, 'InvalidClientTokenId', 'invalid'),
      'InvalidClientTokenId',
      false,
      /deleted, deactivated or revoked/,
    ],
    [
      'the secret is another key’s',
      stsError(403, 'SignatureDoesNotMatch', 'no match'),
      'SignatureDoesNotMatch',
      false,
      /secret access key does not belong/,
    ],
    [
      'the clock is wrong',
      stsError(403, 'SignatureDoesNotMatch', 'Signature expired: 1 is now earlier than 2'),
      'SignatureDoesNotMatch',
      true,
      /clock differs/,
    ],
    [
      'AWS has no time',
      stsError(400, 'Throttling', 'Rate exceeded'),
      'Throttling',
      true,
      /limiting the rate of sts:GetCallerIdentity/,
    ],
    [
      'the answer cannot be read',
      {
        status: 200,
        headers: { 'content-type': 'text/xml' },
        body: '<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>',
      },
      'unreadable',
      true,
      /not what AWS documents/,
    ],
    [
      'nobody is there',
      { networkError: new TypeError('fetch failed') },
      'network',
      true,
      /could not be reached/,
    ],
  ])('is not found out where %s', async (_why, answer, code, retryable, message) => {
    const error = await failure(identify(answer));
    expect(error.details).toMatchObject({ code, retryable });
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain(SECRET);
    expect(error.message).not.toContain(KEY.accessKeyId);
  });
});
