/** The triage table: which rows a filter leaves, in which order, and what Jira has to be asked. */
import { describe, expect, test } from '@jest/globals';
import { seenOptions, storedOptions } from '../../../static/app/src/features/project/triage/filter-options';
import { type Practice, practicesOf } from '../../../static/app/src/features/project/triage/practices';
import { searchJql, searchUrl } from '../../../static/app/src/features/project/triage/search-link';
import {
  countFilters,
  DEFAULT_ORDER,
  filterPractices,
  NO_FILTER,
  searchOf,
  sortPractices,
  UNASSIGNED,
  UNKNOWN,
  type Column,
  type TriageFilter,
} from '../../../static/app/src/features/project/triage/triage-rows';
import { english, speak } from '../../../static/app/src/texts/language';

speak(english('en-US'));

function practice(id: number, part: Partial<Practice> = {}): Practice {
  return {
    ...{ id: String(id), title: `Practice ${id}`, question: 'How?', task: '1', risk: 'HIGH' },
    ...{ workloadArn: 'arn:payments', workload: 'Payments', lens: 'framework', lensName: 'Framework' },
    ...{ pillar: 'security', pillarName: 'Security' },
    ...part,
  };
}

const MEDIUM = practice(2, { risk: 'MEDIUM', pillar: 'cost', pillarName: 'Cost' });
const { risk, ...UNTOLD } = practice(3, { lens: 'serverless', workloadArn: 'arn:shop', question: 'Why?' });
const ALL = [practice(10), MEDIUM, UNTOLD, practice(9)];
const ids = (practices: readonly Practice[]) => practices.map(({ id }) => Number(id));
const left = (filter: Partial<TriageFilter>) => ids(filterPractices(ALL, { ...NO_FILTER, ...filter }));

test('what is stored becomes one row an issue, with names or what stands for them', () => {
  const lens = 'arn:aws:wellarchitected::aws:lens/serverless';
  const questions = [{ title: 1, task: '2', risk: 'HIGH' as const, issues: [['3', 0] as [string, number]] }];
  const pillars = [{ label: 'security', name: '', questions }];
  const page = {
    workloads: [{ arn: 'a', name: 'A', lenses: [{ identity: lens, name: '', pillars }] }],
    texts: ['Rotate', 'Keys?'],
  };
  expect(practicesOf([page, page])).toEqual([
    {
      ...{ id: '3', title: 'Rotate', question: 'Keys?', task: '2', risk: 'HIGH' },
      ...{ workloadArn: 'a', workload: 'A', lens, lensName: 'serverless' },
      ...{ pillar: 'security', pillarName: 'security' },
    },
  ]);
});

