import { describe, expect, it } from '@jest/globals';
import { CONTEXT, MEMBER } from './site';
import { search } from './search';

/** Newest first where nothing else is said: KAN-3 has the lowest id but one. */
const ALL = ['WA-10', 'KAN-3', 'WA-2', 'WA-1'];
const WORKLOAD =
  'arn:aws:wellarchitected:eu-central-1:000000000000:workload/0123456789abcdef0123456789abcdef';

const CASES: readonly [what: string, jql: string, keys: string[]][] = [
  ['a project by key', 'project = WA', ['WA-10', 'WA-2', 'WA-1']],
  ['a project by key in another case', 'project = wa', ['WA-10', 'WA-2', 'WA-1']],
  ['a project by name', 'project = "Well-Architected"', ['WA-10', 'WA-2', 'WA-1']],
  ['a project by id', 'project = 10001', ['KAN-3']],
  ['two projects', 'project in (WA, KAN)', ALL],
  ['all but one project', 'project not in (WA)', ['KAN-3']],
  ['a key', 'key = WA-2', ['WA-2']],
  ['keys, some in lower case', 'issuekey in (wa-2, KAN-3)', ['KAN-3', 'WA-2']],
  ['an id', 'id = 10010', ['WA-10']],
  ['later keys of the same project, by number', 'key > WA-2', ['WA-10']],
  ['an issue type by name', 'issuetype = "Sub-task"', ['WA-10']],
  ['an issue type by its short field name and id', 'type = 10001', ['WA-1']],
  ['every type of the Sub-task level', 'issuetype in subtaskIssueTypes()', ['WA-10']],
  ['every other type', 'issuetype not in subTaskIssueTypes()', ['KAN-3', 'WA-2', 'WA-1']],
  ['a status in another case', 'status = "to do"', ['KAN-3', 'WA-1']],
  ['a status by id', 'status = 3', ['WA-2']],
  ['a status category by name', 'statusCategory = "In Progress"', ['WA-2']],
  ['a status category by key', 'statusCategory != done', ['KAN-3', 'WA-2', 'WA-1']],
  ['a label, whatever its case', 'labels = security', ['WA-10', 'WA-2']],
  ['another label: issues without labels are left out', 'labels != security', ['WA-1']],
  ['no label', 'labels is EMPTY', ['KAN-3']],
  ['no label, or a certain one', 'labels in (EMPTY, security)', ['WA-10', 'KAN-3', 'WA-2']],
  ['children of an Epic', 'parent = WA-1', ['WA-2']],
  ['children by the id of the parent', 'parent in (10002)', ['WA-10']],
  ['issues without a parent', 'parent is null', ['KAN-3', 'WA-1']],
  ['a priority', 'priority = High', ['WA-2']],
  ['more urgent than', 'priority > Medium', ['WA-2']],
  ['not more urgent than; issues without priority are left out', 'priority <= High', ['WA-10', 'WA-2']],
  ['mine', 'assignee = currentUser()', ['WA-2']],
  ['by account id', `assignee = "${MEMBER}"`, ['WA-2']],
  ['by an unquoted account id', `assignee = ${MEMBER}`, ['WA-2']],
  ['by e-mail address', 'assignee = "member@example.invalid"', ['WA-2']],
  ["somebody else's: unassigned issues are left out", 'assignee != currentUser()', ['KAN-3']],
  ['unassigned', 'assignee is EMPTY', ['WA-10', 'WA-1']],
  ['assigned', 'assignee is not null', ['KAN-3', 'WA-2']],
  ['unresolved', 'resolution = Unresolved', ['KAN-3', 'WA-2', 'WA-1']],
  ['resolved', 'resolution is not EMPTY', ['WA-10']],
  ['resolved as', 'resolution = done', ['WA-10']],
  ['created in the last three days', 'created >= -3d', ['WA-10', 'WA-2']],
  ['created since midnight', 'created >= startOfDay()', ['WA-10']],
  ['created since yesterday midnight', 'created >= startOfDay("-2")', ['WA-10', 'WA-2']],
  ['created before a date', 'created < 2026-03-02', ['KAN-3', 'WA-1']],
  ['created before a date and time', 'created < "2026/03/08 12:01"', ['KAN-3', 'WA-2', 'WA-1']],
  ['moved into its status category within 90 minutes', 'statusCategoryChangedDate >= "-90m"', ['WA-10']],
  ['moved into it within three days', 'statusCategoryChangedDate > -3d', ['WA-10', 'WA-2']],
  ['updated within 90 minutes', 'updated >= "-90m"', ['WA-10']],
  ['updated by now', 'updated <= now()', ALL],
  ['updated within 26 hours', 'updated > "-1d 2h"', ['WA-10', 'WA-2']],
  ['created by the end of the day, a week ago', 'created <= endOfDay(-1w)', ['KAN-3', 'WA-1']],
  ['milliseconds since 1970', 'created > 0', ALL],
  ['all the words, in any order and case', 'summary ~ "machines PEOPLE"', ['WA-2']],
  ['a word, not a part of one', 'summary ~ ident', []],
  ['the beginning of a word', 'summary ~ "ident*"', ['WA-2']],
  ['a phrase', String.raw`summary ~ "\"sign in mechanisms\""`, ['WA-10']],
  ['a phrase in another order', String.raw`summary ~ "\"mechanisms sign\""`, []],
  ['not containing', 'summary !~ "you"', ['WA-10', 'KAN-3', 'WA-1']],
  ['the description', 'description ~ provider', ['WA-2']],
  ['summary or description', 'text ~ "risk"', ['WA-2']],
  ['an alias of an indexed property', 'waRisk = HIGH', ['WA-2']],
  ['an alias, with the case of the value', 'waRisk = high', []],
  ['an alias: issues without the property are left out', 'waRisk != HIGH', ['WA-10']],
  ['an alias in a list', 'waRisk in (HIGH, MEDIUM)', ['WA-10', 'WA-2']],
  ['an alias that is empty', 'waRisk is EMPTY', ['KAN-3', 'WA-1']],
  [
    'a property by its path',
    `issue.property[well-architected].workload = "${WORKLOAD}"`,
    ['WA-10', 'WA-2', 'WA-1'],
  ],
  ['a nested path', 'issue.property[review].owner.account = currentUser()', ['WA-2']],
  ['a nested path with a quoted key', 'issue.property["review"].owner.account is not empty', ['WA-2']],
  ['a number', 'reviewCount >= 7', ['WA-2']],
  ['a number that is not', 'reviewCount != 7', []],
  ['an element of a list', 'issue.property[review].tags = mfa', ['WA-2']],
  ['a date', 'issue.property[review].due > now()', ['WA-2']],
  ['words', 'issue.property[review].words ~ privilege', ['WA-2']],
  ['a path that nobody indexed finds nothing', 'issue.property[well-architected].pillar = security', []],
  ['AND before OR', 'project = KAN OR project = WA AND type = Epic', ['KAN-3', 'WA-1']],
  ['parentheses first', '(project = KAN OR project = WA) AND type = Epic', ['WA-1']],
  ['NOT', 'NOT project = WA', ['KAN-3']],
  ['NOT leaves out what is empty', 'NOT assignee = currentUser()', ['KAN-3']],
  ['NOT twice', 'not ! assignee = currentUser()', ['WA-2']],
  ['NOT before parentheses', 'NOT (project = KAN OR type = Epic)', ['WA-10', 'WA-2']],
  ['symbols for AND and OR', 'project = WA && type = Epic || project = KAN', ['KAN-3', 'WA-1']],
  ['keywords in any case, over lines', 'project = WA\nand\tTYPE In (Epic)', ['WA-1']],
  ['single quotes', "summary ~ 'chairs'", ['KAN-3']],
  [
    'escapes in strings',
    String.raw`project = "\u0057A" and summary ~ "Order\tchairs" or key = WA\-1`.replace('\\-', '-'),
    ['WA-1'],
  ],
  ['a quoted reserved word', 'labels = "limit" or key = WA-1', ['WA-1']],
  ['nothing', '', ALL],
];

