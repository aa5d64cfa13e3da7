/** All that triage lists as a file: what it costs, and what it says. */
import { describe, expect, test } from '@jest/globals';
import type { TriageRow } from '../../../src/contract';
import { asFiltered, priceOf, toCsv } from '../../../static/app/src/features/project/triage/export-file';
import {
  NO_FILTER,
  type TriageFilter,
  UNASSIGNED,
} from '../../../static/app/src/features/project/triage/triage-rows';
import type { ShownRow } from '../../../static/app/src/features/project/triage/practices';
import { english, speak } from '../../../static/app/src/texts/language';

speak(english('en-US'));

function row(issue: Partial<TriageRow> = {}): ShownRow {
  return {
    practice: {
      ...{
        id: '3',
        title: 'Rotate',
        workloadArn: 'a',
        workload: 'Payments',
        lens: 'f',
        lensName: 'Framework',
      },
      ...{ pillar: 'security', pillarName: 'Security', question: 'How, and why?', risk: 'HIGH' },
    },
    issue: { id: '3', key: 'WA-3', title: 'Rotate', status: { name: 'To Do', category: 'new' }, ...issue },
  };
}

const MINE = row({ assignee: { accountId: 'ada', displayName: 'Member' }, dueDate: '2026-11-21' });

test.each([
  ['one issue', 1, 1 + 1 + 2],
  ['a hundred: one read', 100, 100 + 1 + 2],
  ['a thousand: one call', 1000, 1000 + 10 + 2],
  ['fifty workloads of the framework lens', 15_350, 15_350 + 154 + 32],
])('the price of %s', (_, issues, points) => {
  expect(priceOf(issues)).toBe(points);
});

describe('a file', () => {
  test('has a line an issue, quoted where it must be', () => {
    const [head, line, end] = toCsv([MINE]).split('\r\n');
    expect(head).toBe('\uFEFFWorkload,Lens,Pillar,Risk,Question,Key,Best practice,Status,Assignee,Due');
    expect(line).toBe(
      'Payments,Framework,Security,High risk,"How, and why?",WA-3,Rotate,To Do,Member,2026-11-21',
    );
    expect(end).toBe('');
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['@x', "'@x"],
    ['-1', "'-1"],
    ['=a"b', `"'=a""b"`],
    ['two\nlines', '"two\nlines"'],
    ['a - b', 'a - b'],
  ])('has no formula: %j', (title, cell) => {
    expect(toCsv([row({ title })])).toContain(`,WA-3,${cell},To Do,`);
  });

  test.each<
    [what: string, filter: Partial<TriageFilter>, isLeft: readonly [mine: boolean, nobodys: boolean]]
  >([
    ['nothing', {}, [true, true]],
    ['a person', { assignees: ['ada'] }, [true, false]],
    ['nobody', { assignees: [UNASSIGNED] }, [false, true]],
    ['a status', { statuses: ['Done'] }, [false, false]],
    ['what is overdue', { isOverdue: true }, [true, false]],
  ])('leaves out what the filter does: %s', (_, filter, isLeft) => {
    const rows = asFiltered([MINE, row()], { ...NO_FILTER, ...filter }, '2026-11-22');
    expect([rows.includes(MINE), rows.some(({ issue }) => issue.assignee === undefined)]).toEqual(isLeft);
  });
});
