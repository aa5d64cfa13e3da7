import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import {
  GetWorkloadCommand,
  ListAnswersCommand,
  ListWorkloadsCommand,
} from '@aws-sdk/client-wellarchitected';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  ADMIN_USER,
  DEFAULT_USER_ARN,
  OTHER_ACCOUNT,
  roleTemplate,
  userTemplate,
} from '../../../sandbox/aws/index';
import { type ClientOptions, clientOf, type SandboxAws, sandboxAws, stsOf } from '../../contract/aws/world';
import { deployRole, enter, EXTERNAL_ID, outcome } from './entering';

const THEIR_ROLE = `arn:aws:iam::${OTHER_ACCOUNT}:role/WellArchitectedBacklog`;

let world: SandboxAws;
beforeEach(() => {
  world = sandboxAws();
});

async function workloadNames(session: ClientOptions): Promise<readonly (string | undefined)[]> {
  const { WorkloadSummaries } = await clientOf(world.handler, session).send(new ListWorkloadsCommand({}));
  return (WorkloadSummaries ?? []).map(({ WorkloadName }) => WorkloadName);
}

describe('a role of another account', () => {
  it('sees the workloads of its own account, and not ours', async () => {
    world.aws.admin.addWorkload({ name: 'Theirs', lenses: ['wellarchitected'], account: OTHER_ACCOUNT });
    deployRole(world, {}, { account: OTHER_ACCOUNT });
    const session = await enter(world, { RoleArn: THEIR_ROLE });
    const identity = await stsOf(world.handler, session).send(new GetCallerIdentityCommand({}));
    expect(identity.Account).toBe(OTHER_ACCOUNT);
    expect(await workloadNames(session)).toEqual(['Theirs']);
    const ours = clientOf(world.handler, session).send(
      new GetWorkloadCommand({ WorkloadId: world.workloadId }),
    );
    await expect(ours).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a workload that another account shares', () => {
  it('is listed, and read by a role that names it', async () => {
    const shared = world.aws.admin.addWorkload({
      name: 'Shared',
      lenses: ['wellarchitected'],
      account: OTHER_ACCOUNT,
      sharedWith: ['111122223333'],
    });
    expect(shared.arn).toContain(`:${OTHER_ACCOUNT}:workload/`);
    const read = async () => {
      const client = clientOf(world.handler, await enter(world));
      const review = { WorkloadId: shared.id, LensAlias: 'wellarchitected' };
      return outcome(client.send(new ListAnswersCommand(review)));
    };
    deployRole(world);
    expect(await workloadNames(await enter(world))).toEqual(['Sample workload', 'Shared']);
    expect(await read()).toContain(`on resource: ${shared.arn} because no identity-based policy allows`);
    deployRole(world, { WorkloadArns: shared.arn });
    expect(await read()).toBe('answered');
  });
});

describe('the partition aws-us-gov', () => {
  const place = { partition: 'aws-us-gov', account: OTHER_ACCOUNT };
  const key = { accessKeyId: 'AKIAGOVGOVGOVEXAMPLE', secretAccessKey: 'gov/secret/EXAMPLEKEY' };

  function deployGov(): { readonly user: string; readonly role: string } {
    const { admin } = world.aws;
    const { UserArn } = admin.deployStack({ template: userTemplate(), ...place, stackName: 'user' });
    admin.createAccessKey(UserArn!, key);
    const parameters = { TrustedPrincipalArn: UserArn!, ExternalId: EXTERNAL_ID };
    const { RoleArn } = admin.deployStack({
      template: roleTemplate(),
      parameters,
      ...place,
      stackName: 'role',
    });
    return { user: UserArn!, role: RoleArn! };
  }

  it('has users, roles, Regions and ARNs of its own', async () => {
    const { user, role } = deployGov();
    expect([user, role]).toEqual([
      `arn:aws-us-gov:iam::${OTHER_ACCOUNT}:user/WellArchitectedBacklog`,
      `arn:aws-us-gov:iam::${OTHER_ACCOUNT}:role/WellArchitectedBacklog`,
    ]);
    const region = 'us-gov-east-1';
    const made = world.aws.admin.addWorkload({
      name: 'Gov',
      lenses: ['wellarchitected'],
      account: OTHER_ACCOUNT,
      region,
    });
    expect(made.arn).toBe(
      `arn:aws-us-gov:wellarchitected:us-gov-east-1:${OTHER_ACCOUNT}:workload/${made.id}`,
    );
    const session = await enter(world, { RoleArn: role }, { ...key, region });
    expect(await workloadNames(session)).toEqual(['Gov']);
    const review = {
      WorkloadId: made.id,
      LensAlias: 'arn:aws-us-gov:wellarchitected::aws:lens/wellarchitected',
    };
    const answers = await clientOf(world.handler, session).send(new ListAnswersCommand(review));
    expect(answers.LensArn).toBe(review.LensAlias);
  });

  it.each([
    [
      'its key is unknown in aws',
      () => enter(world, {}, { ...key, region: 'us-east-1' }),
      /^InvalidClientTokenId/,
    ],
    [
      'a key of aws is unknown in it',
      () => enter(world, {}, { region: 'us-gov-west-1' }),
      /^InvalidClientTokenId/,
    ],
  ])('%s', async (_what, act, expected) => {
    deployGov();
    deployRole(world);
    expect(await outcome(act())).toMatch(expected);
  });

  it('has roles that nobody of aws can enter, even where everybody is trusted', async () => {
    const everybody = { Statement: { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' } };
    const enterAs = async (partition: string) => {
      const RoleArn = `arn:${partition}:iam::${OTHER_ACCOUNT}:role/Open`;
      world.aws.admin.putRole({ arn: RoleArn, trustPolicy: everybody });
      return outcome(enter(world, { RoleArn }, ADMIN_USER));
    };
    expect(await enterAs('aws')).toBe('answered');
    expect(await enterAs('aws-us-gov')).toMatch(/^AccessDenied: .*role\/Open$/);
  });

  it('deploys nothing into a Region of another partition', () => {
    const stack = { template: userTemplate(), partition: 'aws-us-gov', region: 'us-east-1' };
    expect(() => world.aws.admin.deployStack(stack)).toThrow('us-east-1 is not a Region of aws-us-gov');
  });
});

describe('Regions', () => {
  const region = 'eu-west-1';
  const inRegion = async () => outcome(enter(world, {}, { region }));
  const toolThere = async () => {
    const session = await enter(world);
    return outcome(clientOf(world.handler, { ...session, region }).send(new ListWorkloadsCommand({})));
  };
  const identityThere = () =>
    outcome(stsOf(world.handler, { region }).send(new GetCallerIdentityCommand({})));

  beforeEach(() => {
    deployRole(world);
  });

  it('STS switched off: no credentials, but the tool and one that has credentials go on', async () => {
    world.aws.admin.disableRegion(region);
    expect(await inRegion()).toBe(
      'RegionDisabledException: STS is not activated in this region for account:111122223333. Your account administrator can activate STS in this region using the IAM Console.',
    );
    expect([await toolThere(), await identityThere()]).toEqual(['answered', 'answered']);
    world.aws.admin.enableRegion(region);
    expect(await inRegion()).toBe('answered');
  });

  it('an opt-in Region that the account has not enabled knows none of its keys', async () => {
    world.aws.admin.disableRegion(region, '111122223333', 'not-opted-in');
    expect(await inRegion()).toMatch(/^InvalidClientTokenId: The security token/);
    expect(await toolThere()).toMatch(/^UnrecognizedClientException: The security token/);
  });

  it('an opt-in Region is off for every account until it is enabled, whose account it is', async () => {
    const optIn = { region: 'me-south-1' };
    const there = () => outcome(enter(world, { RoleArn: THEIR_ROLE }, optIn));
    deployRole(world, {}, { account: OTHER_ACCOUNT });
    world.aws.admin.enableRegion(optIn.region, OTHER_ACCOUNT);
    expect(await there()).toMatch(/^InvalidClientTokenId: /);
    const session = await enter(world, { RoleArn: THEIR_ROLE });
    const client = clientOf(world.handler, { ...session, ...optIn });
    expect(await outcome(client.send(new ListWorkloadsCommand({})))).toBe('answered');
    world.aws.admin.enableRegion(optIn.region, '111122223333');
    expect(await there()).toBe('answered');
  });

  it.each(['sts-deactivated', 'not-opted-in'] as const)(
    'the account of the role counts (%s)',
    async (kind) => {
      deployRole(world, {}, { account: OTHER_ACCOUNT });
      world.aws.admin.disableRegion(region, OTHER_ACCOUNT, kind);
      expect(await inRegion()).toBe('answered');
      const theirs = await outcome(enter(world, { RoleArn: THEIR_ROLE }, { region }));
      expect(theirs).toMatch(new RegExp(`^RegionDisabledException: .*${OTHER_ACCOUNT}`));
    },
  );

  it.each([
    ['one that the tool left', 'eu-west-1'],
    ['one that the tool never was in', 'eu-south-2'],
  ])('%s: the host name does not resolve', async (_what, where) => {
    const session = await enter(world);
    world.aws.admin.withdrawService('eu-west-1');
    const list = () =>
      clientOf(world.handler, { ...session, region: where }).send(new ListWorkloadsCommand({}));
    await expect(list()).rejects.toMatchObject({
      code: 'ENOTFOUND',
      message: `getaddrinfo ENOTFOUND wellarchitected.${where}.amazonaws.com`,
    });
    expect(await inRegion()).toBe('answered');
    world.aws.admin.restoreService('eu-west-1');
    expect(await toolThere()).toBe('answered');
  });
});

describe("a clock that differs from AWS's", () => {
  it.each([20 * 60_000, -20 * 60_000])('by %s ms is refused, and told by the Date header', async (ms) => {
    world.aws.admin.skewClock(ms);
    const identify = await outcome(world.sts.send(new GetCallerIdentityCommand({})));
    expect(identify).toMatch(/^SignatureDoesNotMatch: Signature (expired|not yet current)/);
    const list = await outcome(world.client.send(new ListWorkloadsCommand({})));
    expect(list).toMatch(/^InvalidSignatureException: Signature (expired|not yet current)/);
    const told = Date.parse(world.handler.exchanges.at(-1)!.headers.date!);
    expect(Math.abs(told - (world.clock.now() + ms))).toBeLessThan(1000);
  });

  it('by less than five minutes is accepted', async () => {
    world.aws.admin.skewClock(4 * 60_000);
    await expect(world.sts.send(new GetCallerIdentityCommand({}))).resolves.toMatchObject({
      Arn: DEFAULT_USER_ARN,
    });
  });
});
