import { describe, expect, test } from '@jest/globals';
import { isCovered } from '../../../src/automatic/coming-runs';
import type { Run } from '../../../src/runs/model';

type State = Run['state'] | 'none';

const NOW = 1_800_000_000_000;
const HOUR_MS = 3_600_000;

const runIn = (state: State, notBefore = NOW) => (state === 'none' ? undefined : { state, notBefore });

describe('another automatic run', () => {
  test.each<[State, State, boolean, { atOnce: boolean; whenStill: boolean }]>([
    // one at once, one once the workload is quiet, has the latter begun
    ['none', 'none', false, { atOnce: false, whenStill: false }],
    ['queued', 'none', false, { atOnce: true, whenStill: true }],
    ['running', 'none', false, { atOnce: false, whenStill: false }],
    ['waiting', 'none', false, { atOnce: false, whenStill: false }],
    ['done', 'none', false, { atOnce: false, whenStill: false }],
    ['failed', 'none', false, { atOnce: false, whenStill: false }],
    // While people work, one that waits for them to end must not keep others back.
    ['done', 'queued', false, { atOnce: false, whenStill: true }],
    ['done', 'waiting', false, { atOnce: false, whenStill: true }],
    ['done', 'waiting', true, { atOnce: false, whenStill: false }],
    ['done', 'running', false, { atOnce: false, whenStill: false }],
    ['done', 'done', true, { atOnce: false, whenStill: false }],
    ['done', 'failed', false, { atOnce: false, whenStill: false }],
    ['queued', 'waiting', true, { atOnce: true, whenStill: true }],
  ])(
    'beside one that is %s and one for a quiet workload that is %s (begun: %s)',
    (atOnce, onceQuiet, hasBegun, covered) => {
      const coming = {
        atOnce: runIn(atOnce),
        onceQuiet: runIn(onceQuiet),
        onceQuietHasBegun: hasBegun,
      };
      expect({ atOnce: isCovered(coming, false, NOW), whenStill: isCovered(coming, true, NOW) }).toEqual(
        covered,
      );
    },
  );

  test.each([
    ['an hour ago', -HOUR_MS, false],
    ['a moment less ago', 1 - HOUR_MS, true],
    ['in two minutes', 120_000, true],
  ])('beside one that was to begin %s', (_, since, covered) => {
    const late = { atOnce: runIn('queued', NOW + since), onceQuiet: undefined, onceQuietHasBegun: false };
    const still = { ...late, atOnce: undefined, onceQuiet: runIn('waiting', NOW + since) };
    expect([isCovered(late, false, NOW), isCovered(still, true, NOW)]).toEqual([covered, covered]);
  });
});
