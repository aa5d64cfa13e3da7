import { describe, expect, it } from '@jest/globals';
import { decide, type Decision } from '../../../sandbox/aws/iam/policy/evaluate';
import { parsePolicy, type PolicyDocument } from '../../../sandbox/aws/iam/policy/document';
import { ALLOW, DENY, policy, request, WORKLOAD } from './documents';

const LIST = 'wellarchitected:ListAnswers';
const UPDATE = 'wellarchitected:UpdateAnswer';
const OTHER = 'arn:aws:wellarchitected:us-east-1:111122223333:workload/other';

function said(decision: Decision): string {
  return decision.allowed ? 'allowed' : `${decision.by}: ${decision.how}`;
}

describe('a user or role asks for ListAnswers of a workload', () => {
  it.each<[string, PolicyDocument[], string]>([
    ['without any policy', [], 'identity-based: no-allow'],
    ['with an empty policy', [policy()], 'identity-based: no-allow'],
    ['with a policy for it', [policy({ ...ALLOW, Action: LIST })], 'allowed'],
    ['with a policy for something else', [policy({ ...ALLOW, Action: UPDATE })], 'identity-based: no-allow'],
    [
      'with a policy for another workload',
      [policy({ ...ALLOW, Resource: OTHER })],
      'identity-based: no-allow',
    ],
    ['allowed everything but that', [policy({ ...ALLOW, NotAction: LIST })], 'identity-based: no-allow'],
    ['allowed everything but something else', [policy({ ...ALLOW, NotAction: UPDATE })], 'allowed'],
    ['allowed on everything but another workload', [policy({ ...ALLOW, NotResource: OTHER })], 'allowed'],
    [
      'allowed and denied by one policy',
      [policy(ALLOW, { ...DENY, Action: LIST })],
      'identity-based: explicit-deny',
    ],
    ['allowed and denied by two policies', [policy(DENY), policy(ALLOW)], 'identity-based: explicit-deny'],
    ['denied everything but that', [policy(ALLOW, { ...DENY, NotAction: LIST })], 'allowed'],
    ['denied only on another workload', [policy(ALLOW, { ...DENY, Resource: OTHER })], 'allowed'],
    [
      'denied under a condition that does not hold',
      [policy(ALLOW, { ...DENY, Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
      'allowed',
    ],
  ])('%s', (_what, identity, expected) => {
    expect(said(decide(request({}, { 'aws:SecureTransport': 'true' }), { identity }))).toBe(expected);
  });
});

describe('a session that was limited when it was made', () => {
  it.each<[string, PolicyDocument, PolicyDocument, string]>([
    ['role and limit allow', policy(ALLOW), policy(ALLOW), 'allowed'],
    ['only the role allows', policy(ALLOW), policy({ ...ALLOW, Action: UPDATE }), 'session: no-allow'],
    ['only the limit allows', policy(), policy(ALLOW), 'identity-based: no-allow'],
    ['the limit denies', policy(ALLOW), policy(ALLOW, DENY), 'session: explicit-deny'],
    ['the role denies', policy(DENY), policy(ALLOW), 'identity-based: explicit-deny'],
    ['the limit is empty', policy(ALLOW), policy(), 'session: no-allow'],
    ['another workload', policy(ALLOW), policy({ ...ALLOW, Resource: OTHER }), 'session: no-allow'],
  ])('%s', (_what, role, session, expected) => {
    expect(said(decide(request(), { identity: [role], session }))).toBe(expected);
  });
});

describe('an action without a resource', () => {
  const list = request({ action: 'wellarchitected:ListWorkloads', resource: '*' });

  it.each<[string, string, boolean]>([
    ['is granted for everything', '*', true],
    ['is not granted by the ARN of a workload', OTHER, false],
    ['is not granted by any ARN', 'arn:aws:wellarchitected:*:*:*', false],
  ])('%s', (_what, Resource, allowed) => {
    expect(decide(list, { identity: [policy({ ...ALLOW, Resource })] }).allowed).toBe(allowed);
  });
});

describe('a variable in a resource', () => {
  const own = policy({ ...ALLOW, Resource: 'arn:aws:wellarchitected:*:*:workload/${aws:username}' });
  const [, id = ''] = WORKLOAD.split('/');

  it.each<[string, Record<string, string>, boolean]>([
    ['is the value of the request', { 'aws:username': id }, true],
    ['of somebody else', { 'aws:username': 'x' }, false],
    ['without a value matches nothing', {}, false],
  ])('%s', (_what, context, allowed) => {
    expect(decide(request({}, context), { identity: [own] }).allowed).toBe(allowed);
  });

  const ACCOUNT_OF_CALLER = 'arn:aws:wellarchitected:*:${aws:PrincipalAccount}:workload/*';
  const caller = { 'aws:PrincipalAccount': '111122223333' };

  it('before the fifth colon stands for nothing', () => {
    const documents = [policy({ ...ALLOW, Resource: ACCOUNT_OF_CALLER })];
    expect(decide(request({}, caller), { identity: documents }).allowed).toBe(false);
  });

  it('before the fifth colon spoils no resource beside it, and a Deny of everything else denies', () => {
    const beside = [policy({ ...ALLOW, Resource: [ACCOUNT_OF_CALLER, WORKLOAD] })];
    expect(decide(request({}, caller), { identity: beside }).allowed).toBe(true);
    const denied = [policy(ALLOW, { ...DENY, NotResource: ACCOUNT_OF_CALLER })];
    expect(decide(request({}, caller), { identity: denied }).allowed).toBe(false);
  });

  it('in an older document is no variable, and matches as it is written', () => {
    const old = parsePolicy(
      { Statement: { ...ALLOW, Action: '*', Resource: ACCOUNT_OF_CALLER } },
      'identity',
    );
    expect(decide(request({}, caller), { identity: [old] }).allowed).toBe(false);
  });
});
