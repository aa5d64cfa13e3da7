import fs from 'node:fs/promises';
import { afterEach, expect, jest, test } from '@jest/globals';
import { installRecordedAws, type RecordedAws } from '../wellarchitected/recorded-aws';
import { reviewRecording, WORKLOAD_ARN } from '../wellarchitected/recorded-review';
import { CONNECTION, KEY } from './a-connection';
import { assumed } from './sts-answers';

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
    AWS_ENDPOINT_URL_STS: 'http://elsewhere.example',
    AWS_STS_REGIONAL_ENDPOINTS: 'legacy',
  });
  const readFile = jest.spyOn(fs, 'readFile');
  aws = installRecordedAws({ ...reviewRecording(), AssumeRole: [assumed(1, new Date(900_000))] });
  // Imported only now, so that the SDK finds the watched `readFile`.
  const { createSource } = await import('../../../src/connection/create-source');
  const source = createSource(
    { connection: CONNECTION, key: KEY, region: 'eu-west-1', runId: 'run', site: 'site' },
    { clock: { now: () => 0 }, sleep: () => Promise.resolve() },
  );

  await source.review(WORKLOAD_ARN);

  expect(readFile).not.toHaveBeenCalled();
  const [sts, ...reads] = aws.sent.map(({ url, headers }) => ({
    host: url.host,
    key: /Credential=(\w+)/.exec(headers.get('authorization') ?? '')?.[1],
  }));
  expect(sts).toEqual({ host: 'sts.us-east-1.amazonaws.com', key: KEY.accessKeyId });
  expect(new Set(reads.map(({ host, key }) => `${host} ${key ?? ''}`))).toEqual(
    new Set(['wellarchitected.eu-west-1.amazonaws.com ASIA1']),
  );
});
