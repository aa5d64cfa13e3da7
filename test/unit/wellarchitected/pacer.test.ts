import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPacer, FORGE_EGRESS, type Rate } from '../../../src/wellarchitected/client/pacer';

/** Times at which `count` callers go out who all ask at once, on a clock that only sleeping moves. */
async function releases(rate: Rate, askedAt: readonly number[]): Promise<number[]> {
  let now = 0;
  const waits: number[] = [];
  const pacer = createPacer(rate, { now: () => now }, (milliseconds) => {
    waits.push(milliseconds);
    return Promise.resolve();
  });
  const times: number[] = [];
  for (const at of askedAt) {
    now = at;
    const before = waits.length;
    await pacer.take();
    times.push(at + waits.slice(before).reduce((sum, wait) => sum + wait, 0));
  }
  return times;
}

describe('the pacer', () => {
  test('lets a burst out at once and spaces what follows', async () => {
    expect(await releases({ burst: 3, perMinute: 60 }, [0, 0, 0, 0, 0])).toEqual([0, 0, 0, 1000, 2000]);
  });

  test('earns its burst back while nothing is sent, and never more than the burst', async () => {
    expect(await releases({ burst: 2, perMinute: 60 }, [0, 0, 90_000, 90_000, 90_000])).toEqual([
      0, 0, 90_000, 90_000, 91_000,
    ]);
  });

  test('a clock that is set back makes nobody wait longer than the rate says', async () => {
    expect(await releases({ burst: 1, perMinute: 60 }, [100_000, 40_000, 40_000])).toEqual([
      100_000, 41_000, 42_000,
    ]);
  });

  test('in any 60 seconds at most 100 requests leave for AWS, whenever they are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4000), { minLength: 150, maxLength: 400 }), async (gaps) => {
        let at = 0;
        const asked = gaps.map((gap) => (at += gap % 7 === 0 ? gap : 0));
        const times = await releases(FORGE_EGRESS, asked);
        for (const start of times) {
          const inMinute = times.filter((time) => time >= start && time < start + 60_000).length;
          expect(inMinute).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 25 },
    );
  });

  test.each([
    { burst: 0, perMinute: 60 },
    { burst: 1, perMinute: 0 },
    { burst: Number.NaN, perMinute: 60 },
  ])('refuses the rate $burst and $perMinute a minute, which would never let anything out', (rate) => {
    expect(() => createPacer(rate, { now: () => 0 }, () => Promise.resolve())).toThrow(RangeError);
  });
});
