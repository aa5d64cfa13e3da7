/** What AssumeRole gives a session beside its name, and which permissions that takes. */
import { AssumeRoleCommand, type AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { ListWorkloadsCommand } from '@aws-sdk/client-wellarchitected';
import { describe, expect, it } from '@jest/globals';
import { ADMIN_USER_ARN, ADMIN_USER, DEFAULT_ROLE_ARN } from '../../../sandbox/aws/index';
import { clientOf, sandboxAws, stsOf } from '../../contract/aws/world';
import { outcome } from '../iam/entering';

const ALL = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

/** A role that lets the administrator in for these actions; what it may do, on a condition. */
function world(actions: readonly string[] = ALL, Condition: object = {}) {
  const { aws, handler } = sandboxAws();
  const trusted = { Effect: 'Allow', Principal: { AWS: ADMIN_USER_ARN }, Action: actions };
  const may = { Effect: 'Allow', Action: 'wellarchitected:*', Resource: '*', Condition };
  aws.admin.putRole({
    arn: DEFAULT_ROLE_ARN,
    trustPolicy: { Version: '2012-10-17', Statement: [trusted] },
    policies: { Some: { Version: '2012-10-17', Statement: [may] } },
  });
  const { accessKeyId, secretAccessKey } = ADMIN_USER;
  const sts = stsOf(handler, { accessKeyId, secretAccessKey });
  const enter = (more: Partial<AssumeRoleCommandInput>) =>
    sts.send(new AssumeRoleCommand({ RoleArn: DEFAULT_ROLE_ARN, RoleSessionName: 'run', ...more }));
  const listAs = async (more: Partial<AssumeRoleCommandInput>) => {
    const { Credentials: made } = await enter(more);
    const session = {
      accessKeyId: made!.AccessKeyId!,
      secretAccessKey: made!.SecretAccessKey!,
      sessionToken: made!.SessionToken!,
    };
    return outcome(clientOf(handler, session).send(new ListWorkloadsCommand({})));
  };
  return { enter, listAs };
}

const TAGGED = { Tags: [{ Key: 'team', Value: 'a' }] };

describe('what a session is given', () => {
  it.each<[string, object, Partial<AssumeRoleCommandInput>, boolean]>([
    ['its tag', { StringEquals: { 'aws:PrincipalTag/team': 'a' } }, TAGGED, true],
    ['no tag', { StringEquals: { 'aws:PrincipalTag/team': 'a' } }, {}, false],
    ['its source identity', { StringEquals: { 'aws:SourceIdentity': 'me' } }, { SourceIdentity: 'me' }, true],
    ['a time of issue', { DateGreaterThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:00Z' } }, {}, true],
    ['no second factor', { Bool: { 'aws:MultiFactorAuthPresent': 'false' } }, {}, true],
    ['a managed policy as its limit', {}, { PolicyArns: [{ arn: ADMINISTRATOR }] }, true],
  ])('%s', async (_what, condition, more, allowed) => {
    expect((await world(ALL, condition).listAs(more)) === 'answered').toBe(allowed);
  });

  it('the source identity is told', async () => {
    expect(await world().enter({ SourceIdentity: 'me' })).toMatchObject({ SourceIdentity: 'me' });
  });
});

describe('the trust policy has to allow', () => {
  it.each<[string, Partial<AssumeRoleCommandInput>, string]>([
    ['tags', TAGGED, 'sts:TagSession'],
    ['transitive tags', { ...TAGGED, TransitiveTagKeys: ['team'] }, 'sts:TagSession'],
    ['a source identity', { SourceIdentity: 'me' }, 'sts:SetSourceIdentity'],
  ])('%s', async (_what, more, action) => {
    const entering = world(['sts:AssumeRole']).enter(more);
    expect(await outcome(entering)).toMatch(
      new RegExp(`^AccessDenied: .* to perform: ${action} on resource`),
    );
  });
});

it.each<[string, Partial<AssumeRoleCommandInput>]>([
  ['a managed policy that nobody knows', { PolicyArns: [{ arn: `${ADMINISTRATOR}2` }] }],
  ['a source identity of one letter', { SourceIdentity: 'x' }],
  ['51 tags', { Tags: Array.from({ length: 51 }, (_, nth) => ({ Key: `k${nth}`, Value: '' })) }],
])('%s is refused', async (_what, more) => {
  expect(await outcome(world().enter(more))).toMatch(/^ValidationError/);
});
