/** What was done within a day, as the person who asks may see it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inWords } from '../../../src/in-words';
import { KINDS } from '../../../src/sync/budget/kinds';
import { NOTHING_RECENT, type RecentChange } from '../../../src/sync/budget/recent-changes';
import { viewRecentChanges } from '../../../src/use-cases/view-recent-changes';
import { MemoryPlatform, PROJECT_ADMIN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

const OF_WORKLOAD = { projectKey: 'WA', workloadArn: WORKLOAD_ARN };
const HOUR_MS = 3_600_000;

async function after(changes: readonly RecentChange[]): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.linked();
  await platform.recentChanges.save(WORKLOAD_ARN, { ...NOTHING_RECENT, changes: [...changes] });
  return platform;
}

const shownBy = (platform: MemoryPlatform) => viewRecentChanges(OF_WORKLOAD, PROJECT_ADMIN, platform);

/** As the platform's clock has it. */
const NOW = Date.UTC(2026, 5, 1);
const ISSUE = {
  at: NOW - HOUR_MS,
  runId: 'r1',
  question: 'q1',
  issueId: '7',
  issueKey: 'WA-7',
  title: 'Keys',
};
const BLOCK = {
  kind: 'blocksRemoved',
  at: NOW - HOUR_MS,
  runId: 'r1',
  question: 'q1',
  title: 'Q1?',
} as const;

describe('each kind is told in words', () => {
  test.each<[string, RecentChange, string, string, boolean]>([
    ['closed', { ...ISSUE, kind: 'issuesClosed' }, '1 work item was closed', 'from open to done', true],
    ['reopened', { ...ISSUE, kind: 'issuesReopened' }, '1 work item was reopened', 'from done to open', true],
    [
      'marked',
      {
        ...ISSUE,
        kind: 'choicesFinished',
        practice: { was: { state: 'open' }, is: { state: 'notApplicable', reason: 'OTHER' } },
      },
      '1 best practice was selected or marked not applicable in AWS',
      'from not selected to not applicable (other)',
      true,
    ],
    [
      'unselected',
      { ...ISSUE, kind: 'choicesOpened', practice: { was: { state: 'selected' }, is: { state: 'open' } } },
      '1 best practice was unselected in AWS',
      'from selected to not selected',
      true,
    ],
    [
      'a block that left the notes',
      BLOCK,
      'the Jira status was taken out of the notes of 1 question in AWS',
      'from a Jira status in the notes to none',
      false,
    ],
  ])('%s', async (_, change, what, fromTo, isPutBack) => {
    const { kinds } = await shownBy(await after([change]));
    expect(kinds).toMatchObject([{ kind: change.kind, count: 1, isPutBack, more: 0 }]);
    expect(inWords(kinds[0]!.what)).toBe(what);
    const [shown] = kinds[0]!.changes;
    expect(inWords(shown!.what)).toBe(fromTo);
    expect(shown).toMatchObject({ title: change.title, at: new Date(change.at).toISOString() });
  });
});

test('a hidden issue is counted, and named by neither key nor title; a question is for everybody', async () => {
  const seen = { ...ISSUE, kind: 'issuesClosed', issueId: '8', issueKey: 'WA-8', title: 'Doors' } as const;
  const platform = await after([{ ...ISSUE, kind: 'issuesClosed' }, seen, BLOCK]);
  platform.hidden.add('WA-7');
  const { kinds } = await shownBy(platform);
  expect(kinds.map(({ count }) => count)).toEqual([2, 1]);
  expect(JSON.stringify(kinds)).not.toMatch(/WA-7|Keys/);
  expect(JSON.stringify(kinds)).toMatch(/WA-8.*Doors.*Q1\?/s);
});

test('what is older than a day is over, unless its kind was stopped then', async () => {
  const platform = await after([{ ...ISSUE, kind: 'issuesClosed', at: NOW - 30 * HOUR_MS }]);
  expect(await shownBy(platform)).toEqual({ kinds: [] });
  const recent = await platform.recentChanges.load(WORKLOAD_ARN);
  const stopped = [{ kind: 'issuesClosed' as const, at: NOW - 29 * HOUR_MS }];
  await platform.recentChanges.save(WORKLOAD_ARN, { ...recent, stopped });
  expect((await shownBy(platform)).kinds).toMatchObject([{ count: 1 }]);
});

test('a workload of another project is not found', async () => {
  const other = { ...PROJECT_ADMIN, project: { id: 'another', key: 'OTHER', archived: false } };
  const asked = viewRecentChanges(OF_WORKLOAD, other, await after([{ ...ISSUE, kind: 'issuesClosed' }]));
  await expect(asked).rejects.toMatchObject({ name: 'Refusal', code: 'not-found' });
});

const many = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), age: fc.nat(20 * HOUR_MS) }), {
  maxLength: 260,
  size: 'max',
});

test('law: at most 100 are listed, the newest; every one is counted', async () => {
  await fc.assert(
    fc.asyncProperty(many, async (drawn) => {
      const changes = drawn.map(({ kind, age }, nth) => {
        return { ...ISSUE, kind, at: NOW - age, issueId: `${nth}`, issueKey: `WA-${nth}` };
      });
      const { kinds } = await shownBy(await after(changes));
      const listed = kinds.flatMap((of) => of.changes.map(({ at }) => Date.parse(at)));
      expect(listed).toHaveLength(Math.min(100, changes.length));
      const oldest = Math.min(...listed);
      expect(changes.filter(({ at }) => at > oldest).length).toBeLessThanOrEqual(listed.length);
      for (const { kind, count, more, changes: shown } of kinds) {
        expect(count).toBe(changes.filter((change) => change.kind === kind).length);
        expect(shown.length + more).toBe(count);
      }
      expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(changes.length);
    }),
    { numRuns: 30 },
  );
});
