import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  GetCallerIdentityCommand,
} from '@aws-sdk/client-sts';
import { GetWorkloadCommand } from '@aws-sdk/client-wellarchitected';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  ADMINISTRATOR_ACCESS,
  DEFAULT_ROLE_ARN,
  DEFAULT_USER_ARN,
  trustPolicyFor,
} from '../../../sandbox/aws/index';
import { clientOf, type SandboxAws, sandboxAws, stsOf } from '../../contract/aws/world';

const ROLE = { RoleArn: DEFAULT_ROLE_ARN, RoleSessionName: 'app', ExternalId: 'for-the-app' };
const DENIED = `User: ${DEFAULT_USER_ARN} is not authorized to perform: sts:AssumeRole on resource: `;

describe('AssumeRole', () => {
  let world: SandboxAws;

  beforeEach(() => {
    world = sandboxAws();
    world.aws.admin.putRole({
      arn: DEFAULT_ROLE_ARN,
      trustPolicy: trustPolicyFor(DEFAULT_USER_ARN, 'for-the-app'),
      policies: { Everything: ADMINISTRATOR_ACCESS },
    });
  });

  async function assume(change: Partial<AssumeRoleCommandInput>) {
    const { Credentials, AssumedRoleUser } = await world.sts.send(
      new AssumeRoleCommand({ ...ROLE, ...change }),
    );
    return {
      user: AssumedRoleUser!.Arn!,
      expiration: Credentials!.Expiration!,
      session: {
        accessKeyId: Credentials!.AccessKeyId!,
        secretAccessKey: Credentials!.SecretAccessKey!,
        sessionToken: Credentials!.SessionToken!,
      },
    };
  }

  it('gives a session that may read, and that says who it is', async () => {
    const { session, user } = await assume({});
    expect(user).toBe('arn:aws:sts::111122223333:assumed-role/WellArchitectedBacklog/app');
    const { WorkloadId } = { WorkloadId: world.workloadId };
    const answer = await clientOf(world.handler, session).send(new GetWorkloadCommand({ WorkloadId }));
    expect(answer.Workload?.WorkloadId).toBe(WorkloadId);
    const identity = await stsOf(world.handler, session).send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({ Arn: user, Account: '111122223333' });
  });

  it('gives two sessions of their own keys', async () => {
    const [first, second] = [await assume({}), await assume({})];
    expect(first.session.accessKeyId).not.toBe(second.session.accessKeyId);
  });

  it.each<[string, Partial<AssumeRoleCommandInput>, string, string]>([
    ['another external id', { ExternalId: 'other' }, 'AccessDenied', DENIED + DEFAULT_ROLE_ARN],
    [
      'no external id, which its own policy forbids',
      { ExternalId: undefined },
      'AccessDenied',
      `${DENIED}${DEFAULT_ROLE_ARN} with an explicit deny in an identity-based policy`,
    ],
    [
      'a role that is not there',
      { RoleArn: `${DEFAULT_ROLE_ARN}2` },
      'AccessDenied',
      `${DENIED}${DEFAULT_ROLE_ARN}2`,
    ],
    ['899 seconds', { DurationSeconds: 899 }, 'ValidationError', 'greater than or equal to 900'],
    ['43201 seconds', { DurationSeconds: 43_201 }, 'ValidationError', 'less than or equal to 43200'],
    ['longer than the role allows', { DurationSeconds: 3601 }, 'ValidationError', 'MaxSessionDuration'],
    [
      'a session name of one letter',
      { RoleSessionName: 'a' },
      'ValidationError',
      'greater than or equal to 2',
    ],
    ['a session name with a space', { RoleSessionName: 'a b' }, 'ValidationError', 'regular expression'],
    ['an external id of one letter', { ExternalId: 'a' }, 'ValidationError', 'greater than or equal to 2'],
  ])('refuses %s', async (_what, change, name, message) => {
    const error = { name, message: expect.stringContaining(message) as unknown };
    await expect(assume(change)).rejects.toMatchObject(error);
  });

  it.each([
    ['that is no JSON', 'x'],
    ['that names a principal', JSON.stringify(trustPolicyFor(DEFAULT_USER_ARN))],
  ])('refuses a session policy %s', async (_what, Policy) => {
    await expect(assume({ Policy })).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException' });
  });

  it('lasts as long as asked, then the token is expired and not unknown', async () => {
    const { session, expiration } = await assume({ DurationSeconds: 900 });
    expect(expiration.getTime() - world.clock.now()).toBeGreaterThan(899_000);
    expect(expiration.getTime() - world.clock.now()).toBeLessThanOrEqual(900_000);
    world.clock.advance(901_000);
    const late = clientOf(world.handler, session);
    late.config.systemClockOffset = 901_000;
    const read = late.send(new GetWorkloadCommand({ WorkloadId: world.workloadId }));
    await expect(read).rejects.toMatchObject({ name: 'ExpiredTokenException' });
  });

  it('lets a session assume a role that trusts it, for an hour at most', async () => {
    const { session, user } = await assume({});
    const arn = `${DEFAULT_ROLE_ARN}Chained`;
    world.aws.admin.putRole({ arn, trustPolicy: trustPolicyFor(user), maxSessionSeconds: 43_200 });
    const chained = (DurationSeconds: number) =>
      stsOf(world.handler, session).send(
        new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: 'chained', DurationSeconds }),
      );
    await expect(chained(3601)).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(chained(3600)).resolves.toBeDefined();
  });
});
