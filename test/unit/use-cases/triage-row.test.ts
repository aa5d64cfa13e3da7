import { describe, expect, test } from '@jest/globals';
import type { TriageIssue } from '../../../src/jira/client/triage-issues';
import { triageRow } from '../../../src/use-cases/triage-row';

const ISSUE: TriageIssue = {
  ...{ id: '10003', key: 'WA-3', projectKey: 'WA', summary: 'Evaluate needs', risk: 'HIGH' },
  status: { name: 'To Do', category: 'new' },
  parent: { id: '10002', key: 'WA-2', summary: 'What are your priorities?' },
};
const ROW = {
  ...{ id: '10003', key: 'WA-3', title: 'Evaluate needs', risk: 'HIGH' },
  parent: { id: '10002', key: 'WA-2', title: 'What are your priorities?' },
  status: { name: 'To Do', category: 'new' },
};

describe('a row of the triage table', () => {
  test('has what the issue says', () => {
    const assignee = { accountId: 'a3', displayName: 'Member' };
    expect(triageRow(ISSUE, 'WA')).toEqual(ROW);
    expect(triageRow({ ...ISSUE, assignee, dueDate: '2026-11-22' }, 'WA')).toEqual({
      ...{ ...ROW, assignee, dueDate: '2026-11-22' },
    });
  });

  test.each<[what: string, issue: Partial<TriageIssue>]>([
    ['is done by now', { status: { name: 'Closed', category: 'done' } }],
    ['stands in another project', { projectKey: 'KAN' }],
  ])('is not there for an issue that %s', (_, more) => {
    expect(triageRow({ ...ISSUE, ...more }, 'WA')).toBeUndefined();
  });

  test('has no risk that AWS does not have', () => {
    const { risk, ...others } = ROW;
    expect(triageRow({ ...ISSUE, risk: '<script>alert(1)</script>' }, 'WA')).toEqual(others);
  });
});
