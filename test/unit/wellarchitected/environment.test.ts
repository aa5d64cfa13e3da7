import fs from 'node:fs/promises';
import { afterEach, expect, jest, test } from '@jest/globals';
import { installRecordedAws, type RecordedAws } from './recorded-aws';
import { reviewRecording, WORKLOAD_ARN } from './recorded-review';

const before = { ...process.env };
let aws: RecordedAws | undefined;

afterEach(() => {
  aws?.uninstall();
  process.env = { ...before };
  jest.restoreAllMocks();
});

test('neither the environment nor a file in the home folder steers the AWS SDK', async () => {
  Object.assign(process.env, {
    AWS_PROFILE: 'somebody',
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: 'http://elsewhere.example',
    AWS_ENDPOINT_URL_WELLARCHITECTED: 'http://elsewhere.example',
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
    AWS_MAX_ATTEMPTS: 'many',
    AWS_RETRY_MODE: 'none',
    AWS_DEFAULTS_MODE: 'auto',
    AWS_ACCESS_KEY_ID: 'AKIAOFTHEDEVELOPER00',
    AWS_SECRET_ACCESS_KEY: 'of the developer',
  });
  const readFile = jest.spyOn(fs, 'readFile');
  aws = installRecordedAws(reviewRecording());
  // Imported only now, so that the SDK finds the watched `readFile`.
  const { createEgress } = await import('../../../src/wellarchitected/client/egress');
  const { createReviewSource } = await import('../../../src/wellarchitected/client/review-source');
  const source = createReviewSource({
    region: 'eu-west-1',
    credentials: () => Promise.resolve({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' }),
    egress: createEgress({ take: () => Promise.resolve() }),
    sleep: () => Promise.resolve(),
  });

  await source.review(WORKLOAD_ARN);

  expect(readFile).not.toHaveBeenCalled();
  expect(new Set(aws.sent.map(({ url }) => url.host))).toEqual(
    new Set(['wellarchitected.eu-west-1.amazonaws.com']),
  );
  expect(aws.sent.every(({ headers }) => headers.get('authorization')?.includes('AKIAEXAMPLE'))).toBe(true);
});
