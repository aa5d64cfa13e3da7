/** How often Jira is asked for an issue that it neither makes nor refuses, and when automatic mode asks again. */
import { describe, expect, test } from '@jest/globals';
import type { Intent } from '../../../src/links/intent-store';
import { asReason } from '../../../src/reason';
import { Losses, MOST_IN_A_ROW, MOST_LOST, type Verdict } from '../../../src/sync/create-losses';

const HOUR = 3_600_000;
const NOW = 1_700_000_000_000;
const GAVE_UP = { runId: 'run-1', at: NOW, runs: 1 };

type Counted = NonNullable<Intent['losses']>;

function intentOf(losses: Partial<Counted>, runId = 'run-1'): Intent {
  return {
    ...{ runId, at: NOW, projectId: '10000', afterNumber: 1, items: ['a', 'b'] },
    losses: { items: [], inARow: 0, ...losses },
  };
}

interface Asked {
  readonly runId?: string;
  readonly automatic?: boolean;
  readonly wanted?: readonly string[];
  readonly there?: readonly string[];
  readonly hours?: number;
}

function after(losses: Partial<Counted>, asked: Asked = {}): Losses {
  const { runId = 'run-1', automatic = false, wanted = ['a', 'b'], there = [], hours = 0 } = asked;
  return new Losses({
    ...{ intent: intentOf(losses), runId, automatic, now: NOW + hours * HOUR },
    ...{ wanted: new Set(wanted), there: new Set(there) },
  });
}

const lost = (times: number) => [{ item: 'a', times }];
const OUT: Partial<Counted> = { items: lost(1), inARow: MOST_IN_A_ROW };

describe('whether Jira is asked', () => {
  test.each<[words: string, losses: Losses, a: Verdict, b: Verdict]>([
    ['nothing was lost', after({}), 'ask', 'ask'],
    ['once less than may be', after({ items: lost(MOST_LOST - 1), inARow: 2 }), 'ask', 'ask'],
    ['as often as may be', after({ items: lost(MOST_LOST), inARow: 3 }), 'lost', 'ask'],
    ['as often, by another run of a person', after({ items: lost(3) }, { runId: 'run-2' }), 'ask', 'ask'],
    ['many in a row', after(OUT), 'stopped', 'stopped'],
    ['many in a row, and one was made unheard', after(OUT, { there: ['a'], wanted: ['b'] }), 'ask', 'ask'],
    ['many in a row, of another run', after(OUT, { runId: 'run-2' }), 'ask', 'ask'],
  ])('%s', (_words, losses, a, b) => {
    expect([losses.verdictOn('a'), losses.verdictOn('b')]).toEqual([a, b]);
  });

  const auto = { runId: 'run-2', automatic: true };
  test.each<[words: string, gaveUp: Counted['gaveUp'], asked: Asked, a: Verdict]>([
    ['at once', GAVE_UP, { ...auto }, 'lost'],
    ['within an hour', GAVE_UP, { ...auto, hours: 0.9 }, 'lost'],
    ['an hour later', GAVE_UP, { ...auto, hours: 1 }, 'ask'],
    ['an hour later, given up twice', { ...GAVE_UP, runs: 2 }, { ...auto, hours: 1 }, 'lost'],
    ['two hours later, given up twice', { ...GAVE_UP, runs: 2 }, { ...auto, hours: 2 }, 'ask'],
    ['23 hours later, given up a hundred times', { ...GAVE_UP, runs: 100 }, { ...auto, hours: 23 }, 'lost'],
    ['a day later, given up a hundred times', { ...GAVE_UP, runs: 100 }, { ...auto, hours: 24 }, 'ask'],
    ['at once, where a person asks', GAVE_UP, { runId: 'run-2' }, 'ask'],
    ['at once, where the run before ended otherwise', undefined, { ...auto }, 'ask'],
  ])('by a run of automatic mode, %s', (_words, gaveUp, asked, a) => {
    const losses = after({ items: lost(MOST_LOST), inARow: 3, ...(gaveUp ? { gaveUp } : {}) }, asked);
    expect(losses.verdictOn('a')).toBe(a);
  });
});

describe('what is kept', () => {
  test('of what Jira is asked for: once more each, however often it is announced', () => {
    const losses = after({ items: lost(1), inARow: 1 });
    const kept = { items: [...lost(2), { item: 'b', times: 1 }], inARow: 2 };
    expect(losses.whenAsked(['a', 'b'])).toEqual(kept);
    expect(losses.whenAsked(['a', 'b'])).toEqual(kept);
    const reason = asReason('HTTP 504');
    expect(losses.whenLost(['a', 'b'], 1, reason)).toEqual({ ...kept, because: reason });
  });

  test('of what it answered: nothing', () => {
    const losses = after({ items: lost(1), inARow: 1 });
    losses.answered(['a']);
    expect(losses.left()).toBeUndefined();
    expect(losses.whenAsked(['b'])).toMatchObject({ items: [{ item: 'b', times: 1 }], inARow: 1 });
  });

  test.each<[words: string, asked: Asked, gaveUp: Counted['gaveUp']]>([
    ['by the run that gives up', {}, GAVE_UP],
    ['which goes on later', { hours: 5 }, GAVE_UP],
    ['by a later one', { runId: 'run-2', hours: 5 }, { runId: 'run-2', at: NOW + 5 * HOUR, runs: 2 }],
  ])('of what is given up, %s', (_words, asked, gaveUp) => {
    const losses: Partial<Counted> = { items: lost(MOST_LOST), inARow: 3 };
    const { runId = 'run-1' } = asked;
    const before = asked.hours === undefined ? {} : { gaveUp: GAVE_UP };
    const intent = intentOf({ ...losses, ...before }, runId);
    const input = { automatic: true, wanted: new Set(['a']), there: new Set<string>() };
    const kept = new Losses({ ...input, intent, runId, now: NOW + (asked.hours ?? 0) * HOUR }).left();
    expect(kept).toMatchObject({ ...losses, gaveUp });
  });

  test('of what the review does not ask for any more: nothing', () => {
    expect(
      after({ items: lost(MOST_LOST), inARow: 9, gaveUp: GAVE_UP }, { wanted: [] }).left(),
    ).toBeUndefined();
  });
});

test('the more often an issue was lost, the fewer are asked for beside it', () => {
  expect([0, 1, 2, 3].map((times) => after({ items: times > 0 ? lost(times) : [] }).sizeFor('a'))).toEqual([
    50, 10, 1, 1,
  ]);
});
