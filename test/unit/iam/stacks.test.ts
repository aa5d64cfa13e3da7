import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { type Aws, createAws } from '../../../sandbox/aws/index';
import { openIdentities } from '../../../sandbox/aws/iam/identities';
import { manualClock } from '../../../sandbox/clock';
import { openStore, type Store } from '../../../sandbox/store/store';
import { sandboxAws, stsOf } from '../../contract/aws/world';
import { deployRole, enter } from './entering';

describe('stacks', () => {
  const user = (name: string, more = '') => `
Resources:
  User: {Type: AWS::IAM::User, Properties: {UserName: ${name}}}
${more}`;
  const inline = (name: string, holder = 'jira') =>
    `  ${name}: {Type: AWS::IAM::Policy, Properties: {PolicyName: ${name}, Users: [${holder}], PolicyDocument: {Statement: []}}}\n`;
  const managed = `
  Managed:
    Type: AWS::IAM::ManagedPolicy
    Properties: {ManagedPolicyName: All, Users: [!Ref User], PolicyDocument: {Statement: {Effect: Allow, Action: '*', Resource: '*'}}}`;
  const arn = 'arn:aws:iam::111122223333:user/jira';
  const KEY = { accessKeyId: 'AKIAJIRAJIRAJIRAKEY0', secretAccessKey: 'jira/secret/EXAMPLEKEY' };

  let store: Store;
  let aws: Aws;
  beforeEach(() => {
    store = openStore();
    aws = createAws({ store, clock: manualClock(1_700_000_000_000) });
  });

  const attached = () => {
    const found = openIdentities(store).user(arn);
    return found === undefined ? undefined : [...Object.keys(found.policies), ...found.managedPolicyArns];
  };
  const deploy = (template: string, stackName = 'stack') => aws.admin.deployStack({ template, stackName });

  it('updated: what left the template goes, what came is there', () => {
    deploy(user('jira', inline('A') + inline('B')));
    expect(attached()).toEqual(['A', 'B']);
    deploy(user('jira', inline('B') + inline('C') + managed));
    expect(attached()).toEqual(['B', 'C', 'arn:aws:iam::111122223333:policy/All']);
    deploy(user('jira'));
    expect(attached()).toEqual([]);
  });

  it('updated: what it gave to a user of another stack goes, and the rest stays', () => {
    deploy(user('jira', inline('Own')), 'owner');
    const guest = user('guest', inline('A') + managed.replace('[!Ref User]', '[jira]'));
    deploy(guest, 'guest');
    expect(attached()).toEqual(['Own', 'A', 'arn:aws:iam::111122223333:policy/All']);
    deploy(user('guest'), 'guest');
    expect(attached()).toEqual(['Own']);
  });

  it('updated with another name: the user goes, with its keys', () => {
    deploy(user('jira'));
    aws.admin.createAccessKey(arn, KEY);
    deploy(user('other'));
    expect(aws.admin.users()).toEqual([{ arn: 'arn:aws:iam::111122223333:user/other', accessKeyIds: [] }]);
    deploy(user('jira'));
    expect(aws.admin.users()).toEqual([{ arn, accessKeyIds: [] }]);
  });

  it('updated unchanged: nothing changes, and a session goes on', async () => {
    const world = sandboxAws();
    deployRole(world);
    const session = await enter(world);
    deployRole(world);
    const identity = stsOf(world.handler, session).send(new GetCallerIdentityCommand({}));
    await expect(identity).resolves.toMatchObject({ Account: '111122223333' });
  });

  it('two policies of one name on different users are two', () => {
    const more = `  Other: {Type: AWS::IAM::User, Properties: {UserName: other}}\n${inline('A')}`;
    const second = inline('A', 'other')
      .replace('  A:', '  A2:')
      .replace('Statement: []', 'Id: x, Statement: []');
    deploy(user('jira', more + second));
    const identities = openIdentities(store);
    expect(identities.user(arn)?.policies).toEqual({ A: { Statement: [] } });
    expect(identities.user(arn.replace('jira', 'other'))?.policies).toEqual({
      A: { Id: 'x', Statement: [] },
    });
  });

  it('without a name are called as the user that they make: another user is another stack', () => {
    aws.admin.deployStack({ template: user('jira') });
    aws.admin.deployStack({ template: user('other') });
    aws.admin.deployStack({ template: user('jira', inline('A')) });
    expect(aws.admin.users()).toHaveLength(2);
    expect(attached()).toEqual(['A']);
  });

  it.each<[string, string, string]>([
    ['a user that another stack made', user('taken'), 'taken already exists'],
    [
      'a policy for a user that is not there',
      user('jira', inline('A', 'nobody')),
      'The user with name nobody cannot be found',
    ],
    [
      'a managed policy that is not there',
      "Resources: {User: {Type: AWS::IAM::User, Properties: {UserName: jira, ManagedPolicyArns: ['arn:aws:iam::aws:policy/X']}}}",
      'policy/X does not exist',
    ],
    [
      'a property that is unknown',
      user('jira', '  Other: {Type: AWS::IAM::User, Properties: {Tags: []}}'),
      'Tags',
    ],
  ])('%s: refused, and nothing was changed', (_what, template, message) => {
    deploy(user('taken'), 'other');
    deploy(user('jira', inline('A')));
    expect(() => deploy(template)).toThrow(message);
    expect(attached()).toEqual(['A']);
  });
});
