import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { visibleIssues } from '../../../src/jira/client/visible-issues';
import { fakeJira, type FakeJira, type Sent } from './fake-jira';

/** What became of the issue of a key. */
type Fate = 'visible' | 'hidden' | 'moved, visible' | 'moved, hidden';

function jiraWhere(fates: ReadonlyMap<string, Fate>): FakeJira {
  return fakeJira((sent) => {
    const issues = asked(sent).flatMap((key) => {
      const fate = fates.get(key) ?? 'hidden';
      if (fate.endsWith('hidden')) return [];
      return [{ id: '1', key: fate === 'visible' ? key : `NEW-${key}`, fields: {} }];
    });
    return { status: 200, body: { issues, issueErrors: [] } };
  });
}

function asked(sent: Sent): readonly string[] {
  return (sent.body as { issueIdsOrKeys: string[] }).issueIdsOrKeys;
}

const keys = (count: number) => Array.from({ length: count }, (_, index) => `WA-${index + 1}`);

describe('the issues that a person may see', () => {
  test.each<[string, Fate[], number[], number]>([
    ['all of them', ['visible', 'visible'], [1, 2], 1],
    ['none of them', ['hidden', 'hidden'], [], 1],
    ['not the one behind a security level', ['visible', 'hidden', 'visible'], [1, 3], 1],
    ['all of a project whose key changed', ['moved, visible', 'moved, visible'], [1, 2], 1],
    ['one that moved to where they may look', ['visible', 'moved, visible', 'visible'], [1, 2, 3], 1],
    ['not one that moved out of their sight', ['visible', 'moved, hidden'], [1], 1],
    ['told apart by halves, where both happened', ['moved, visible', 'visible', 'hidden'], [1, 2], 3],
  ])('%s', async (_words, fates, expected, requests) => {
    const jira = jiraWhere(new Map(fates.map((fate, index) => [`WA-${index + 1}`, fate])));
    const visible = await visibleIssues(jira.options, keys(fates.length));
    expect([...visible].sort()).toEqual(expected.map((number) => `WA-${number}`));
    expect(jira.sent).toHaveLength(requests);
  });

  test('are asked for 100 at a time, each key once', async () => {
    const jira = jiraWhere(new Map(keys(250).map((key) => [key, 'visible'])));
    expect((await visibleIssues(jira.options, [...keys(250), ...keys(250)])).size).toBe(250);
    expect(jira.sent.map((sent) => asked(sent).length)).toEqual([100, 100, 50]);
  });

  test('are none for no keys, without a request', async () => {
    const jira = jiraWhere(new Map());
    expect([...(await visibleIssues(jira.options, []))]).toEqual([]);
    expect(jira.sent).toEqual([]);
  });

  test('are never said to be more than they are, and at most 15 requests find them', async () => {
    const fate = fc.constantFrom<Fate>('visible', 'hidden', 'moved, visible', 'moved, hidden');
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 100 }), async (fates) => {
        const jira = jiraWhere(new Map(fates.map((each, index) => [`WA-${index + 1}`, each])));
        const visible = await visibleIssues(jira.options, keys(fates.length));
        const fateOf = (key: string) => fates[Number(key.slice(3)) - 1];
        for (const key of visible) expect(fateOf(key)).toMatch(/visible$/);
        for (const key of keys(fates.length)) if (fateOf(key) === 'visible') expect(visible).toContain(key);
        expect(jira.sent.length).toBeLessThanOrEqual(15);
      }),
      { numRuns: 60 },
    );
  });

  test('are unknown where Jira does not answer: then nothing is shown', async () => {
    const jira = fakeJira([{ status: 401, body: { errorMessages: ['no'] } }]);
    await expect(visibleIssues(jira.options, ['WA-1'])).rejects.toMatchObject({ details: { code: '401' } });
  });
});
