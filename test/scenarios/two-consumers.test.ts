/** Forge's promise of one event a concurrency key is broken: two runs of one workload, and events twice, at once. */
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { drawn } from '../../sandbox/random';
import { openSmallSite, WORKLOAD, type SmallSite } from './small-site';

const SCHEDULES = Array.from({ length: 8 }, (_, seed) => seed + 1);
const ISSUES = 11;

describe('two consumers at once make no double, and both runs end', () => {
  test.each(SCHEDULES)('schedule %i', async (seed) => {
    let call = 0;
    const site = await openSmallSite('none', {
      // Each call takes its own time, so that the runs overtake one another otherwise for each seed.
      beforeCall: () => setTimeout(drawn(`${seed} ${(call += 1)}`) * 20),
    });
    site.site.host.setQueueFaults({ ignoreConcurrencyKey: true, deliverTwice: 0.5, seed });
    const ended = await twoSyncs(site);
    const issues = await site.issues();
    await site.close();
    expect(ended).toEqual(['done', 'done']);
    expect(identities(issues)).toHaveLength(ISSUES);
    expect(issues).toHaveLength(ISSUES);
  });
});

async function twoSyncs(site: SmallSite): Promise<readonly string[]> {
  const { workloads } = await site.call('workload.list', { projectKey: 'WA' });
  const workloadArn = workloads.find(({ name }) => name === WORKLOAD)?.arn ?? '';
  await site.link(workloadArn);
  const asked = { projectKey: 'WA', workloadArn, mode: 'sync' } as const;
  const runs = await Promise.all([site.call('sync.start', asked), site.call('sync.start', asked)]);
  expect(await site.site.host.idle(60_000)).toBe(true);
  return Promise.all(
    runs.map(async ({ runId }) => (await site.call('sync.run', { projectKey: 'WA', runId })).state),
  );
}

function identities(issues: Awaited<ReturnType<SmallSite['issues']>>): readonly string[] {
  return [
    ...new Set(
      issues.map(({ properties }) => {
        const { lens, question, choice } = properties['well-architected'] as Record<string, string>;
        return [lens, question, choice].join(' ');
      }),
    ),
  ];
}
