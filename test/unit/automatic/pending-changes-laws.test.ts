/** Pending changes over a queue and a storage that do their worst. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ChangingSite, type Faults } from './changing-site';

const QUIET = 120;

const late = fc.oneof(fc.constant(0), fc.integer({ min: -130_000, max: 90_000 }));
const deliveries = fc.array(fc.array(late, { minLength: 1, maxLength: 3 }), { maxLength: 12 });

describe('laws, with jobs that come late, early, doubled and reordered', () => {
  const script = fc.record({
    pauses: fc.array(fc.integer({ min: 0, max: 150_000 }), { minLength: 1, maxLength: 12 }),
    latencies: fc.array(fc.oneof(fc.nat(300), fc.nat(200_000)), { minLength: 1, maxLength: 40 }),
    deliveries,
    deaths: fc.array(fc.boolean(), { maxLength: 6 }),
  });

  test('every change is followed by work that begins after it, and it comes to an end', async () => {
    await fc.assert(
      fc.asyncProperty(script, async ({ pauses, ...faults }) => {
        const site = new ChangingSite(QUIET, faults);
        await site.play(pauses);
        expect(Math.max(...site.worked)).toBeGreaterThanOrEqual(Math.max(...site.changedAt));
      }),
      { numRuns: 150 },
    );
  });

  test('a burst becomes one piece of work, however many jobs came', async () => {
    const burst = fc.record({
      pauses: fc.array(fc.integer({ min: 0, max: 110_000 }), { minLength: 1, maxLength: 12 }),
      latencies: fc.array(fc.nat(500), { minLength: 1, maxLength: 40 }),
      deliveries,
    });
    await fc.assert(
      fc.asyncProperty(burst, async ({ pauses, ...faults }) => {
        const site = new ChangingSite(QUIET, { ...faults, deaths: [] });
        await site.play(pauses);
        expect(site.worked).toHaveLength(1);
        expect(site.worked[0]! - site.changedAt.at(-1)!).toBeGreaterThanOrEqual((QUIET - 1) * 1000);
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    // milliseconds between two changes: the jobs of ten minutes
    [5900, 600 / QUIET + 2],
    [6500, 600 / QUIET + 2],
    // A change comes in the very moment of each job, and both queue the next one.
    [6000, 2 * (600 / QUIET)],
  ])('on a healthy queue a burst of one each %d ms costs %d jobs at most', async (pause, most) => {
    const healthy: Faults = { latencies: [100], deliveries: [], deaths: [] };
    const site = new ChangingSite(QUIET, healthy);
    await site.play(Array.from({ length: Math.floor(600_000 / pause) }, () => pause));
    expect(site.worked).toHaveLength(1);
    expect(site.jobs).toBeLessThanOrEqual(most);
  });
});