describe('JQL finds', () => {
  it.each(CASES)('%s', (_what, jql, keys) => {
    expect(search(jql)).toEqual(keys);
  });

  it('nobody, where an anonymous caller asks for himself', () => {
    expect(search('assignee = currentUser()', { ...CONTEXT, accountId: undefined })).toEqual([]);
  });

  it('issues by any key and account id where the site does not say which exist', () => {
    const { now, aliases, projects, issueTypes, statuses, priorities } = CONTEXT;
    const open = { now, aliases, projects, issueTypes, statuses, priorities };
    expect(search('key in (WA-2, WA-999) or assignee = "x:y"', open)).toEqual(['WA-2']);
  });
});

const ORDERS: readonly [what: string, jql: string, keys: string[]][] = [
  ['keys by number', 'order by key', ['KAN-3', 'WA-1', 'WA-2', 'WA-10']],
  ['keys backwards', 'project = WA ORDER BY key DESC', ['WA-10', 'WA-2', 'WA-1']],
  ['dates, the latest first unless told', 'order by created', ['WA-10', 'WA-2', 'WA-1', 'KAN-3']],
  ['dates, ascending', 'order by updated asc', ['KAN-3', 'WA-1', 'WA-2', 'WA-10']],
  [
    'priority, the most urgent first, none before all',
    'project = WA order by priority',
    ['WA-1', 'WA-2', 'WA-10'],
  ],
  ['priority, ascending: none after all', 'project = WA order by priority asc', ['WA-10', 'WA-2', 'WA-1']],
  ['several fields', 'order by type asc, key desc', ['WA-1', 'WA-10', 'WA-2', 'KAN-3']],
];

describe('JQL orders', () => {
  it.each(ORDERS)('%s', (_what, jql, keys) => {
    expect(search(jql)).toEqual(keys);
  });
});
