/** A connection that was tested: what failed through it is tried again. */
import { expect, test } from '@jest/globals';
import type { Attention } from '../../../src/automatic/attention';
import { asReason } from '../../../src/reason';
import { testConnection } from '../../../src/use-cases/connections/test-connection';
import { JIRA_ADMIN, MemoryPlatform, REGION } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

const OTHER_REGION = 'us-east-1';

async function tested(
  platform: MemoryPlatform,
  why: Attention['why'] | undefined,
  { region = REGION, ok = true } = {},
) {
  const connection = await platform.connection();
  await platform.storeConnection({ ...connection, regions: [REGION, OTHER_REGION] });
  if (why) await platform.attention.set(WORKLOAD_ARN, { why, reasons: [asReason('It failed.')], at: 'then' });
  // The role stays closed to others as it was.
  platform.aws.finding = (_, covered) =>
    Promise.resolve({
      ...{ region: covered, at: '2026-01-02T00:00:00.000Z', ok },
      checks: connection.tests[0]?.checks ?? [],
    });
  await testConnection({ connectionId: connection.id, region }, JIRA_ADMIN, platform);
  return platform.queuedRuns();
}

test.each<[string, Attention['why'] | undefined, number]>([
  ['failed', 'failed', 1],
  ['was blocked', 'blocked', 1],
  ['was refused by the safety check', 'refused', 0],
  ['waits for a decision', 'undecided', 0],
  ['works', undefined, 0],
])('a workload that %s', async (_, why, runs) => {
  const platform = await MemoryPlatform.automatic();
  expect(await tested(platform, why)).toHaveLength(runs);
  const pending = await platform.pendingChanges.ofWorkload(WORKLOAD_ARN);
  expect(pending.map(({ runId }) => runId)).toEqual(platform.queuedRuns());
});

test.each<[string, (platform: MemoryPlatform) => ReturnType<typeof tested>]>([
  ['the test failed', (it) => tested(it, 'failed', { ok: false })],
  ['another Region was tested', (it) => tested(it, 'failed', { region: OTHER_REGION })],
  [
    'the workload is in manual mode',
    async (it) => {
      await it.change({});
      return tested(it, 'failed');
    },
  ],
])('nothing is tried where %s', async (_, act) => {
  expect(await act(await MemoryPlatform.automatic())).toEqual([]);
});
