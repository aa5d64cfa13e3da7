import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import {
  ListAnswersCommand,
  ListWorkloadsCommand,
  UpdateAnswerCommand,
  type WellArchitectedClient,
} from '@aws-sdk/client-wellarchitected';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_ROLE_ARN, DEFAULT_USER_ARN, trustPolicyFor } from '../../../sandbox/aws/index';
import { clientOf, type SandboxAws, sandboxAws, stsOf } from '../../contract/aws/world';
import { deployRole, enter, EXTERNAL_ID, outcome } from './entering';

const SESSION = 'arn:aws:sts::111122223333:assumed-role/WellArchitectedBacklog/run';

let world: SandboxAws;
let review: { WorkloadId: string; LensAlias: string };

beforeEach(() => {
  world = sandboxAws();
  review = { WorkloadId: world.workloadId, LensAlias: 'wellarchitected' };
});

const list = (client: WellArchitectedClient) => outcome(client.send(new ListAnswersCommand(review)));
const entered = async () => clientOf(world.handler, await enter(world));

describe('what the request tells policies', () => {
  it.each<[string, object, boolean]>([
    ['the Region', { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }, true],
    ['another Region', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }, false],
    ['TLS', { Bool: { 'aws:SecureTransport': 'true' } }, true],
    ['who asks: the role', { ArnEquals: { 'aws:PrincipalArn': DEFAULT_ROLE_ARN } }, true],
    ['who asks: not the session', { ArnEquals: { 'aws:PrincipalArn': SESSION } }, false],
    ['whose account', { StringEquals: { 'aws:PrincipalAccount': '111122223333' } }, true],
    ['what kind of principal', { StringEquals: { 'aws:PrincipalType': 'AssumedRole' } }, true],
    ['role id and session', { StringLike: { 'aws:userid': 'AROA*:run' } }, true],
    ['no user name for a session', { Null: { 'aws:username': 'true' } }, true],
    ['whose resource', { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }, true],
    ['the time', { DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }, true],
    ['a time to come', { DateGreaterThan: { 'aws:CurrentTime': '2200-01-01T00:00:00Z' } }, false],
  ])('%s', async (_what, Condition, allowed) => {
    const Statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition };
    const trustPolicy = trustPolicyFor(DEFAULT_USER_ARN, EXTERNAL_ID);
    const policies = { Conditional: { Version: '2012-10-17', Statement } };
    world.aws.admin.putRole({ arn: DEFAULT_ROLE_ARN, trustPolicy, policies });
    expect((await list(await entered())) === 'answered').toBe(allowed);
  });

  it.each<[string, object, boolean]>([
    ["the session's name", { StringLike: { 'sts:RoleSessionName': 'run' } }, true],
    ['another name', { StringLike: { 'sts:RoleSessionName': 'jira-*' } }, false],
    ["the user's name", { StringEquals: { 'aws:username': 'backlog' } }, true],
    ['that it is a user', { StringEquals: { 'aws:PrincipalType': 'User' } }, true],
  ])('of sts:AssumeRole: %s', async (_what, Condition, allowed) => {
    const Statement = {
      Effect: 'Allow',
      Principal: { AWS: DEFAULT_USER_ARN },
      Action: 'sts:AssumeRole',
      Condition,
    };
    world.aws.admin.putRole({ arn: DEFAULT_ROLE_ARN, trustPolicy: { Version: '2012-10-17', Statement } });
    expect((await outcome(enter(world))) === 'answered').toBe(allowed);
  });
});

describe('what was allowed is kept', () => {
  it('by action, resource and role, each once; refusals are not', async () => {
    deployRole(world, { Access: 'ReadOnly' });
    const client = await entered();
    world.aws.admin.clearAuthorised();
    await list(client);
    await list(client);
    await client.send(new ListWorkloadsCommand({}));
    const write = client.send(new UpdateAnswerCommand({ ...review, QuestionId: 'priorities', Notes: 'n' }));
    expect(await outcome(write)).toMatch(/^AccessDenied/);
    const principal = DEFAULT_ROLE_ARN;
    const resource = `arn:aws:wellarchitected:us-east-1:111122223333:workload/${world.workloadId}`;
    expect(world.aws.admin.authorised()).toEqual([
      { action: 'wellarchitected:ListAnswers', resource, principal },
      { action: 'wellarchitected:ListWorkloads', resource: '*', principal },
    ]);
  });

  it('the entering of the role too, but not what needs no permission', async () => {
    deployRole(world);
    await stsOf(world.handler).send(new GetCallerIdentityCommand({}));
    await entered();
    expect(world.aws.admin.authorised()).toEqual([
      { action: 'sts:AssumeRole', resource: DEFAULT_ROLE_ARN, principal: DEFAULT_USER_ARN },
    ]);
  });
});
