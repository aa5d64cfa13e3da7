import { expect, test } from '@jest/globals';
import type { Remark } from '../../../sandbox/cli/api';
import { noSuchDecisions } from '../../../sandbox/cli/no-such-decision';

const CONFLICT: Remark = { key: 'WA-1', title: 'One', code: 'text', params: {} };
const PROPOSED: Remark = { ...CONFLICT, key: 'WA-2', proposal: { kind: 'twin', taken: false } };
const PLAN = { conflicts: [CONFLICT], proposals: [PROPOSED] };

test('what the plan asks can be decided', () => {
  const settle = [{ issueKey: 'WA-1', keep: 'aws' }] as const;
  const proposals = [{ kind: 'twin', issueKey: 'WA-2', take: true }];
  expect(noSuchDecisions(PLAN, { settle, proposals })).toEqual([]);
});

test('what it does not ask is named, option by option', () => {
  const settle = [{ issueKey: 'WA-9', keep: 'jira' }] as const;
  const proposals = [
    { kind: 'twin', issueKey: 'WA-77', take: true },
    { kind: 'renamed', issueKey: 'WA-2', take: false },
  ];
  expect(noSuchDecisions(PLAN, { settle, proposals })).toEqual([
    '--settle WA-9=jira: there is no conflict of WA-9.',
    '--take twin:WA-77: nothing of that kind is proposed for WA-77.',
    '--leave renamed:WA-2: nothing of that kind is proposed for WA-2.',
  ]);
});
