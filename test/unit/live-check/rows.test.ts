/** What the live check prints of what it found. */
import { describe, expect, test } from '@jest/globals';
import { assumption, type AssumptionId, ASSUMPTIONS } from '../../../assumptions';
import { type Finding, holds, unclear, wrong } from '../../../tools/live-check/probe';
import { AWS_ASKING } from '../../../tools/live-check/probes/aws-asking';
import { AWS_SCRATCH } from '../../../tools/live-check/probes/aws-scratch';
import { JIRA_ASKING } from '../../../tools/live-check/probes/jira-asking';
import { JIRA_SCRATCH } from '../../../tools/live-check/probes/jira-scratch';
import { renderRows } from '../../../tools/live-check/render';
import { notReached, rowsOf, runProbes } from '../../../tools/live-check/run-probes';

test('there is a row for every assumption, in their order', () => {
  const rows = rowsOf(new Map(), new Set());
  expect(rows.map(({ id }) => id)).toEqual(ASSUMPTIONS.map(({ id }) => id));
  expect(new Set(rows.map(({ result }) => result))).toEqual(new Set(['not tried']));
});

test('one that is wrong says what the site did and what is to be changed', () => {
  const table = renderRows(rowsOf(new Map([['J4', wrong('answers 400')]]), new Set()));
  expect(table).toMatch(/^J4 {3}WRONG/m);
  expect(table).toContain('seen: answers 400');
  expect(table).toContain(`to change: ${assumption('J4').otherwise}`);
});

test('the last line counts', () => {
  const found = new Map([
    ['J4', wrong('x')],
    ['J6', holds('x')],
    ['J7', unclear('x')],
  ] as const);
  const table = renderRows(rowsOf(found, new Set()));
  expect(table.split('\n').at(-1)).toBe(
    `${ASSUMPTIONS.length} assumptions: 1 hold, 1 are wrong, 1 unclear, ${ASSUMPTIONS.length - 3} not tried.`,
  );
});

describe('probes', () => {
  const failing = () => Promise.reject(new TypeError('fetch failed'));
  const holding = () => Promise.resolve(holds('answers 200'));
  const looking = (signal = new AbortController().signal) => ({
    found: new Map<AssumptionId, Finding>(),
    signal,
  });

  test('that fail stop no other', async () => {
    const { found, signal } = looking();
    await runProbes({ J4: failing, J6: holding }, {}, { found, signal });
    expect([...found]).toEqual([
      ['J4', unclear('TypeError: fetch failed')],
      ['J6', holds('answers 200')],
    ]);
  });

  test('end with the one that is under way when the check is interrupted; what was found stays', async () => {
    const stop = new AbortController();
    const { found, signal } = looking(stop.signal);
    const interrupting = () => {
      stop.abort(new Error('interrupted'));
      return holding();
    };
    const probes = { J4: interrupting, J6: holding };
    await expect(runProbes(probes, {}, { found, signal })).rejects.toThrow('interrupted');
    expect([...found.keys()]).toEqual(['J4']);
    notReached(probes, 'interrupted', found);
    expect([...found]).toEqual([
      ['J4', holds('answers 200')],
      ['J6', unclear('not looked at: interrupted')],
    ]);
  });
});

describe('what only a person can bring about', () => {
  /** Looked at by the app itself, or told by nobody yet. */
  const ELSEWHERE = new Set(['F3', 'F10', 'F25']);
  const probed = new Set<string>(
    [JIRA_ASKING, JIRA_SCRATCH, AWS_ASKING, AWS_SCRATCH].flatMap((probes) => Object.keys(probes)),
  );

  test('has no probe, but for archived issues, which some plans can bring about', () => {
    const byHand = ASSUMPTIONS.filter(({ id, toSee }) => toSee === 'by-hand' && probed.has(id));
    expect(byHand.map(({ id }) => id)).toEqual(['J17']);
  });

  test('everything else that the app relies on has one, but for these', () => {
    const lacking = ASSUMPTIONS.filter(
      ({ id, toSee, reliedOnBy }) =>
        toSee !== 'by-hand' && reliedOnBy !== 'local site' && !probed.has(id) && !ELSEWHERE.has(id),
    );
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });
});
