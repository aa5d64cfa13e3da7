/** The triage table: which rows a filter leaves, and in which order. */
import { describe, expect, test } from '@jest/globals';
import type { TriageRow } from '../../../src/contract';
import { searchJql, searchUrl } from '../../../static/app/src/features/project/triage/search-link';
import {
  countFilters,
  DEFAULT_ORDER,
  filterRows,
  NO_FILTER,
  sortRows,
  UNASSIGNED,
  UNKNOWN,
  type Column,
  type TriageFilter,
} from '../../../static/app/src/features/project/triage/triage-rows';

const TODAY = '2026-11-22';
const NAMES = {
  lens: ({ lens }: TriageRow) => `Lens ${lens}`,
  pillar: ({ pillar = '' }: TriageRow) => `The ${pillar} pillar`,
  workload: ({ workloadArn }: TriageRow) => `Workload ${workloadArn}`,
};

function row(number: number, part: Partial<TriageRow> = {}): TriageRow {
  return {
    key: `WA-${number}`,
    title: `Practice ${number}`,
    workloadArn: 'arn:payments',
    lens: 'framework',
    pillar: 'security',
    risk: 'HIGH',
    status: { name: 'To Do', category: 'new' },
    ...part,
  };
}

const MEDIUM = row(2, { risk: 'MEDIUM', pillar: 'cost', dueDate: '2026-11-21' });
const TENTH = row(10, { assignee: { accountId: 'ada', displayName: 'Member' }, dueDate: TODAY });
const ASTRAY = {
  ...row(3, { lens: 'serverless', workloadArn: 'arn:shop' }),
  risk: undefined,
  pillar: undefined,
};
const { risk, pillar, ...rest } = ASTRAY;
const LOST: TriageRow = rest;
const ROWS = [TENTH, MEDIUM, LOST, row(9, { status: { name: 'In Review', category: 'indeterminate' } })];

const keys = (rows: readonly TriageRow[]) => rows.map(({ key }) => key);
const left = (filter: Partial<TriageFilter>) =>
  keys(filterRows(ROWS, { ...NO_FILTER, ...filter }, NAMES, TODAY));

test('a Sub-task under another parent has neither risk nor pillar', () => {
  expect([risk, pillar]).toEqual([undefined, undefined]);
});

describe('a filter', () => {
  test.each<[string, Partial<TriageFilter>, string[]]>([
    ['that says nothing leaves everything', {}, ['WA-10', 'WA-2', 'WA-3', 'WA-9']],
    ['of one risk', { risks: ['MEDIUM'] }, ['WA-2']],
    ['of an unknown risk', { risks: [UNKNOWN] }, ['WA-3']],
    ['of two pillars', { pillars: ['cost', UNKNOWN] }, ['WA-2', 'WA-3']],
    ['of a lens', { lenses: ['serverless'] }, ['WA-3']],
    ['of a workload', { workloads: ['arn:shop'] }, ['WA-3']],
    ['of a person', { assignees: ['ada'] }, ['WA-10']],
    ['of nobody', { assignees: [UNASSIGNED] }, ['WA-2', 'WA-3', 'WA-9']],
    ['of a status', { statuses: ['In Review'] }, ['WA-9']],
    ['of what is overdue leaves out what is due today', { isOverdue: true }, ['WA-2']],
    ['of words finds them in names, in any order and case', { text: 'COST practice' }, ['WA-2']],
    ['of words finds a person', { text: 'member' }, ['WA-10']],
    ['of two kinds leaves what both leave', { risks: ['HIGH'], assignees: [UNASSIGNED] }, ['WA-9']],
  ])('%s', (_, filter, expected) => {
    expect(left(filter)).toEqual(expected);
  });

  test('counts as one however much it names', () => {
    expect(countFilters({ ...NO_FILTER, risks: ['HIGH', 'MEDIUM'], text: ' ', isOverdue: true })).toBe(2);
  });
});

describe('the order', () => {
  const collator = new Intl.Collator('en', { numeric: true });
  const ordered = (by: Column, isDescending = false) =>
    keys(sortRows(ROWS, { by, isDescending }, NAMES, collator));

  test('is by risk and then by pillar, question and key, until somebody chooses', () => {
    expect(keys(sortRows(ROWS, DEFAULT_ORDER, NAMES, collator))).toEqual(['WA-9', 'WA-10', 'WA-2', 'WA-3']);
  });

  test('turns round, and what has no value stays last', () => {
    expect(ordered('risk', true)).toEqual(['WA-2', 'WA-9', 'WA-10', 'WA-3']);
    expect(ordered('due')).toEqual(['WA-2', 'WA-10', 'WA-9', 'WA-3']);
    expect(ordered('due', true).slice(0, 2)).toEqual(['WA-10', 'WA-2']);
  });

  test('of keys counts as people do', () => {
    expect(ordered('issue')).toEqual(['WA-2', 'WA-3', 'WA-9', 'WA-10']);
  });

  test.each<[Column, string]>([
    ['pillar', 'WA-2'],
    ['status', 'WA-9'],
    ['assignee', 'WA-10'],
  ])('by %s', (column, first) => {
    expect(ordered(column)[0]).toBe(first);
  });

  test('leaves what it was given as it was', () => {
    expect(keys(ROWS)).toEqual(['WA-10', 'WA-2', 'WA-3', 'WA-9']);
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
