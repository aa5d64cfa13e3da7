/** A plan or a result without a change: what it leaves to a person is not agreement. */
import { expect, test } from '@jest/globals';
import type { Remark, RunOutcome } from '../../../src/contract';
import { leftToPerson } from '../../../static/app/src/features/project/plan/agreement';
import { notesAlready } from '../../../static/app/src/features/project/result/done-lines';

const remark: Remark = { title: 'Rotate keys', code: 'deleted-in-jira', params: {} };

test('a conflict and a failure are left to a person', () => {
  expect(leftToPerson({ conflicts: [], failed: [] })).toBe(0);
  expect(leftToPerson({ conflicts: [remark], failed: [remark] })).toBe(2);
});

const NO_ISSUE = { epics: 0, tasks: 0, subtasks: 0 };

const APPLIED: RunOutcome = {
  ...{ kind: 'applied', fingerprint: '', planPages: 1, unchanged: 0, created: NO_ISSUE },
  planned: {
    create: NO_ISSUE,
    update: 0,
    close: 0,
    reopen: 0,
    resolve: 0,
    choose: 0,
    notes: 24,
    unchanged: 0,
  },
  ...{ updated: 0, closed: 0, reopened: 0, chosen: 0, notesWritten: 12, calls: { jira: 0, aws: 0 } },
  ...{ outOfScope: [], movedInJira: [], failed: [], conflicts: [], notices: [], proposals: [] },
};

test.each<[string, Partial<RunOutcome>, number]>([
  ['which were planned and not written, in a run that did all of its plan', {}, 12],
  ['none where one failed', { failed: [remark] }, 0],
  ['none where one is in conflict', { conflicts: [remark] }, 0],
  ['none where a part waits', { refusal: [remark] }, 0],
  ['none of a run that was stopped', { kind: 'stopped' }, 0],
  ['none where all were written', { notesWritten: 24 }, 0],
])('notes that said so already: %s', (_, outcome, count) => {
  expect(notesAlready({ ...APPLIED, ...outcome })).toBe(count);
});
