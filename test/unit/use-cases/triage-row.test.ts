import { describe, expect, test } from '@jest/globals';
import type { OpenSubtask } from '../../../src/jira/client/open-subtasks';
import type { QuestionRef } from '../../../src/links/issue-index';
import { triageRow } from '../../../src/use-cases/triage-row';

const WORKLOAD = 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/0123456789abcdef0123456789abcdef';
const LENS = 'arn:aws:wellarchitected::aws:lens/wellarchitected';
const PROPERTY = {
  v: 1,
  workload: WORKLOAD,
  lens: LENS,
  question: 'priorities',
  choice: 'priorities_needs',
  pillar: 'operational-excellence',
  risk: 'HIGH',
  hash: 'abc',
} as const;
const SUBTASK: OpenSubtask = {
  id: '10003',
  key: 'WA-3',
  summary: 'Evaluate needs',
  status: { name: 'To Do', category: 'new' },
  parent: { id: '10002', key: 'WA-2', summary: 'What are your priorities?' },
  property: PROPERTY,
};
const PLACE: QuestionRef = { workloadArn: WORKLOAD, lens: LENS, question: 'priorities' };
const ROW = {
  key: 'WA-3',
  title: 'Evaluate needs',
  workloadArn: WORKLOAD,
  lens: LENS,
  pillar: 'operational-excellence',
  risk: 'HIGH',
  question: { key: 'WA-2', title: 'What are your priorities?' },
  status: { name: 'To Do', category: 'new' },
};

const rowOf = (subtask: OpenSubtask, place: QuestionRef | undefined = PLACE, workloads = [WORKLOAD]) =>
  triageRow(subtask, new Set(workloads), (id) => (id === '10002' ? place : PLACE));

describe('a row of the triage table', () => {
  test('has what the issue says', () => {
    const assignee = { accountId: 'a3', displayName: 'Member' };
    expect(rowOf(SUBTASK)).toEqual(ROW);
    expect(rowOf({ ...SUBTASK, assignee, dueDate: '2026-11-22' })).toEqual({
      ...ROW,
      assignee,
      dueDate: '2026-11-22',
    });
  });

  const { question, ...withoutQuestion } = ROW;
  const { parent, ...orphan } = SUBTASK;
  test.each<[words: string, subtask: OpenSubtask, place: QuestionRef | undefined]>([
    ['whose parent is hidden', orphan, PLACE],
    ['under an issue that is not ours', SUBTASK, undefined],
    ['under the Task of another question', SUBTASK, { ...PLACE, question: 'ops-model' }],
    ['under the Task of another lens', SUBTASK, { ...PLACE, lens: 'arn:aws:wellarchitected::aws:lens/x' }],
    ['under the Task of another workload', SUBTASK, { ...PLACE, workloadArn: 'arn:other' }],
    ['under the Epic', SUBTASK, { workloadArn: WORKLOAD }],
  ])('has no question for a Sub-task %s', (_words, subtask, place) => {
    const ofIssue = (id: string) => (id === SUBTASK.id ? PLACE : place);
    expect(triageRow(subtask, new Set([WORKLOAD]), ofIssue)).toEqual(withoutQuestion);
  });

  test('is not there for a workload that the project does not link, whatever the property says', () => {
    expect(rowOf(SUBTASK, PLACE, ['arn:other'])).toBeUndefined();
  });

  test.each<[words: string, known: QuestionRef | undefined]>([
    ['that nobody linked', undefined],
    ['that is linked as another question’s', { ...PLACE, question: 'ops-model' }],
    ['that is linked as another workload’s', { ...PLACE, workloadArn: 'arn:other' }],
  ])('is not there for an issue %s, whatever its property says', (_words, known) => {
    const ofIssue = (id: string) => (id === SUBTASK.id ? known : PLACE);
    expect(triageRow(SUBTASK, new Set([WORKLOAD]), ofIssue)).toBeUndefined();
  });

  test('has no risk that AWS does not have', () => {
    const { risk, ...others } = ROW;
    const forged = { ...PROPERTY, risk: '<script>alert(1)</script>' };
    expect(rowOf({ ...SUBTASK, property: forged })).toEqual(others);
  });
});
