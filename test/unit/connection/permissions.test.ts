/** What the app says that a role needs, against the template that makes one. */
import { describe, expect, test } from '@jest/globals';
import type { Access } from '../../../src/contract/connections';
import { requiredPermissions, statementFor, workloadsOf } from '../../../src/connection/permissions';
import { policyOf } from '../../../src/wellarchitected/actions';
import { WORKLOAD_ARN } from '../wellarchitected/recorded-review';
import { EXTERNAL_ID, USER_ARN } from './a-connection';
import { roleTemplate, type TemplateStatement } from '../../builders/role-template';

const PLACE = { partition: 'aws', account: '111122223333' } as const;
const ANOTHER = WORKLOAD_ARN.replace(/.$/, '0');

function template(workloads: readonly string[]) {
  return roleTemplate({
    TrustedPrincipalArn: USER_ARN,
    ExternalId: EXTERNAL_ID,
    Access: 'ReadWrite',
    WorkloadArns: workloads.join(','),
    RoleName: 'role',
  }).Resources;
}

function statementsOf(access: Access, workloads: readonly string[]): readonly TemplateStatement[] {
  const { ReadReviews, WriteAnswers } = template(workloads);
  const policies = access === 'read-only' ? [ReadReviews] : [ReadReviews, WriteAnswers];
  return policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

/** In which order a statement names its actions says nothing. */
function inOrder<T extends Pick<TemplateStatement, 'Action'>>(statement: T) {
  return { ...statement, Action: [statement.Action].flat().sort() };
}

describe('the permissions that a role needs', () => {
  test.each<[Access, string, readonly string[]]>([
    ['read-only', 'every workload', []],
    ['read-only', 'named workloads', [WORKLOAD_ARN, ANOTHER]],
    ['read-write', 'every workload', []],
    ['read-write', 'named workloads', [WORKLOAD_ARN]],
  ])('%s on %s are those of the template, statement by statement', (access, _what, workloads) => {
    const required = requiredPermissions(access, PLACE, workloads);
    expect(required.map(inOrder)).toEqual(statementsOf(access, workloads).map(inOrder));
  });

  test('are in the policies that messages name', () => {
    for (const { Properties } of Object.values(template([])).slice(1) as ReturnType<
      typeof template
    >['ReadReviews'][]) {
      const actions = Properties.PolicyDocument.Statement.flatMap(({ Action }) => Action);
      expect(actions.length).toBeGreaterThan(0);
      for (const action of actions)
        expect([action, policyOf(action)]).toEqual([action, Properties.PolicyName]);
    }
    expect(policyOf('wellarchitected:DeleteWorkload')).toBeUndefined();
  });

  test('in GovCloud are of its partition', () => {
    const [, read] = requiredPermissions('read-only', { partition: 'aws-us-gov', account: '111122223333' });
    expect(read?.Resource).toBe('arn:aws-us-gov:wellarchitected:*:111122223333:workload/*');
  });

  test('of an account that is not known yet leave a blank that IAM does not take', () => {
    const [, read] = requiredPermissions('read-only', { partition: 'aws' });
    expect(read?.Resource).toBe('arn:aws:wellarchitected:*:<account>:workload/*');
  });
});

test.each([
  ['wellarchitected:ListWorkloads', [], '*'],
  ['wellarchitected:ListWorkloads', [WORKLOAD_ARN], '*'],
  ['wellarchitected:GetGlobalSettings', [WORKLOAD_ARN], '*'],
  ['wellarchitected:ListAnswers', [], 'arn:aws:wellarchitected:*:111122223333:workload/*'],
  ['wellarchitected:UpdateAnswer', [WORKLOAD_ARN], [WORKLOAD_ARN]],
])('the statement that adds %s for %j is one line on %j', (action, workloads, Resource) => {
  expect(statementFor(action, PLACE, workloads)).toEqual({ Effect: 'Allow', Action: action, Resource });
});

test.each<[string, Parameters<typeof workloadsOf>[0]['serves'], readonly string[]]>([
  ['it serves nobody yet', [], []],
  ['a project gets all', [{ projectId: '1' }], []],
  [
    'one project gets all, another is limited',
    [{ projectId: '1' }, { projectId: '2', workloadArns: [ANOTHER] }],
    [],
  ],
  [
    'every project is limited',
    [
      { projectId: '1', workloadArns: [WORKLOAD_ARN, ANOTHER] },
      { projectId: '2', workloadArns: [ANOTHER] },
    ],
    [ANOTHER, WORKLOAD_ARN],
  ],
])('the workloads that a role has to reach, where %s', (_what, serves, expected) => {
  expect(workloadsOf({ serves })).toEqual([...expected].sort());
});
