import { describe, expect, it } from '@jest/globals';
import { type Caller, decideAssumeRole } from '../../../sandbox/aws/iam/policy/assume-role-decision';
import type { PolicyDocument } from '../../../sandbox/aws/iam/policy/document';
import type { CallerPolicies } from '../../../sandbox/aws/iam/policy/evaluate';
import { ALLOW, DENY, policy, request, trust } from './documents';

const OURS = '111122223333';
const THEIRS = '444455556666';
const USER: Caller = {
  arn: `arn:aws:iam::${OURS}:user/jira`,
  principalArn: `arn:aws:iam::${OURS}:user/jira`,
  account: OURS,
  partition: 'aws',
};
const SESSION: Caller = {
  ...USER,
  arn: `arn:aws:sts::${OURS}:assumed-role/App/run`,
  principalArn: `arn:aws:iam::${OURS}:role/App`,
};

const byName = trust({ Principal: { AWS: USER.arn } });
const byRoot = trust({ Principal: { AWS: `arn:aws:iam::${OURS}:root` } });
const byNumber = trust({ Principal: { AWS: OURS } });
const byRole = trust({ Principal: { AWS: SESSION.principalArn } });
const bySession = trust({ Principal: { AWS: SESSION.arn } });
const everybody = trust({ Principal: '*' });
const somebodyElse = trust({ Principal: { AWS: `arn:aws:iam::${OURS}:user/other` } });
const withExternalId = trust({
  Principal: { AWS: USER.arn },
  Condition: { StringEquals: { 'sts:ExternalId': 'ours' } },
});
const denying = trust({ Principal: '*' }, { Effect: 'Deny', Principal: { AWS: USER.arn } });
const denyingOthers = trust({ Principal: '*' }, { Effect: 'Deny', NotPrincipal: { AWS: USER.arn } });

const silent: CallerPolicies = { identity: [] };
const allowed: CallerPolicies = { identity: [policy({ ...ALLOW, Action: 'sts:AssumeRole' })] };
const denied: CallerPolicies = { identity: [policy(ALLOW, { ...DENY, Action: 'sts:*' })] };

interface Case {
  readonly trust: PolicyDocument | undefined;
  readonly policies: CallerPolicies;
  readonly caller?: Caller;
  readonly account?: string;
  readonly externalId?: string;
}

function outcome({ trust: document, policies, caller = USER, account = OURS, externalId }: Case): string {
  const resource = `arn:aws:iam::${account}:role/Backlog`;
  const asked = request({ action: 'sts:AssumeRole', resource }, { 'sts:ExternalId': externalId });
  const role = document === undefined ? undefined : { account, trust: document };
  const decision = decideAssumeRole(asked, caller, policies, role);
  return decision.allowed ? 'allowed' : `${decision.by}: ${decision.how}`;
}

describe('within one account', () => {
  it.each<[string, Case, string]>([
    ['the trust policy names the user, who has no policy', { trust: byName, policies: silent }, 'allowed'],
    [
      'it names the user, whose own policy denies',
      { trust: byName, policies: denied },
      'identity-based: explicit-deny',
    ],
    [
      'it names the account, and the user has no policy',
      { trust: byRoot, policies: silent },
      'identity-based: no-allow',
    ],
    ['it names the account, and the user is allowed', { trust: byRoot, policies: allowed }, 'allowed'],
    ['it names the account by its number', { trust: byNumber, policies: allowed }, 'allowed'],
    ['it names everybody', { trust: everybody, policies: silent }, 'allowed'],
    ['it names somebody else', { trust: somebodyElse, policies: allowed }, 'trust: no-allow'],
    ['it denies the user', { trust: denying, policies: allowed }, 'trust: explicit-deny'],
    ['it denies all but the user', { trust: denyingOthers, policies: allowed }, 'allowed'],
    [
      'it denies all but the user, and a session asks',
      { trust: denyingOthers, policies: allowed, caller: SESSION },
      'trust: explicit-deny',
    ],
    ['there is no such role', { trust: undefined, policies: allowed }, 'trust: no-allow'],
    [
      'there is no such role, and the user has no policy',
      { trust: undefined, policies: silent },
      'identity-based: no-allow',
    ],
  ])('%s', (_what, asked, expected) => {
    expect(outcome(asked)).toBe(expected);
  });
});

describe('across accounts both must allow', () => {
  it.each<[string, Case, string]>([
    ['both do', { trust: byName, policies: allowed }, 'allowed'],
    [
      'the trust policy names the account, and the user is allowed',
      { trust: byRoot, policies: allowed },
      'allowed',
    ],
    ['only the trust policy does', { trust: byName, policies: silent }, 'identity-based: no-allow'],
    [
      'only the trust policy does, for everybody',
      { trust: everybody, policies: silent },
      'identity-based: no-allow',
    ],
    ['only the user is allowed', { trust: somebodyElse, policies: allowed }, 'trust: no-allow'],
    ['the user is denied', { trust: byName, policies: denied }, 'identity-based: explicit-deny'],
    ['there is no such role', { trust: undefined, policies: allowed }, 'trust: no-allow'],
  ])('%s', (_what, asked, expected) => {
    expect(outcome({ ...asked, account: THEIRS })).toBe(expected);
  });
});

describe('the external id of the trust policy', () => {
  it.each<[string, string | undefined, string]>([
    ['is given', 'ours', 'allowed'],
    ['is another one', 'theirs', 'trust: no-allow'],
    ['differs in letter case', 'OURS', 'trust: no-allow'],
    ['is missing', undefined, 'trust: no-allow'],
  ])('%s', (_what, externalId, expected) => {
    const given = externalId === undefined ? {} : { externalId };
    expect(outcome({ trust: withExternalId, policies: allowed, account: THEIRS, ...given })).toBe(expected);
  });
});

describe('a session that assumes another role of its account', () => {
  const limitedTo = (Action: string): CallerPolicies => ({
    identity: [],
    session: policy({ ...ALLOW, Action }),
  });

  it.each<[string, Case, string]>([
    ['its role is named', { trust: byRole, policies: silent }, 'allowed'],
    ['its role is named, its limit allows', { trust: byRole, policies: limitedTo('sts:*') }, 'allowed'],
    [
      'its role is named, its limit does not allow',
      { trust: byRole, policies: limitedTo('iam:*') },
      'identity-based: no-allow',
    ],
    [
      'the session is named, whatever its limit',
      { trust: bySession, policies: limitedTo('iam:*') },
      'allowed',
    ],
    ['the account is named', { trust: byRoot, policies: silent }, 'identity-based: no-allow'],
    [
      'the account is named, role and limit allow',
      { trust: byRoot, policies: { ...allowed, session: policy(ALLOW) } },
      'allowed',
    ],
    [
      'the account is named, the limit does not allow',
      { trust: byRoot, policies: { ...allowed, session: policy() } },
      'session: no-allow',
    ],
    ['the user is named', { trust: byName, policies: allowed }, 'trust: no-allow'],
  ])('%s', (_what, asked, expected) => {
    expect(outcome({ ...asked, caller: SESSION })).toBe(expected);
  });
});
