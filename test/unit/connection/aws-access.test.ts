/** Ways into an account by a connection's id: what is refused before anything is sent. */
import { describe, expect, test } from '@jest/globals';
import { createAwsAccess } from '../../../src/connection/aws-access';
import { createPrincipals } from '../../../src/connection/principals';
import type { Connection } from '../../../src/connection/model';
import { UpstreamError } from '../../../src/upstream-error';
import { CONNECTION, KEY, USER_ARN, withoutRole } from './a-connection';
import { AWS_PORTS } from './aws-ports';
import { asReason } from '../../../src/reason';

const RUN = { runId: 'a-run', site: 'a-site' };
const WORKLOAD = 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/0123456789abcdef0123456789abcdef';

const access = (connection: Connection | undefined) =>
  createAwsAccess({
    connections: { get: () => Promise.resolve(connection) },
    accessKeys: { get: () => Promise.resolve(KEY) },
    random: (bytes) => new Uint8Array(bytes),
    awsPorts: AWS_PORTS,
  });

describe('nothing is opened', () => {
  const withoutKey = createAwsAccess({
    connections: { get: () => Promise.resolve(CONNECTION) },
    accessKeys: { get: () => Promise.resolve(undefined) },
    random: (bytes) => new Uint8Array(bytes),
    awsPorts: AWS_PORTS,
  });
  test.each([
    ['through a connection that is gone', access(undefined), 'unknown-connection'],
    ['through one without a role', access(withoutRole(CONNECTION)), 'no-role'],
    [
      'in a Region that it does not cover',
      access({ ...CONNECTION, regions: ['us-east-2'] }),
      'unknown-region',
    ],
    ['without a key', withoutKey, 'no-key'],
  ])('%s', async (_, aws, code) => {
    const refused = { name: 'UpstreamError', details: { code, retryable: false } };
    await expect(aws.openReviews('c1', 'eu-west-1', RUN)).rejects.toMatchObject(refused);
    await expect(aws.openAnswers('c1', WORKLOAD, RUN)).rejects.toMatchObject(refused);
  });

  test.each([
    ['of what is no workload', CONNECTION, 'arn:aws:s3:::bucket', 'unknown-workload'],
    [
      'to write where it may only read',
      { ...CONNECTION, access: 'read-only' } as const,
      WORKLOAD,
      'read-only',
    ],
  ])('%s', async (_, connection, arn, code) => {
    await expect(access(connection).openAnswers('c1', arn, RUN)).rejects.toMatchObject({ details: { code } });
  });

  test('is sent by opening alone', async () => {
    const source = await access(CONNECTION).openReviews('c1', 'eu-west-1', RUN);
    const answers = await access(CONNECTION).openAnswers('c1', WORKLOAD, RUN);
    expect([source.calls(), answers.calls()]).toEqual([0, 0]);
  });
});

describe('whom roles have to trust', () => {
  const ofApp = { partition: 'aws', from: 'app', accessKeyId: 'AKIA1', secretAccessKey: 'x' } as const;

  test('is known of the site’s own key, asked once of the app’s, and nobody’s without one', async () => {
    let asked = 0;
    const principals = createPrincipals(() => Promise.resolve({ principalArn: `asked ${(asked += 1)}` }));
    expect(await principals.principalOf(KEY)).toBe(USER_ARN);
    expect(await principals.principalOf(undefined)).toBeUndefined();
    expect(await principals.principalOf(ofApp)).toBe('asked 1');
    expect(await principals.principalOf(ofApp)).toBe('asked 1');
    expect(await principals.principalOf({ ...ofApp, accessKeyId: 'AKIA2' })).toBe('asked 2');
  });

  test('is not known while AWS does not say, and asked again', async () => {
    const failures = [
      new UpstreamError(asReason('No.'), { service: 'aws', code: 'timeout', retryable: true }),
    ];
    const principals = createPrincipals(() => {
      const failure = failures.pop();
      return failure ? Promise.reject(failure) : Promise.resolve({ principalArn: USER_ARN });
    });
    expect(await principals.principalOf(ofApp)).toBeUndefined();
    expect(await principals.principalOf(ofApp)).toBe(USER_ARN);
  });
});
