import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { ListWorkloadsCommand } from '@aws-sdk/client-wellarchitected';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  ADMIN_USER_ARN,
  type Aws,
  createAws,
  DEFAULT_ROLE_ARN,
  DEFAULT_USER,
  DEFAULT_USER_ARN,
  seedDefaultWorld,
  trustPolicyFor,
} from '../../../sandbox/aws/index';
import { manualClock } from '../../../sandbox/clock';
import { openStore } from '../../../sandbox/store/store';
import { sandboxHandler } from '../../contract/aws/recording';
import { type ClientOptions, clientOf, type SandboxAws, sandboxAws, stsOf } from '../../contract/aws/world';
import { deployRole, enter, EXTERNAL_ID, outcome } from './entering';

const SECOND_KEY = { accessKeyId: 'AKIASECONDSECONDKEY0', secretAccessKey: 'second/secret/EXAMPLEKEY' };

let world: SandboxAws;
beforeEach(() => {
  world = sandboxAws();
});

const identify = (key: ClientOptions = {}) =>
  outcome(stsOf(world.handler, key).send(new GetCallerIdentityCommand({})));
const UNKNOWN = 'InvalidClientTokenId: The security token included in the request is invalid.';

describe('access keys', () => {
  it('are replaced without a moment in which none works', async () => {
    const { admin } = world.aws;
    admin.createAccessKey(DEFAULT_USER_ARN, SECOND_KEY);
    expect([await identify(), await identify(SECOND_KEY)]).toEqual(['answered', 'answered']);
    admin.deactivateAccessKey(DEFAULT_USER.accessKeyId);
    expect([await identify(), await identify(SECOND_KEY)]).toEqual([UNKNOWN, 'answered']);
    admin.deleteAccessKey(DEFAULT_USER.accessKeyId);
    expect(admin.users().find(({ arn }) => arn === DEFAULT_USER_ARN)?.accessKeyIds).toEqual([
      SECOND_KEY.accessKeyId,
    ]);
  });

  it('a deactivated key is created again with its secret, and works', async () => {
    world.aws.admin.deactivateAccessKey(DEFAULT_USER.accessKeyId);
    world.aws.admin.createAccessKey(DEFAULT_USER_ARN, DEFAULT_USER);
    expect(await identify()).toBe('answered');
  });

  it.each<[string, (aws: Aws) => void, string]>([
    [
      'a third key',
      ({ admin }) => {
        admin.createAccessKey(DEFAULT_USER_ARN, SECOND_KEY);
        admin.createAccessKey(DEFAULT_USER_ARN, { ...SECOND_KEY, accessKeyId: 'AKIATHIRD' });
      },
      'AccessKeysPerUser: 2',
    ],
    [
      'a key of another user',
      ({ admin }) => admin.createAccessKey(ADMIN_USER_ARN, DEFAULT_USER),
      "another user's",
    ],
    [
      'a key for nobody',
      ({ admin }) => admin.createAccessKey('arn:aws:iam::111122223333:user/x', SECOND_KEY),
      'cannot be found',
    ],
    [
      'an unknown key to deactivate',
      ({ admin }) => admin.deactivateAccessKey('AKIAX'),
      'AKIAX cannot be found',
    ],
    ['an unknown key to delete', ({ admin }) => admin.deleteAccessKey('AKIAX'), 'AKIAX cannot be found'],
  ])('%s is refused', (_what, act, message) => {
    expect(() => act(world.aws)).toThrow(message);
  });
});

describe('roles made by hand', () => {
  const trustPolicy = trustPolicyFor(DEFAULT_USER_ARN, EXTERNAL_ID);

  it('may do nothing without policies', async () => {
    world.aws.admin.putRole({ arn: DEFAULT_ROLE_ARN, trustPolicy });
    const list = clientOf(world.handler, await enter(world)).send(new ListWorkloadsCommand({}));
    expect(await outcome(list)).toMatch(/because no identity-based policy allows/);
  });

  it('end with their sessions, and a role of the same name does not revive them', async () => {
    const { admin } = world.aws;
    admin.putRole({ arn: DEFAULT_ROLE_ARN, trustPolicy });
    const session = await enter(world);
    expect(await identify(session)).toBe('answered');
    admin.deleteRole(DEFAULT_ROLE_ARN);
    expect(await identify(session)).toBe(UNKNOWN);
    expect(await outcome(enter(world))).toMatch(/^AccessDenied/);
    admin.putRole({ arn: DEFAULT_ROLE_ARN, trustPolicy });
    expect(await identify(session)).toBe(UNKNOWN);
    expect(await outcome(enter(world))).toBe('answered');
  });

  it.each<[string, object, RegExp]>([
    [
      'a trust policy without a principal',
      { trustPolicy: { Statement: { Effect: 'Allow', Action: '*' } } },
      /Principal/,
    ],
    ['a policy that IAM would not store', { trustPolicy, policies: { P: { Statement: {} } } }, /Effect/],
    ['the ARN of a user', { trustPolicy, arn: DEFAULT_USER_ARN }, /not the ARN of a role/],
    [
      'a managed policy that is not there',
      { trustPolicy, managedPolicyArns: ['arn:aws:iam::aws:policy/X'] },
      /policy\/X/,
    ],
    ['too long a session', { trustPolicy, maxSessionSeconds: 43_201 }, /MaxSessionDuration/],
  ])('are refused with %s', (_what, role, message) => {
    expect(() => world.aws.admin.putRole({ arn: DEFAULT_ROLE_ARN, trustPolicy, ...role })).toThrow(message);
    expect(() => world.aws.admin.deleteRole(DEFAULT_ROLE_ARN)).toThrow('cannot be found');
  });
});

it('everything that an administrator did survives a restart', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'iam-'));
  try {
    const clock = manualClock(Date.now());
    const first = createAws({ store: openStore(folder), clock });
    seedDefaultWorld(first);
    const handler = sandboxHandler(first);
    deployRole({ ...world, aws: first });
    const session = await enter({ ...world, handler });
    first.admin.createAccessKey(DEFAULT_USER_ARN, SECOND_KEY);
    first.admin.deleteAccessKey(DEFAULT_USER.accessKeyId);
    first.admin.disableRegion('eu-west-1');
    first.admin.withdrawService('eu-west-2');
    first.admin.skewClock(60_000);
    const second = createAws({ store: openStore(folder), clock });
    seedDefaultWorld(second);
    const again = { ...world, aws: second, handler: sandboxHandler(second) };
    const call = (key: ClientOptions) =>
      outcome(stsOf(again.handler, key).send(new GetCallerIdentityCommand({})));
    expect([await call(session), await call(SECOND_KEY), await call({})]).toEqual([
      'answered',
      'answered',
      UNKNOWN,
    ]);
    expect(await outcome(enter(again, {}, { ...SECOND_KEY, region: 'eu-west-1' }))).toMatch(
      /^RegionDisabled/,
    );
    const list = clientOf(again.handler, { ...session, region: 'eu-west-2' }).send(
      new ListWorkloadsCommand({}),
    );
    expect(await outcome(list)).toMatch(/ENOTFOUND/);
    const told = Date.parse(again.handler.exchanges.at(0)!.headers.date!);
    expect(told - clock.now()).toBeGreaterThan(58_000);
    deployRole(again);
    expect(await call(session)).toBe('answered');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
