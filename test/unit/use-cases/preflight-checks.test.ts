import { describe, expect, test } from '@jest/globals';
import type { PreflightCheck } from '../../../src/contract/preflight';
import { inWords } from '../../../src/in-words';
import type { CreateField } from '../../../src/jira/client/create-meta';
import type { Examination, LevelScreen, Problem } from '../../../src/jira/client/examine-project';
import type { DoneStatuses } from '../../../src/jira/jira';
import type { Named } from '../../../src/jira/model';
import { because } from '../../../src/jira/reasons';
import type { Way } from '../../../src/jira/ways';
import { preflightChecks } from '../../../src/use-cases/preflight-checks';

const NO_SUBTASKS = because('project-lacks-level', { project: 'WA', level: 'subtask' });
const TEAM_REQUIRED = because('create-needs-field', {
  ...{ field: 'Team', id: 'customfield_1', type: 'Task', typeId: '2' },
  kind: 'text',
});
const NOT_GRANTED = because('project-lacks-permission', { project: 'WA', permission: 'EDIT_ISSUES' });

const field = (fieldId: string, allowedValues?: readonly object[]): CreateField => ({
  fieldId,
  name: fieldId,
  required: false,
  ...(allowedValues ? { allowedValues: [...allowedValues] } : {}),
});
const PRIORITIES = ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((name, index) => ({
  id: String(index + 1),
  name,
}));
const FIELDS = [field('description'), field('labels'), field('parent'), field('priority', PRIORITIES)];
const without = (...names: readonly string[]) => FIELDS.filter(({ fieldId }) => !names.includes(fieldId));

const NOTHING_GIVEN = { fields: {}, problems: [], named: new Set<string>(), offScreen: [] };

const screen = (level: LevelScreen['level'], name: string, fields = FIELDS): LevelScreen => ({
  level,
  type: { id: name, name },
  fields,
  given: NOTHING_GIVEN,
});
const SCREENS = [screen('epic', 'Epic'), screen('task', 'Task'), screen('subtask', 'Sub-task')];
const PROJECT = { id: '10000', key: 'WA', archived: false, deleted: false };
const done = (...names: readonly string[]) => names.map((name, index) => ({ id: String(index), name }));
const doneOf = (types: Readonly<Record<string, readonly Named[]>>): DoneStatuses =>
  new Map(Object.entries(types).map(([name, statuses]) => [name, { name, statuses }]));
const ONE_EACH = { Epic: done('Done'), Task: done('Done'), 'Sub-task': done('Done') };
const ONE_DONE = doneOf(ONE_EACH);

function checksOf(
  examination: Partial<Examination> = {},
  doneStatuses: DoneStatuses | undefined = ONE_DONE,
  undecided: readonly string[] = ['the workload'],
): readonly PreflightCheck[] {
  const whole = { project: PROJECT, problems: [], screens: SCREENS, ...examination };
  return preflightChecks({ examination: whole, doneStatuses, undecided });
}

const wordsOf = (checks: readonly PreflightCheck[], what: PreflightCheck['what']) =>
  checks.filter((check) => check.what === what).map(({ result, reason }) => `${result}: ${inWords(reason)}`);

