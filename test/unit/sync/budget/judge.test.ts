/** One budget a workload: how many changes of a kind a day takes before a person is asked. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identityKey } from '../../../../src/jira/ownership';
import { judge } from '../../../../src/sync/budget/judge';
import { KINDS, type Kind, type There } from '../../../../src/sync/budget/kinds';
import {
  confirmed,
  DAY_MS,
  NOTHING_RECENT,
  pruned,
  withChanges,
  withCount,
  withStop,
  type RecentChange,
  type RecentChanges,
} from '../../../../src/sync/budget/recent-changes';
import { WORKLOAD_ARN } from '../../../builders/review';

const HOUR_MS = 3600 * 1000;
const NOW = 100 * DAY_MS;

function change(kind: Kind, choice: string, at = NOW): RecentChange {
  return { kind, at, runId: 'run-1', lens: 'l', question: 'q', choice, title: choice };
}

function key(choice: string): string {
  return identityKey({ workload: WORKLOAD_ARN, lens: 'l', question: 'q', choice });
}

function names(count: number, first = 0): readonly string[] {
  return Array.from({ length: count }, (_, nth) => `c${first + nth}`);
}

function done(kind: Kind, choices: readonly string[], at = NOW, recent = NOTHING_RECENT): RecentChanges {
  const changes = choices.map((choice) => change(kind, choice, at));
  return withChanges(recent, changes, WORKLOAD_ARN);
}

function ask(recent: RecentChanges, kind: Kind, choices: readonly string[], there: There, now = NOW) {
  const planned = new Map([[kind, new Set(choices.map(key))]]);
  return judge({ workload: WORKLOAD_ARN, recent, planned, there, now }).get(kind);
}

describe('changes of one kind within a day, with those about to be done', () => {
  const table: readonly [words: string, before: number, more: number, thereNow: number, waits: boolean][] = [
    ['nine of nine: too few to be an accident', 0, 9, 9, false],
    ['ten of ten at once', 0, 10, 10, true],
    ['ten of twenty: half', 0, 10, 20, false],
    ['nine, then one more: ten of ten', 9, 1, 1, true],
    ['nine, then one more: ten of nineteen', 9, 1, 10, true],
    ['nine, then one more: ten of twenty', 9, 1, 11, false],
    ['half was done, and nothing more is', 52, 0, 52, false],
    ['half was done, and one more is', 52, 1, 52, true],
  ];
  test.each(table)('%s', (_words, before, more, thereNow, waits) => {
    for (const kind of KINDS) {
      const recent = done(kind, names(before), NOW - HOUR_MS);
      const why = ask(recent, kind, names(more, before), { [kind]: thereNow });
      expect(why !== undefined).toBe(waits);
    }
  });

  test('the reason says how many before, how many more, and of how many', () => {
    const recent = done('issuesClosed', names(52), NOW - HOUR_MS);
    expect(ask(recent, 'issuesClosed', names(3, 52), { issuesClosed: 52 })).toEqual({
      code: 'many-in-a-day',
      params: { kind: 'issuesClosed', more: 3, before: 52, there: 104 },
    });
  });

  test('what was done a day ago counts no more', () => {
    const recent = done('issuesClosed', names(52), NOW - DAY_MS);
    expect(ask(recent, 'issuesClosed', names(9, 52), { issuesClosed: 52 })).toBeUndefined();
  });

  test('other kinds count for themselves', () => {
    const recent = done('issuesClosed', names(52), NOW - HOUR_MS);
    expect(ask(recent, 'choicesFinished', names(9), { choicesFinished: 104 })).toBeUndefined();
  });

  test('an item that is changed again counts once', () => {
    const recent = done('choicesFinished', names(52), NOW - HOUR_MS);
    expect(ask(recent, 'choicesFinished', names(52), { choicesFinished: 104 })).toBeUndefined();
  });

  test('what came within the day is not what was there', () => {
    const before = withCount(NOTHING_RECENT, { choicesFinished: 12 }, NOW - DAY_MS - HOUR_MS);
    expect(ask(before, 'choicesFinished', names(10), { choicesFinished: 400 })).toMatchObject({
      params: { there: 12 },
    });
  });

  test('what was reopened within the day was not open then', () => {
    const recent = done('issuesReopened', names(30, 100), NOW - HOUR_MS);
    expect(ask(recent, 'issuesClosed', names(12), { issuesClosed: 50 })).toMatchObject({
      params: { there: 20 },
    });
  });
});

describe('a kind that was stopped', () => {
  const stopped = withStop(done('choicesFinished', names(2)), ['choicesFinished'], NOW);

  test('waits however little is to be done, and however long ago it was', () => {
    const asked = { choicesFinished: 104 };
    expect(ask(stopped, 'choicesFinished', names(1, 9), asked, NOW + 9 * DAY_MS)).toEqual({
      code: 'kind-waits',
      params: { kind: 'choicesFinished', changes: 1 },
    });
    expect(ask(stopped, 'choicesOpened', names(1), { choicesOpened: 9 })).toBeUndefined();
  });

  test('keeps what was done on its last day, so that it can be put back', () => {
    const later = pruned(stopped, NOW + 9 * DAY_MS);
    expect(later.changes).toHaveLength(2);
    expect(pruned(done('choicesFinished', names(2)), NOW + 9 * DAY_MS).changes).toEqual([]);
  });

  test('goes on once a person confirmed, and the count begins anew', () => {
    const free = confirmed(stopped, ['choicesFinished']);
    expect(free).toEqual(NOTHING_RECENT);
    expect(ask(free, 'choicesFinished', names(5, 9), { choicesFinished: 10 })).toBeUndefined();
  });
});

/** Requests of one to nine changes at random times, in a random order; each is done unless it has to wait. */
const requests = fc.array(
  fc.record({ items: fc.integer({ min: 1, max: 40 }), wait: fc.integer({ min: 0, max: 12 * HOUR_MS }) }),
  { maxLength: 60 },
);

test('law: within any 24 hours, no more than half of what was there before them, or nine', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 150 }), requests, (total, asked) => {
      let recent = NOTHING_RECENT;
      let now = NOW;
      const at: number[] = [];
      for (const { items, wait } of asked) {
        now += wait;
        const next = names(Math.min(items, total - at.length), at.length);
        const there = { choicesFinished: total - at.length };
        if (ask(recent, 'choicesFinished', next, there, now)) continue;
        recent = pruned(withCount(done('choicesFinished', next, now, recent), there, now), now);
        at.push(...next.map(() => now));
        const within = at.filter((moment) => moment > now - DAY_MS).length;
        const before = total - (at.length - within);
        expect(within <= 9 || within * 2 <= before).toBe(true);
      }
    }),
  );
});

test('law: once it stopped, nothing of the kind is done before a person confirmed, whatever comes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), requests, (kind, asked) => {
      let now = NOW;
      const recent = withStop(NOTHING_RECENT, [kind], now);
      for (const { items, wait } of asked) {
        now += wait;
        expect(ask(pruned(recent, now), kind, names(items), { [kind]: 1000 }, now)).toBeDefined();
      }
      expect(ask(confirmed(recent, [kind]), kind, names(9), { [kind]: 1000 }, now)).toBeUndefined();
    }),
  );
});
