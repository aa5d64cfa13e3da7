/** Linking many workloads at once: what stands in the way of one stops no other. */
import { describe, expect, test } from '@jest/globals';
import { inWords } from '../../../src/in-words';
import { asReason } from '../../../src/reason';
import { UpstreamError } from '../../../src/upstream-error';
import { linkWorkload } from '../../../src/use-cases/link-workload';
import { linkWorkloads } from '../../../src/use-cases/link-workloads';
import { MemoryPlatform, PROJECT, PROJECT_ADMIN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { arnOf } from '../linked-workloads/a-link';

const GONE = new UpstreamError(asReason('AWS has no such workload.'), {
  ...{ service: 'aws', code: 'ResourceNotFoundException', retryable: false },
});

async function linkAll(platform: MemoryPlatform, arns: readonly string[], connectionId?: string) {
  const { id } = await platform.connection();
  const workloads = arns.map((workloadArn) => ({ workloadArn, connectionId: connectionId ?? id }));
  const { links } = await linkWorkloads({ projectKey: 'WA', workloads }, PROJECT_ADMIN, platform);
  return links.map((each) => ('why' in each ? inWords(each.why) : each.linked.state.code));
}

describe('many workloads', () => {
  test('are linked as each alone is, in the order that is asked for', async () => {
    const [alone, among] = [await MemoryPlatform.connected(), await MemoryPlatform.connected()];
    const { id } = await alone.connection();
    await linkWorkload(
      { projectKey: 'WA', workloadArn: WORKLOAD_ARN, connectionId: id },
      PROJECT_ADMIN,
      alone,
    );
    expect(await linkAll(among, [WORKLOAD_ARN])).toEqual(['active']);
    expect(await among.linkedWorkloads.get(WORKLOAD_ARN)).toEqual(
      await alone.linkedWorkloads.get(WORKLOAD_ARN),
    );
    expect(among.told()).toEqual(alone.told());
  });

  test('are all listed, though they are linked beside one another', async () => {
    const platform = await MemoryPlatform.connected();
    const arns = Array.from({ length: 25 }, (_, nth) => arnOf(nth));
    expect(await linkAll(platform, arns)).toEqual(arns.map(() => 'active'));
    const listed = await platform.linkedWorkloads.ofProject(PROJECT.id);
    expect(listed.map(({ workloadArn }) => workloadArn).sort()).toEqual([...arns].sort());
  });

  test('of which another project has one: it is told, left as it is, and the others are linked', async () => {
    const platform = await MemoryPlatform.connected();
    const taken = await platform.link({
      workloadArn: arnOf(2),
      projectId: platform.board.projectId('OTHER'),
    });
    const [first, second, third] = await linkAll(platform, [1, 2, 3].map(arnOf));
    expect([first, third]).toEqual(['active', 'active']);
    expect(second).toMatch(/^Space OTHER has linked this workload/);
    expect(await platform.linkedWorkloads.get(arnOf(2))).toEqual(taken);
  });

  test('through a connection that does not serve the project are all refused, and nothing is written', async () => {
    const platform = await MemoryPlatform.connected();
    const { id } = await platform.connect({ serves: [] });
    const before = new Map(platform.kvs.values);
    const told = await linkAll(platform, [1, 2].map(arnOf), id);
    expect(told).toEqual([expect.stringContaining('connection'), expect.stringContaining('connection')]);
    expect(platform.kvs.values).toEqual(before);
  });

  test('of which AWS does not show one: no trace of it stays', async () => {
    const platform = await MemoryPlatform.connected();
    const open = platform.aws.openReviews.bind(platform.aws);
    platform.aws.openReviews = async (...asked) => {
      const source = await open(...asked);
      const workload = (arn: string) => (arn === arnOf(2) ? Promise.reject(GONE) : source.workload(arn));
      return { ...source, workload };
    };
    expect(await linkAll(platform, [1, 2].map(arnOf))).toEqual(['active', 'AWS has no such workload.']);
    expect(await platform.linkedWorkloads.get(arnOf(2))).toBeUndefined();
  });
});
