import { describe, expect, test } from '@jest/globals';
import type { Outcome, PlannedChange, PlannedCreate, Reason, Remark } from '../../../sandbox/cli/api';
import { toJson } from '../../../sandbox/cli/json';
import { lineOf } from '../../../sandbox/cli/progress';
import { renderPlan } from '../../../sandbox/cli/render-plan';
import { renderResult, unsettled } from '../../../sandbox/cli/render-result';

const text = (words: string): Reason => ({ code: 'text', params: { text: words } });

const NONE = { epics: 0, tasks: 0, subtasks: 0 };

function outcome(parts: Partial<Outcome> = {}): Outcome {
  return {
    kind: 'applied',
    fingerprint: '0123456789abcdef',
    planned: { create: NONE, update: 0, close: 0, reopen: 0, resolve: 0, choose: 0, notes: 0, unchanged: 0 },
    planPages: 1,
    created: NONE,
    updated: 0,
    closed: 0,
    reopened: 0,
    chosen: 0,
    notesWritten: 0,
    unchanged: 0,
    outOfScope: [],
    movedInJira: [],
    failed: [],
    conflicts: [],
    notices: [],
    proposals: [],
    calls: { jira: 28, aws: 6 },
    ...parts,
  };
}

function create(level: PlannedCreate['level'], title: string, question?: string): PlannedCreate {
  const place = { lens: 'A lens', pillar: 'Security', risk: 'HIGH', labels: ['security'] };
  return { kind: 'create', level, title, ...place, ...(question === undefined ? {} : { question }) };
}

describe('a plan', () => {
  test('with nothing to do says so', () => {
    const planned = {
      create: NONE,
      update: 0,
      close: 0,
      reopen: 0,
      resolve: 0,
      choose: 0,
      notes: 0,
      unchanged: 365,
    };
    expect(renderPlan([], outcome({ planned }), false)).toEqual([
      'Nothing to do: 365 work items up to date.',
    ]);
  });

  test('with nothing to do but for a person says that', () => {
    const conflicts: Remark[] = [{ title: 'Use two factors', ...text('not found') }];
    expect(renderPlan([], outcome({ conflicts }), false)).toEqual([
      '1 thing for you to settle; else 0 work items up to date.',
    ]);
  });

  test('that could not be made is not one with nothing to do', () => {
    expect(renderPlan([], outcome({ kind: 'blocked' }), false)).toEqual([]);
  });

  test('is a tree of lens, pillar, question and practice', () => {
    const changes = [
      create('epic', 'Shop'),
      create('task', 'How do you sign in?', 'How do you sign in?'),
      create('subtask', 'Use two factors', 'How do you sign in?'),
    ];
    const planned = { ...outcome().planned, create: { epics: 1, tasks: 1, subtasks: 1 }, unchanged: 2 };
    expect(renderPlan(changes, outcome({ planned }), true)).toEqual([
      'Plan 0123456789abcdef: create 1 Epic, 1 Task, 1 Sub-task, leave 2 as they are',
      '+ Epic Shop',
      '  A lens › Security: 1 Task, 1 Sub-task',
      '    + Task How do you sign in? [HIGH]',
      '        + Sub-task Use two factors',
    ]);
  });

  test('that is long is told by number, unless all of it is asked for', () => {
    const changes = Array.from({ length: 30 }, (_, i) => create('task', `Q${i}`, `Q${i}`));
    const short = renderPlan(changes, outcome(), false);
    expect(short.at(-1)).toBe('    … and 22 more questions (--verbose lists them)');
    expect(renderPlan(changes, outcome(), true)).toHaveLength(2 + 30);
  });

  test('marks what is updated, closed and reopened', () => {
    const changes: PlannedChange[] = [
      {
        kind: 'update',
        key: 'WA-1',
        title: 'One',
        changes: [{ code: 'title', params: { old: 'old', new: 'new' } }],
      },
      { kind: 'close', key: 'WA-2', title: 'Two', reason: text('the practice was selected') },
      { kind: 'reopen', key: 'WA-3', title: 'Three', reason: text('it is open again') },
    ];
    expect(renderPlan(changes, outcome(), false).slice(1)).toEqual([
      '~ WA-1 One: title: "old" → "new"',
      '✓ WA-2 Two: close, the practice was selected',
      '↺ WA-3 Three: reopen, it is open again',
    ]);
  });
});

