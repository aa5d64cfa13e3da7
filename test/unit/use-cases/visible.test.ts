import { describe, expect, test } from '@jest/globals';
import type { PlannedChange, Remark, RunOutcome } from '../../../src/contract';
import {
  keysIn,
  keysInBlock,
  visibleBlock,
  visibleChanges,
  visibleRemarks,
  visibleWords,
} from '../../../src/use-cases/visible';

const TITLE = 'An issue that you may not see';
const SECRET = 'Secret words of WA-2';
const SEES = new Set(['WA-1']);

const TOLD: Omit<RunOutcome, 'outOfScope' | 'movedInJira' | 'failed' | 'conflicts' | 'notices'> = {
  kind: 'applied',
  fingerprint: 'f',
  planned: {
    create: { epics: 0, tasks: 0, subtasks: 0 },
    update: 1,
    close: 0,
    reopen: 0,
    choose: 0,
    notes: 0,
    unchanged: 3,
  },
  planPages: 1,
  created: { epics: 0, tasks: 0, subtasks: 0 },
  updated: 1,
  closed: 0,
  reopened: 0,
  chosen: 0,
  notesWritten: 0,
  unchanged: 3,
  calls: { jira: 1, aws: 1 },
};
const NONE = { outOfScope: [], movedInJira: [], failed: [], conflicts: [], notices: [] };

const remark = (more: Partial<Remark>): Remark => ({
  title: SECRET,
  code: 'done-in-jira',
  reason: SECRET,
  ...more,
});
const hidden: Remark = {
  title: TITLE,
  code: 'hidden',
  reason: 'It is hidden from you, and so is what there is to say about it.',
};

describe('a remark', () => {
  test.each<[words: string, remark: Remark, seen: Remark]>([
    [
      'on a visible issue: as it is',
      remark({ key: 'WA-1', reason: 'so' }),
      remark({ key: 'WA-1', reason: 'so' }),
    ],
    [
      'on a visible issue, with texts: as it is',
      remark({ key: 'WA-1', reason: 'so', texts: [{ field: 'title', new: 'a', theirs: 'b' }] }),
      remark({ key: 'WA-1', reason: 'so', texts: [{ field: 'title', new: 'a', theirs: 'b' }] }),
    ],
    ['without an issue: as it is', remark({ reason: 'gone' }), remark({ reason: 'gone' })],
    ['on a hidden issue: no key, no title, no reason', remark({ key: 'WA-2' }), hidden],
    [
      'on a hidden issue, with texts: none of them',
      remark({ key: 'WA-2', code: 'text-edited', texts: [{ field: 'title', new: SECRET, theirs: SECRET }] }),
      hidden,
    ],
    ['on a hidden issue that was moved: not where to', remark({ key: 'HR-1', code: 'moved-away' }), hidden],
    ['on a hidden issue that Jira refused: not why', remark({ key: 'WA-2', code: 'refused' }), hidden],
    [
      'on a hidden issue, with a reason that says the same of all',
      remark({
        key: 'WA-2',
        code: 'lens-removed',
        reason: 'its lens is not applied to the workload any more',
      }),
      { title: TITLE, code: 'lens-removed', reason: 'its lens is not applied to the workload any more' },
    ],
    [
      'on a visible issue, naming a hidden one: without its key',
      remark({ key: 'WA-1', code: 'doubled-identity', reason: 'WA-1, HR_X-22 say that they are the same.' }),
      remark({
        key: 'WA-1',
        code: 'doubled-identity',
        reason: 'WA-1, an issue that you may not see say that they are the same.',
      }),
    ],
    [
      'without an issue, naming a hidden one: without its key',
      remark({ reason: 'parent: WA-2 is closed' }),
      remark({ reason: 'parent: an issue that you may not see is closed' }),
    ],
  ])('%s', (_words, told, seen) => {
    for (const section of ['outOfScope', 'movedInJira', 'failed', 'conflicts'] as const) {
      expect(visibleRemarks({ ...TOLD, ...NONE, [section]: [told] }, SEES)).toEqual({
        ...TOLD,
        ...NONE,
        [section]: [seen],
      });
    }
  });

  test('is not left out, so that numbers stay true', () => {
    const conflicts = [remark({ key: 'WA-2' }), remark({ key: 'WA-3' })];
    expect(visibleRemarks({ ...TOLD, ...NONE, conflicts }, new Set()).conflicts).toEqual([hidden, hidden]);
  });
});

