import { expect, test } from '@jest/globals';
import type { Connection } from '../../../src/connection/model';
import { UpstreamError } from '../../../src/upstream-error';
import { listWorkloads } from '../../../src/use-cases/list-workloads';
import { MemoryPlatform, PROJECT, PROJECT_ADMIN } from '../../builders/platform';
import { ROLE_REFUSES, ROLE_REFUSES_FOR_VIEWERS } from '../../builders/role-refuses';
import { WORKLOAD_ARN } from '../../builders/review';

const list = (platform: MemoryPlatform) => listWorkloads({}, PROJECT_ADMIN, platform);

test('every workload of a connection that serves the project can be linked', async () => {
  const platform = await MemoryPlatform.connected();
  const { id: connectionId } = await platform.connection();
  expect(await list(platform)).toMatchObject({
    workloads: [{ connectionId, arn: WORKLOAD_ARN, name: 'Web shop' }],
    problems: [],
  });
});

test.each<[string, Partial<Connection>, number]>([
  ['of a connection that serves others is not even named', { serves: [{ projectId: 'another' }] }, 0],
  [
    'that a connection does not serve to the project is left out',
    { serves: [{ projectId: PROJECT.id, workloadArns: [] }] },
    0,
  ],
  ['of a connection that was not tested is told as a problem', { tests: [] }, 1],
])('a workload %s', async (_, change, problems) => {
  const platform = await MemoryPlatform.connected();
  await platform.storeConnection({ ...(await platform.connection()), ...change });
  const found = await list(platform);
  expect(found.workloads).toEqual([]);
  expect(found.problems).toHaveLength(problems);
});

test('a Region that cannot be read hides no other, and tells nothing of the connection', async () => {
  const platform = await MemoryPlatform.connected();
  await platform.storeConnection({ ...(await platform.connection()), regions: ['eu-west-1', 'us-east-1'] });
  let asked = 0;
  platform.aws.trouble = (call) =>
    call === 'workloads' && (asked += 1) === 2
      ? new UpstreamError(ROLE_REFUSES, { service: 'aws', code: 'AccessDenied', retryable: false })
      : undefined;
  const { workloads, problems } = await list(platform);
  expect(workloads).toHaveLength(1);
  const params = { connection: 'Production', region: 'us-east-1', why: ROLE_REFUSES_FOR_VIEWERS };
  expect(problems).toEqual([{ code: 'region-says', params }]);
});

test('a bug is thrown on', async () => {
  const platform = await MemoryPlatform.connected();
  platform.aws.trouble = () => new TypeError('a bug');
  await expect(list(platform)).rejects.toThrow('a bug');
});