describe('preflight', () => {
  test('of a project that has everything names what a review becomes there', () => {
    const checks = checksOf();
    expect(new Set(checks.map(({ result }) => result))).toEqual(new Set(['ok']));
    expect(wordsOf(checks, 'subtask')).toEqual([
      'ok: A best practice becomes a work item of the type "Sub-task".',
    ]);
    expect(wordsOf(checks, 'priority')).toEqual([
      'ok: "Task" at HIGH risk gets the priority "High", at MEDIUM risk "Medium".',
      'ok: "Sub-task" at HIGH risk gets the priority "High", at MEDIUM risk "Medium".',
    ]);
    expect(checks.every(({ reason }) => /^[A-Z"].*\.$/.test(inWords(reason)))).toBe(true);
  });

  test.each<[words: string, problem: Problem, ok: boolean]>([
    ['a missing level', { what: 'subtask', reason: NO_SUBTASKS }, false],
    ['a required field', { what: 'required-fields', reason: TEAM_REQUIRED }, false],
  ])('fails with the words of a blocked sync: %s', (_words, problem, ok) => {
    const checks = checksOf({ problems: [problem], screens: SCREENS.slice(0, 2) });
    expect(wordsOf(checks, problem.what)).toEqual([`failed: ${inWords(problem.reason)}`]);
    expect(checks.some(({ what, result }) => what === problem.what && result === 'ok')).toBe(ok);
  });

  test.each<[words: string, examination: Partial<Examination>]>([
    [
      'that is archived',
      {
        problems: [{ what: 'project', reason: because('project-archived', { project: 'WA' }) }],
        screens: [],
      },
    ],
    ['where the app may not work', { problems: [{ what: 'permissions', reason: NOT_GRANTED }], screens: [] }],
  ])('of a project %s says that and nothing else', (_words, examination) => {
    expect(checksOf(examination, undefined).map(({ result }) => result)).toEqual(['failed']);
  });

  test.each<[what: PreflightCheck['what'], fields: readonly CreateField[], words: RegExp]>([
    [
      'description',
      without('description'),
      /^warning: The field Description is not on .*"Task".*Add it there\.$/,
    ],
    ['labels', without('labels'), /^warning: The field Labels is not on .*"Task".*Add it there\.$/],
    ['priority', without('priority'), /^warning: The field Priority is not on .*"Task".*Add it there\.$/],
    ['priority', [...without('priority'), field('priority', [])], /^warning: .*offers nothing/],
  ])('warns of a Task without %s', (what, fields, words) => {
    const screens = [
      screen('epic', 'Epic'),
      screen('task', 'Task', [...fields]),
      screen('subtask', 'Sub-task'),
    ];
    const warnings = checksOf({ screens }).filter(({ result }) => result === 'warning');
    expect(warnings.map((check) => check.what)).toEqual([what]);
    expect(wordsOf(warnings, what)[0]).toMatch(words);
  });

  test('asks for no priority of an Epic, which has no risk', () => {
    const screens = [screen('epic', 'Epic', without('priority')), ...SCREENS.slice(1)];
    expect(checksOf({ screens }).every(({ result }) => result === 'ok')).toBe(true);
  });

  const two = doneOf({ ...ONE_EACH, Task: done('Done', 'Declined') });
  test.each<[words: string, statuses: DoneStatuses, undecided: readonly string[], said: RegExp]>([
    ['one', ONE_DONE, ['"Shop"'], /^ok: .*"Task" is closed with the status "Done"\.$/],
    [
      'several',
      two,
      ['"Shop"'],
      /^warning: .*Done \(0\), Declined \(1\)\. .*settings of "Shop".*doneStatusId/,
    ],
    ['several, and settings that name one', two, [], /^ok: .*the settings say which/],
    ['none', doneOf({ ...ONE_EACH, Task: [] }), [], /^warning: .*no status of the category Done.*Add one\.$/],
  ])('done statuses: %s', (_words, statuses, undecided, said) => {
    expect(wordsOf(checksOf({}, statuses, undecided), 'done-status')[1]).toMatch(said);
  });

  const steps = ['Open', 'Doing', 'Closed'].map((name) => ({ id: name, name }));
  const way: Way = { issueTypeId: 'Task', level: 'task', to: 'done', steps };
  const stuck: Way = { ...way, steps: steps.slice(0, 2), stuckAt: { issueId: '7' } };
  test.each<[words: string, ways: readonly Way[], said: RegExp]>([
    ['not tried', [], /^ok: .*not tried yet .*"Task": .*moved alone/],
    ['another type’s is not its own', [{ ...way, issueTypeId: 'Bug' }], /^ok: .*not tried yet/],
    ['the one back is not it', [{ ...way, to: 'open' }], /^ok: .*not tried yet/],
    ['known', [stuck, way], /^ok: .*"Task" was closed by way of the statuses Open, Doing, Closed\.$/],
    ['known to the status that settings name', [{ ...way, to: 'done:7' }], /^ok: .*Open, Doing, Closed\.$/],
    ['stuck', [stuck], /^warning: .*"Task" got stuck .* Open, Doing: /],
  ])('the way to done: %s', (_words, ways, said) => {
    const examination = { project: PROJECT, problems: [], screens: SCREENS };
    const checks = preflightChecks({ examination, doneStatuses: ONE_DONE, undecided: [], ways });
    expect(wordsOf(checks, 'way-to-done')[1]).toMatch(said);
  });

  test('says nothing of done statuses for a level that is missing', () => {
    const problems: Problem[] = [{ what: 'subtask', reason: NO_SUBTASKS }];
    const checks = checksOf(
      { problems, screens: SCREENS.slice(0, 2) },
      doneOf({ ...ONE_EACH, 'Sub-task': [] }),
    );
    expect(wordsOf(checks, 'done-status')).toHaveLength(2);
  });
});
