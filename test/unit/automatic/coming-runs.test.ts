import { describe, expect, test } from '@jest/globals';
import { coveringRun } from '../../../src/automatic/coming-runs';
import type { Run } from '../../../src/runs/model';

type State = Run['state'] | 'none';

const NOW = 1_800_000_000_000;
const HOUR_MS = 3_600_000;

/** The run that stands for another one. */
type Covering = 'at once' | 'once quiet' | undefined;

const runIn = (state: State, notBefore = NOW, id = 'at once') =>
  state === 'none' ? undefined : { id, state, notBefore };

describe('another automatic run', () => {
  test.each<[State, State, boolean, { atOnce: Covering; whenStill: Covering }]>([
    // one at once, one once the workload is quiet, has the latter begun
    ['none', 'none', false, { atOnce: undefined, whenStill: undefined }],
    ['queued', 'none', false, { atOnce: 'at once', whenStill: 'at once' }],
    ['running', 'none', false, { atOnce: undefined, whenStill: undefined }],
    ['waiting', 'none', false, { atOnce: undefined, whenStill: undefined }],
    ['done', 'none', false, { atOnce: undefined, whenStill: undefined }],
    ['failed', 'none', false, { atOnce: undefined, whenStill: undefined }],
    // While people work, one that waits for them to end must not keep others back.
    ['done', 'queued', false, { atOnce: undefined, whenStill: 'once quiet' }],
    ['done', 'waiting', false, { atOnce: undefined, whenStill: 'once quiet' }],
    ['done', 'waiting', true, { atOnce: undefined, whenStill: undefined }],
    ['done', 'running', false, { atOnce: undefined, whenStill: undefined }],
    ['done', 'done', true, { atOnce: undefined, whenStill: undefined }],
    ['done', 'failed', false, { atOnce: undefined, whenStill: undefined }],
    ['queued', 'waiting', true, { atOnce: 'at once', whenStill: 'at once' }],
  ])(
    'beside one that is %s and one for a quiet workload that is %s (begun: %s)',
    (atOnce, onceQuiet, hasBegun, covered) => {
      const coming = {
        atOnce: runIn(atOnce),
        onceQuiet: runIn(onceQuiet, NOW, 'once quiet'),
        onceQuietHasBegun: hasBegun,
      };
      expect({
        atOnce: coveringRun(coming, false, NOW),
        whenStill: coveringRun(coming, true, NOW),
      }).toEqual(covered);
    },
  );

  test.each([
    ['an hour ago', -HOUR_MS, false],
    ['a moment less ago', 1 - HOUR_MS, true],
    ['in two minutes', 120_000, true],
  ])('beside one that was to begin %s', (_, since, covered) => {
    const late = { atOnce: runIn('queued', NOW + since), onceQuiet: undefined, onceQuietHasBegun: false };
    const still = { ...late, atOnce: undefined, onceQuiet: runIn('waiting', NOW + since) };
    const found = [coveringRun(late, false, NOW), coveringRun(still, true, NOW)];
    expect(found).toEqual(covered ? ['at once', 'at once'] : [undefined, undefined]);
  });
});