test('why a run was refused names no hidden issue', () => {
  const outcome = { ...TOLD, ...NONE, refusal: 'WA-1 and WA-2' };
  expect(visibleRemarks(outcome, SEES).refusal).toBe('WA-1 and an issue that you may not see');
});

describe('a planned change', () => {
  const create: PlannedChange = { kind: 'create', level: 'task', title: 'Question', labels: ['security'] };
  const update: PlannedChange = { kind: 'update', key: 'WA-1', title: 'Mine', changes: ['title: "a" → "b"'] };
  const close: PlannedChange = { kind: 'close', key: 'WA-1', title: 'Mine', reason: 'selected' };

  test.each<[string, PlannedChange, PlannedChange]>([
    ["that makes an issue: as it is, the title is the review's", create, create],
    ['of a visible issue: as it is', update, update],
    ['that closes a visible issue: as it is', close, close],
    [
      'of a hidden issue: that there is one',
      { kind: 'update', key: 'WA-2', title: SECRET, changes: [SECRET] },
      { kind: 'update', title: TITLE, changes: [] },
    ],
    ...(['close', 'reopen'] as const).map((kind): [string, PlannedChange, PlannedChange] => [
      `that would ${kind} a hidden issue: that it would`,
      { kind, key: 'WA-2', title: SECRET, reason: SECRET },
      { kind, title: TITLE, reason: hidden.reason },
    ]),
  ])('%s', (_words, change, seen) => {
    expect(visibleChanges([change], SEES)).toEqual([seen]);
  });
});

test('whatever a run names can be asked for: remarks, their reasons, the refusal, changes, words', () => {
  const outcome: RunOutcome = {
    ...TOLD,
    outOfScope: [remark({ key: 'WA-1', reason: 'so' })],
    movedInJira: [remark({ key: 'WA-3', reason: 'so' })],
    failed: [remark({ reason: 'parent: WA-4' })],
    conflicts: [remark({ key: 'WA-5', reason: 'WA-5, HR-6 say' })],
    notices: [],
    refusal: 'WA-7',
  };
  const changes: PlannedChange[] = [
    { kind: 'create', level: 'epic', title: 'WA-99', labels: [] },
    { kind: 'update', key: 'WA-8', title: 'x', changes: [] },
    { kind: 'close', key: 'WA-9', title: 'x', reason: 'y' },
  ];
  expect([...keysIn({ outcome, changes, words: 'Jira made WA-10, A_B2-11' })].sort()).toEqual([
    'A_B2-11',
    'HR-6',
    'WA-1',
    'WA-10',
    'WA-3',
    'WA-4',
    'WA-5',
    'WA-7',
    'WA-8',
    'WA-9',
  ]);
  expect(visibleWords('Jira made WA-1, WA-10', SEES)).toBe('Jira made WA-1, an issue that you may not see');
});

describe('a block in the notes', () => {
  const BLOCK = [
    '[ ] Task WA-2: To Do',
    'https://jira.example/browse/WA-2',
    '1 of 2 Sub-tasks done, last status change 2026-03-01',
    '[x] WA-1: Done - Use SHA-256',
    '[ ] WA-3: To Do - Ask WA-1',
  ].join('\n');

  test('names its issues, and nothing that only looks like one', () => {
    expect(keysInBlock(BLOCK)).toEqual(new Set(['WA-2', 'WA-1', 'WA-3']));
  });

  test('keeps the lines of what is visible', () => {
    expect(visibleBlock(BLOCK, SEES).split('\n')).toEqual([
      TITLE,
      TITLE,
      '1 of 2 Sub-tasks done, last status change 2026-03-01',
      '[x] WA-1: Done - Use SHA-256',
      TITLE,
    ]);
    expect(visibleBlock(BLOCK, new Set(['WA-1', 'WA-2', 'WA-3']))).toBe(BLOCK);
  });

  test.each([
    ['in one line', '[ ] Task WA-2: To Do, 0 of 5 Sub-tasks done'],
    ['of a site below a path', 'http://127.0.0.1:8620/jira/browse/WA-2'],
  ])('%s', (_words, line) => expect(visibleBlock(line, SEES)).toBe(TITLE));
});