describe('a result', () => {
  const noted = { ...outcome().planned, notes: 24 };

  test('says of how many questions the notes said so already', () => {
    const already = 'The notes of 12 more questions said so already.';
    expect(renderResult(outcome({ planned: noted, notesWritten: 12 }), false)).toContain(already);
    const failed: Remark[] = [{ title: 'Use two factors', ...text('AWS refuses') }];
    expect(renderResult(outcome({ planned: noted, notesWritten: 12, failed }), false)).not.toContain(already);
  });

  test('says how many issues were adopted', () => {
    const notices: Remark[] = [{ title: 'Shop', code: 'adopts', params: { issues: 142 } }];
    expect(renderResult(outcome({ notices }), false)[0]).toMatch(/^Done: adopted 142 work items; /);
  });

  test('names the option that makes an issue again which is not found', () => {
    const conflicts: Remark[] = [{ title: 'Use two factors', code: 'deleted-in-jira', params: {} }];
    expect(renderResult(outcome({ conflicts }), false).join('\n')).toContain('--recreate');
    expect(renderResult(outcome(), false).join('\n')).not.toContain('--recreate');
  });

  test('names failures with their reasons, and conflicts with old, new and theirs', () => {
    const failed: Remark[] = [{ title: 'Use two factors', ...text('Team is required') }];
    const texts = [{ field: 'title', old: 'Old', new: 'New', theirs: 'Ours' }];
    const conflicts: Remark[] = [{ key: 'WA-1', title: 'New', ...text('edited'), texts }];
    const lines = renderResult(outcome({ created: { ...NONE, tasks: 2 }, failed, conflicts }), false);
    expect(lines[0]).toBe('Done: created 2 Tasks; 0 unchanged. (28 Jira and 6 AWS calls)');
    expect(lines).toContain('  Use two factors: Team is required');
    expect(lines.join('\n')).toMatch(/as the app wrote it: Old\n\s+AWS now: {2}New\n\s+in Jira: {2}Ours/);
  });

  test.each([
    [
      'either side',
      ['aws', 'jira'],
      '  Say whose side stays: --settle WA-7=aws or --settle WA-7=jira, and so for each.',
    ],
    ['one side alone', ['aws'], '  Say whose side stays: --settle WA-7=aws, and so for each.'],
    ['no run: somebody has to change something', undefined, undefined],
  ] as const)('says how a run settles a conflict that it can settle: %s', (_, settledBy, line) => {
    const conflict: Remark = {
      key: 'WA-7',
      title: 'One',
      ...text('why'),
      ...(settledBy ? { settledBy } : {}),
    };
    const lines = renderResult(outcome({ conflicts: [conflict] }), false);
    expect(lines.filter((each) => each.includes('--settle'))).toEqual(line === undefined ? [] : [line]);
  });

  test.each([
    ['that it can settle', ['aws', 'jira'], []],
    [
      'that only the other side settles',
      ['aws'],
      ['--settle WA-7=jira does not settle the conflict of WA-7: only --settle WA-7=aws does.'],
    ],
    [
      'that no run settles',
      undefined,
      ['--settle WA-7=jira does not settle the conflict of WA-7: no run settles it.'],
    ],
  ] as const)('says of a decision on a conflict %s whether it does', (_, settledBy, lines) => {
    const conflict: Remark = {
      key: 'WA-7',
      title: 'One',
      ...text('why'),
      ...(settledBy ? { settledBy } : {}),
    };
    const result = outcome({ conflicts: [conflict] });
    expect(unsettled(result, [{ issueKey: 'WA-7', keep: 'jira' }])).toEqual(lines);
    expect(unsettled(result, [{ issueKey: 'WA-8', keep: 'jira' }])).toEqual([]);
  });

  test('tells what was written in AWS, in words and as JSON', () => {
    const notices: Remark[] = [{ title: 'One', ...text('put back') }];
    const result = outcome({ chosen: 1, notesWritten: 2, notices });
    const [first, ...others] = renderResult(result, false);
    expect(first).toContain('changed 1 answer in AWS, wrote the notes of 2 questions');
    expect(others).toContain('  One: put back');
    const json = toJson({ changes: [], outcome: outcome() }, result);
    expect(json).toMatchObject({ chosen: 1, notesWritten: 2, notices });
  });

  test('as JSON has what was planned beside what was done', () => {
    const changes = [create('epic', 'Shop')];
    const planned = { ...outcome().planned, create: { ...NONE, epics: 1 } };
    const shown = { changes, outcome: outcome({ kind: 'previewed', planned }) };
    expect(toJson(shown, outcome({ created: { ...NONE, epics: 1 } }))).toMatchObject({
      plan: { fingerprint: '0123456789abcdef', create: { epics: 1, tasks: 0, subtasks: 0 }, changes },
      created: { epics: 1, tasks: 0, subtasks: 0 },
      failed: [],
      calls: { jira: 28, aws: 6 },
    });
  });
});

test.each([
  ['before it is known how much there is', 'running', 0, 0, 'Reading …'],
  ['in the middle', 'running', 50, 100, `[${'█'.repeat(14)}${'░'.repeat(14)}] 50/100 Reading`],
  ['at the end', 'running', 100, 100, `[${'█'.repeat(28)}] 100/100 Reading`],
  ['past the end', 'running', 120, 100, `[${'█'.repeat(28)}] 120/100 Reading`],
] as const)('progress %s', (_name, state, done, total, line) => {
  const view = { id: 'r', state, workloadName: 'Shop', step: text('Reading'), progress: { done, total } };
  expect(lineOf(view)).toBe(line);
});
