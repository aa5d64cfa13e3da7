import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePolicy, type PolicyDocument } from '../../../sandbox/aws/iam/policy/document';
import { type AccessRequest, decide } from '../../../sandbox/aws/iam/policy/evaluate';
import { document, request, WORKLOAD } from './documents';

const ACTIONS = ['wellarchitected:GetAnswer', 'wellarchitected:UpdateAnswer', 'wellarchitected:List*', '*'];
const RESOURCES = [
  '*',
  WORKLOAD,
  'arn:aws:wellarchitected:*:*:workload/${aws:username}*',
  'arn:aws:iam::*:role/*',
];
const CONDITIONS = [
  undefined,
  { StringEquals: { 'aws:username': 'jira' } },
  { StringNotEquals: { 'aws:username': 'jira' } },
  { StringLikeIfExists: { 'aws:username': 'j*' } },
  { Null: { 'sts:ExternalId': 'true' } },
];

type Statement = Record<string, unknown>;

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const statement: fc.Arbitrary<Statement> = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    action: fc.tuple(fc.constantFrom('Action', 'NotAction'), some(ACTIONS)),
    resource: fc.tuple(fc.constantFrom('Resource', 'NotResource'), some(RESOURCES)),
    Condition: fc.constantFrom(...CONDITIONS),
  })
  .map(({ Effect, action, resource, Condition }) => ({
    Effect,
    [action[0]]: action[1],
    [resource[0]]: resource[1],
    ...(Condition === undefined ? {} : { Condition }),
  }));
const statements = fc.array(statement, { maxLength: 5 });
const asked: fc.Arbitrary<AccessRequest> = fc
  .record({
    action: fc.constantFrom('wellarchitected:GetAnswer', 'wellarchitected:ListAnswers', 'sts:AssumeRole'),
    resource: fc.constantFrom('*', WORKLOAD, 'arn:aws:iam::111122223333:role/Name'),
    username: fc.constantFrom(undefined, 'jira', 'other'),
    externalId: fc.constantFrom(undefined, 'a'),
    account: fc.constantFrom('111122223333', '444455556666'),
  })
  .map(({ action, resource, username, externalId, account }) =>
    request(
      { action, resource },
      { 'aws:username': username, 'sts:ExternalId': externalId, 'aws:PrincipalAccount': account },
    ),
  );

function parsed(list: readonly Statement[]): PolicyDocument {
  return parsePolicy(document(...list), 'identity');
}

function allows(list: readonly Statement[], what: AccessRequest, session?: readonly Statement[]): boolean {
  const limit = session === undefined ? {} : { session: parsed(session) };
  return decide(what, { identity: [parsed(list)], ...limit }).allowed;
}

/** Without it a law could hold because nothing is ever allowed. */
it('the generated policies allow and refuse', () => {
  const answers = fc.sample(fc.tuple(statements, asked), 500).map(([list, what]) => allows(list, what));
  expect(new Set(answers)).toEqual(new Set([true, false]));
});

describe('laws of the evaluation', () => {
  it('adding an Allow never takes away', () => {
    fc.assert(
      fc.property(statements, statement, asked, (list, added, what) => {
        const after = allows([...list, { ...added, Effect: 'Allow' }], what);
        expect(allows(list, what) && !after).toBe(false);
      }),
    );
  });

  it('adding a Deny never gives', () => {
    fc.assert(
      fc.property(statements, statement, asked, (list, added, what) => {
        const after = allows([...list, { ...added, Effect: 'Deny' }], what);
        expect(after && !allows(list, what)).toBe(false);
      }),
    );
  });

  it('a session policy never gives more than the role, nor more than it says', () => {
    fc.assert(
      fc.property(statements, statements, asked, (role, session, what) => {
        expect(allows(role, what, session)).toBe(allows(role, what) && allows(session, what));
      }),
    );
  });

  it('the order of statements does not matter', () => {
    const shuffled = statements.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, asked, ([list, other], what) => {
        expect(allows(other, what)).toBe(allows(list, what));
      }),
    );
  });

  it('statements may stand in one policy or in several', () => {
    fc.assert(
      fc.property(statements, statements, asked, (one, other, what) => {
        const apart = decide(what, { identity: [parsed(one), parsed(other)] }).allowed;
        expect(apart).toBe(allows([...one, ...other], what));
      }),
    );
  });

  it('a Deny of everything refuses everything', () => {
    fc.assert(
      fc.property(statements, asked, (list, what) => {
        expect(allows([...list, { Effect: 'Deny', Action: '*', Resource: '*' }], what)).toBe(false);
      }),
    );
  });
});
