/** Events of the queue that never come: a run is found, goes on, or is ended; by the app or by a person. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FAULTS, type FaultsInput } from '../../sandbox/site/faults/model';
import { openSmallSite, WORKLOAD, type SmallSite } from './small-site';

const MINUTE_MS = 60_000;
const ISSUES = 11;

let site: SmallSite;
let workloadArn: string;
beforeEach(async () => {
  site = await openSmallSite();
  const { workloads } = await site.call('workload.list', { projectKey: 'WA' });
  workloadArn = workloads.find(({ name }) => name === WORKLOAD)?.arn ?? '';
  await site.link(workloadArn);
});
afterEach(() => site.close());

function meet(faults: FaultsInput): void {
  site.site.faults.set(FAULTS.parse(faults));
}

async function start(): Promise<string> {
  const { runId } = await site.call('sync.start', { projectKey: 'WA', workloadArn, mode: 'sync' });
  await site.site.idle();
  return runId;
}

async function stateOf(runId: string): Promise<string> {
  return (await site.call('sync.run', { projectKey: 'WA', runId })).state;
}

async function minutes(count: number): Promise<void> {
  for (let passed = 0; passed < count; passed += 5) {
    site.site.host.advanceClock(5 * MINUTE_MS);
    await site.site.idle();
  }
}

async function activeRun() {
  const { workloads } = await site.call('workload.linked', { projectKey: 'WA' });
  return workloads[0]?.activeRun;
}

describe('a run in manual mode whose event never comes', () => {
  test('begins within half an hour', async () => {
    site.site.host.setQueueFaults({ lose: 1 });
    const runId = await start();
    expect(await stateOf(runId)).toBe('queued');
    site.site.host.setQueueFaults({});
    await minutes(30);
    expect(await stateOf(runId)).toBe('done');
    expect(await site.issues()).toHaveLength(ISSUES);
  });

  test('however often it is queued, is ended with words, and the next one runs', async () => {
    site.site.host.setQueueFaults({ lose: 1 });
    const runId = await start();
    await minutes(90);
    const run = await site.call('sync.run', { projectKey: 'WA', runId });
    expect([run.state, run.message]).toEqual([
      'failed',
      expect.stringContaining('Nothing was heard of it for an hour'),
    ]);
    expect(await activeRun()).toBeUndefined();
    site.site.host.setQueueFaults({});
    expect(await stateOf(await start())).toBe('done');
  });

  test('is ended by a person, who starts another at once', async () => {
    site.site.host.setQueueFaults({ lose: 1 });
    const runId = await start();
    expect(await activeRun()).toMatchObject({ runId });
    await site.call('sync.end', { projectKey: 'WA', runId });
    expect(await activeRun()).toBeUndefined();
    site.site.host.setQueueFaults({});
    expect(await stateOf(await start())).toBe('done');
    await minutes(60);
    expect(await stateOf(runId)).toBe('failed');
    expect(await site.issues()).toHaveLength(ISSUES);
  });
});

describe.each(['rate-limited', 'server-error', 'reset', 'lost'] as const)('storage: %s', (fault) => {
  test('now and then costs time, and nothing else', async () => {
    meet({ seed: 3, storage: { [fault]: 0.1 } });
    const runId = await start();
    meet({});
    await minutes(30);
    expect(await stateOf(runId)).toBe('done');
    expect(await site.issues()).toHaveLength(ISSUES);
  });
});