describe('a filter', () => {
  test.each<[string, Partial<TriageFilter>, number[]]>([
    ['that says nothing leaves everything', {}, [10, 2, 3, 9]],
    ['of one risk', { risks: ['MEDIUM'] }, [2]],
    ['of an unknown risk', { risks: [UNKNOWN] }, [3]],
    ['of two pillars', { pillars: ['cost', 'none'] }, [2]],
    ['of a lens', { lenses: ['serverless'] }, [3]],
    ['of a workload', { workloads: ['arn:shop'] }, [3]],
    ['of words finds them in names, in any order and case', { text: 'COST practice' }, [2]],
    ['of words finds a question', { text: 'why' }, [3]],
    ['of two kinds leaves what both leave', { risks: ['HIGH'], pillars: ['security'] }, [10, 9]],
    ['of what Jira alone knows leaves that to Jira', { assignees: ['ada'], isOverdue: true }, [10, 2, 3, 9]],
  ])('%s', (_, filter, expected) => {
    expect(left(filter)).toEqual(expected);
  });

  test('counts as one however much it names', () => {
    expect(countFilters({ ...NO_FILTER, risks: ['HIGH', 'MEDIUM'], text: ' ', isOverdue: true })).toBe(2);
  });

  test('offers what is stored, with how many there are, the most urgent first', () => {
    const { risks, pillars } = storedOptions(ALL);
    expect(risks?.map(({ value, label }) => [value, label.replace(/^.*\(/, '(')])).toEqual([
      ['HIGH', '(2)'],
      ['MEDIUM', '(1)'],
      [UNKNOWN, '(1)'],
    ]);
    expect(pillars?.map(({ label }) => label)).toEqual(['Cost (1)', 'Security (3)']);
  });

  test('offers the reader, nobody, whom Jira has told of, and whoever is chosen', () => {
    const row = (accountId: string) => ({
      ...{ id: accountId, key: 'WA-1', title: 'x', status: { name: 'To Do', category: 'new' as const } },
      assignee: { accountId, displayName: `Name of ${accountId}` },
    });
    const chosen = { assignees: ['chosen', 'me'], statuses: ['Blocked'] };
    const { assignees, statuses } = seenOptions([row('me'), row('other'), row('other')], chosen, 'me');
    expect(assignees?.map(({ value, label }) => [value, label])).toEqual([
      ['me', 'Me'],
      [UNASSIGNED, 'Unassigned'],
      ['chosen', 'chosen'],
      ['other', 'Name of other'],
    ]);
    expect(statuses?.map(({ value }) => value)).toEqual(['Blocked', 'To Do']);
  });
});

describe('the order', () => {
  const collator = new Intl.Collator('en', { numeric: true });
  const ordered = (by: Column, isDescending = false) =>
    ids(sortPractices(ALL, { by, isDescending }, collator));

  test('is by risk and then by pillar, question and issue, until somebody chooses', () => {
    expect(ids(sortPractices(ALL, DEFAULT_ORDER, collator))).toEqual([9, 10, 2, 3]);
  });

  test('turns round, and what has no value stays last', () => {
    expect(ordered('risk', true)).toEqual([2, 9, 10, 3]);
  });

  test.each<[Column, number[]]>([
    ['issue', [2, 3, 9, 10]],
    ['pillar', [2, 9, 10, 3]],
    ['question', [9, 10, 2, 3]],
    ['due', [9, 10, 2, 3]],
  ])('by %s', (column, expected) => {
    expect(ordered(column)).toEqual(expected);
  });

  test('leaves what it was given as it was', () => {
    expect(ids(ALL)).toEqual([10, 2, 3, 9]);
  });
});

describe('Jira is asked', () => {
  const search = (filter: Partial<TriageFilter>, by: Column = 'risk') =>
    searchOf({ ...NO_FILTER, ...filter }, { by, isDescending: true });

  test.each<[what: string, filter: Partial<TriageFilter>, by: Column]>([
    ['nothing', {}, 'risk'],
    ['for what the app has stored', { risks: ['HIGH'], text: 'x', workloads: ['arn:shop'] }, 'question'],
  ])('not %s', (_, filter, by) => {
    expect(search(filter, by)).toBeUndefined();
  });

  test('to filter by what it alone knows, within what else is chosen', () => {
    expect(search({ risks: ['HIGH'], assignees: ['ada', UNASSIGNED], isOverdue: true })).toEqual({
      ...{ risks: ['HIGH'], pillars: [], lenses: [], workloads: [], statuses: [] },
      ...{ assignees: ['ada'], unassigned: true, overdue: true },
    });
  });

  test('to sort by it', () => {
    expect(search({}, 'due')).toMatchObject({ order: { by: 'due', isDescending: true } });
  });

  test('for no risk where unknown ones are looked for: an issue may say one', () => {
    expect(search({ risks: ['HIGH', UNKNOWN], statuses: ['To Do'] })).not.toHaveProperty('risks');
  });
});

describe('the way to Jira’s search', () => {
  const many = Array.from({ length: 51 }, (_, index) => `WA-${index}`);

  test.each<[string, readonly string[] | undefined, string]>([
    ['without a filter: the whole list', undefined, 'labels = x'],
    ['with a few left: these', ['WA-1', 'WA-2'], 'key in (WA-1, WA-2)'],
    ['with more than an address should hold: the whole list', many, 'labels = x'],
    ['with none left: the whole list', [], 'labels = x'],
  ])('%s', (_, shown, expected) => {
    expect(searchJql('labels = x', shown)).toBe(expected);
  });

  test('is an address', () => {
    expect(searchUrl('https://site', 'a = "b&c"')).toBe('https://site/issues/?jql=a%20%3D%20%22b%26c%22');
  });
});
