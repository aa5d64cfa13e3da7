import { describe, expect, it } from '@jest/globals';
import { parsePolicy, parsePolicyText } from '../../../sandbox/aws/iam/policy/document';
import type { PolicyKind } from '../../../sandbox/aws/iam/policy/policy-kind';
import { document } from './documents';

const STATEMENT = { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' };
const TRUST = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '111122223333' } };

function without(statement: object, ...elements: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(statement).filter(([element]) => !elements.includes(element)));
}

describe('a policy that IAM would store', () => {
  it.each<[string, PolicyKind, object]>([
    ['one statement in a list', 'identity', document(STATEMENT)],
    ['one statement alone', 'identity', { Version: '2012-10-17', Statement: STATEMENT }],
    ['no version', 'identity', { Statement: [STATEMENT] }],
    ['an Id', 'identity', { Id: 'x', Statement: [STATEMENT] }],
    [
      'NotAction and NotResource',
      'session',
      document({ Effect: 'Deny', NotAction: 'sts:*', NotResource: '*' }),
    ],
    ['no statement at all', 'session', document()],
    ['an account', 'trust', document(TRUST)],
    ['everybody', 'trust', document({ ...TRUST, Principal: '*' })],
    ['a service', 'trust', document({ ...TRUST, Principal: { Service: 'ec2.amazonaws.com' } })],
    [
      'users, roles and sessions',
      'trust',
      document({
        ...TRUST,
        Principal: {
          AWS: [
            'arn:aws:iam::111122223333:user/path/jira',
            'arn:aws-us-gov:iam::111122223333:role/Name',
            'arn:aws:sts::111122223333:assumed-role/Name/session',
          ],
        },
      }),
    ],
    [
      'Deny with NotPrincipal',
      'trust',
      document({ ...without(TRUST, 'Principal'), Effect: 'Deny', NotPrincipal: '*' }),
    ],
    [
      'a boolean in a condition',
      'trust',
      document({ ...TRUST, Condition: { Null: { 'sts:ExternalId': false } } }),
    ],
  ])('%s (%s)', (_what, kind, policy) => {
    expect(() => parsePolicy(policy, kind)).not.toThrow();
  });
});

describe('a policy that IAM would refuse', () => {
  it.each<[string, unknown, RegExp]>([
    ['no object', [], /JSON object/],
    ['an unknown version', { ...document(STATEMENT), Version: '2020-01-01' }, /valid version/],
    ['an unknown element', { ...document(STATEMENT), Statements: [] }, /Statements/],
    ['no statement element', { Version: '2012-10-17' }, /Statement is missing/],
    ['an unknown element of a statement', document({ ...STATEMENT, Actions: '*' }), /Actions/],
    ['an unknown effect', document({ ...STATEMENT, Effect: 'allow' }), /not allow/],
    ['no effect', document(without(STATEMENT, 'Effect')), /Effect/],
    ['no action', document(without(STATEMENT, 'Action')), /must contain actions/],
    ['an empty list of actions', document({ ...STATEMENT, Action: [] }), /must contain actions/],
    ['an action that is no string', document({ ...STATEMENT, Action: 1 }), /Action must be a string/],
    ['an action without a service', document({ ...STATEMENT, Action: 'AssumeRole' }), /prefaced by a vendor/],
    ['both kinds of action', document({ ...STATEMENT, NotAction: '*' }), /exclude each other/],
    ['no resource', document(without(STATEMENT, 'Resource')), /must contain resources/],
    ['a resource that is no ARN', document({ ...STATEMENT, Resource: 'workload/1' }), /ARN format/],
    ['a wildcard for the service', document({ ...STATEMENT, Resource: 'arn:aws:*:x' }), /ARN format/],
    ['a principal', document({ ...STATEMENT, Principal: '*' }), /should not specify a principal/],
    ['one Sid twice', document({ ...STATEMENT, Sid: 'a' }, { ...STATEMENT, Sid: 'a' }), /unique/],
    ['a Sid with a space', document({ ...STATEMENT, Sid: 'a b' }), /alpha-numeric/],
    [
      'an unknown operator',
      document({ ...STATEMENT, Condition: { StringIs: {} } }),
      /Condition type : StringIs/,
    ],
    ['a set of Null', document({ ...STATEMENT, Condition: { 'ForAnyValue:Null': {} } }), /Condition type/],
    ['Null with IfExists', document({ ...STATEMENT, Condition: { NullIfExists: {} } }), /Condition type/],
    ['a key without a service', document({ ...STATEMENT, Condition: { Bool: { x: 'true' } } }), /prefaced/],
    [
      'an object as a value',
      document({ ...STATEMENT, Condition: { Bool: { 'aws:userid': {} } } }),
      /strings/,
    ],
  ])('with %s', (_what, policy, message) => {
    expect(() => parsePolicy(policy, 'identity')).toThrow(message);
  });

  it.each<[string, object, RegExp]>([
    ['no principal', document(without(TRUST, 'Principal')), /Missing required field Principal/],
    ['an empty principal', document({ ...TRUST, Principal: {} }), /Missing required field Principal/],
    ['a resource', document({ ...TRUST, Resource: '*' }), /prohibited field Resource/],
    [
      'an action of another service',
      document({ ...TRUST, Action: 'iam:*' }),
      /only specify STS AssumeRole actions/,
    ],
    [
      'a wildcard in a principal',
      document({ ...TRUST, Principal: { AWS: 'arn:aws:iam::111122223333:user/*' } }),
      /Invalid principal/,
    ],
    [
      'an unknown kind of principal',
      document({ ...TRUST, Principal: { Aws: '*' } }),
      /kind of principal Aws/,
    ],
    [
      'Allow with NotPrincipal',
      document({ ...without(TRUST, 'Principal'), NotPrincipal: '*' }),
      /Allow with NotPrincipal/,
    ],
    ['both kinds of principal', document({ ...TRUST, NotPrincipal: '*' }), /exclude each other/],
  ])('as a trust policy, with %s', (_what, policy, message) => {
    expect(() => parsePolicy(policy, 'trust')).toThrow(message);
  });

  it('that is no JSON', () => {
    expect(() => parsePolicyText('{"Version": ', 'session')).toThrow(/invalid Json/);
  });
});

describe('a policy that the stand-in cannot judge is refused by name', () => {
  it.each([
    ['a key of another service', { StringEquals: { 's3:prefix': 'a' } }, /key s3:prefix/],
    ['a key that is not there', { StringEquals: { 'aws:PrincipalOrg': 'o-1' } }, /key aws:PrincipalOrg/],
    ['a tag without a name', { StringEquals: { 'aws:PrincipalTag/': 'a' } }, /key aws:PrincipalTag/],
  ])('%s', (_what, Condition, message) => {
    expect(() => parsePolicy(document({ ...STATEMENT, Condition }), 'identity')).toThrow(message);
  });
});
