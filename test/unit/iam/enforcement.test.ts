import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import {
  GetAnswerCommand,
  GetWorkloadCommand,
  ListAnswersCommand,
  ListLensesCommand,
  ListWorkloadsCommand,
  UpdateAnswerCommand,
  UpdateWorkloadCommand,
  type WellArchitectedClient,
} from '@aws-sdk/client-wellarchitected';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  allowing,
  DEFAULT_ROLE_ARN,
  DEFAULT_USER,
  DEFAULT_USER_ARN,
  OTHER_ACCOUNT,
  trustPolicyFor,
} from '../../../sandbox/aws/index';
import { clientOf, type SandboxAws, sandboxAws } from '../../contract/aws/world';
import { deployRole, enter, EXTERNAL_ID, outcome } from './entering';

const SESSION = 'arn:aws:sts::111122223333:assumed-role/WellArchitectedBacklog/run';

let world: SandboxAws;
let review: { WorkloadId: string; LensAlias: string };
let workloadArn: string;

beforeEach(() => {
  world = sandboxAws();
  review = { WorkloadId: world.workloadId, LensAlias: 'wellarchitected' };
  workloadArn = `arn:aws:wellarchitected:us-east-1:111122223333:workload/${world.workloadId}`;
});

const list = (client: WellArchitectedClient) => outcome(client.send(new ListAnswersCommand(review)));
const update = (client: WellArchitectedClient) =>
  outcome(client.send(new UpdateAnswerCommand({ ...review, QuestionId: 'priorities', Notes: 'n' })));
const listAll = (client: WellArchitectedClient) => outcome(client.send(new ListWorkloadsCommand({})));

async function entered(change: { readonly Policy?: string; readonly RoleSessionName?: string } = {}) {
  return clientOf(world.handler, await enter(world, change));
}

/** The sentence of the IAM User Guide, "Troubleshoot access denied error messages". */
function denied(action: string, resource: string, why: string): string {
  return `AccessDeniedException: User: ${SESSION} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}

describe("the product's role", () => {
  it('reads and writes', async () => {
    deployRole(world);
    const client = await entered();
    expect([await listAll(client), await list(client), await update(client)]).toEqual(
      Array(3).fill('answered'),
    );
  });

  it('only reads where it was deployed read-only', async () => {
    deployRole(world, { Access: 'ReadOnly' });
    const client = await entered();
    expect(await list(client)).toBe('answered');
    const why = 'because no identity-based policy allows the wellarchitected:UpdateAnswer action';
    expect(await update(client)).toBe(denied('wellarchitected:UpdateAnswer', workloadArn, why));
  });

  it('reaches the named workloads only', async () => {
    const other = world.aws.admin.addWorkload({ name: 'Other', lenses: ['wellarchitected'] });
    deployRole(world, {
      WorkloadArns: `${other.arn}, arn:aws:wellarchitected:eu-west-1:111122223333:workload/*`,
    });
    const client = await entered();
    const why = 'because no identity-based policy allows the wellarchitected:ListAnswers action';
    expect(await list(client)).toBe(denied('wellarchitected:ListAnswers', workloadArn, why));
    review = { ...review, WorkloadId: other.id };
    expect(await list(client)).toBe('answered');
  });

  it('may do nothing else', async () => {
    deployRole(world);
    const client = await entered();
    const none = (action: string, resource: string) =>
      denied(action, resource, `because no identity-based policy allows the ${action} action`);
    expect(await outcome(client.send(new ListLensesCommand({})))).toBe(
      none('wellarchitected:ListLenses', '*'),
    );
    const { WorkloadId } = review;
    expect(await outcome(client.send(new UpdateWorkloadCommand({ WorkloadId, Notes: 'x' })))).toBe(
      none('wellarchitected:UpdateWorkload', workloadArn),
    );
  });
});

describe('refusals name the policy that refuses', () => {
  it('a session policy that does not allow', async () => {
    deployRole(world);
    const client = await entered({ Policy: JSON.stringify(allowing(['wellarchitected:Get*'])) });
    const why = 'because no session policy allows the wellarchitected:ListAnswers action';
    expect(await list(client)).toBe(denied('wellarchitected:ListAnswers', workloadArn, why));
    expect(await outcome(client.send(new GetWorkloadCommand(review)))).toBe('answered');
  });

  it.each([
    ['a session policy', 'with an explicit deny in a session policy'],
    ['an identity-based policy', 'with an explicit deny in an identity-based policy'],
  ])('%s that denies', async (which, why) => {
    const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
    const deny = { Effect: 'Deny', Action: 'wellarchitected:UpdateAnswer', Resource: '*' };
    const policy = { Version: '2012-10-17', Statement: [everything, deny] };
    const inSession = which === 'a session policy';
    world.aws.admin.putRole({
      arn: DEFAULT_ROLE_ARN,
      trustPolicy: trustPolicyFor(DEFAULT_USER_ARN, EXTERNAL_ID),
      policies: { All: inSession ? allowing(['*']) : policy },
    });
    const client = await entered(inSession ? { Policy: JSON.stringify(policy) } : {});
    expect(await list(client)).toBe('answered');
    expect(await update(client)).toBe(denied('wellarchitected:UpdateAnswer', workloadArn, why));
  });

  it('a role that was changed since', async () => {
    deployRole(world);
    const client = await entered();
    expect(await update(client)).toBe('answered');
    deployRole(world, { Access: 'ReadOnly' });
    expect(await update(client)).toMatch(/no identity-based policy allows/);
  });
});

describe('a request is judged in order', () => {
  it.each([
    ['a workload that does not exist', '0'.repeat(32), 'ResourceNotFoundException'],
    ['a malformed id', 'not-an-id', 'ValidationException'],
  ])('permission before %s', async (_what, WorkloadId, then) => {
    deployRole(world, { WorkloadArns: workloadArn });
    const get = async () => outcome((await entered()).send(new GetWorkloadCommand({ WorkloadId })));
    const resource = `arn:aws:wellarchitected:us-east-1:111122223333:workload/${WorkloadId}`;
    expect(await get()).toContain(`wellarchitected:GetWorkload on resource: ${resource} because`);
    deployRole(world);
    expect(await get()).toMatch(new RegExp(`^${then}`));
  });

  it('a question that does not exist proves that writing is allowed, and writes nothing', async () => {
    deployRole(world);
    const question = { ...review, QuestionId: 'not-a-question' };
    const client = await entered();
    expect(await outcome(client.send(new GetAnswerCommand(question)))).toMatch(/^ResourceNotFoundException/);
    expect(await outcome(client.send(new UpdateAnswerCommand(question)))).toMatch(
      /^ResourceNotFoundException/,
    );
  });
});

describe("the app's own user", () => {
  it('may not use the tool', async () => {
    const { accessKeyId, secretAccessKey } = DEFAULT_USER;
    const client = clientOf(world.handler, { accessKeyId, secretAccessKey });
    expect(await listAll(client)).toBe(
      `AccessDeniedException: User: ${DEFAULT_USER_ARN} is not authorized to perform: wellarchitected:ListWorkloads on resource: * with an explicit deny in an identity-based policy`,
    );
  });

  it('may say who it is, although its policy denies everything but assuming roles', async () => {
    const identity = await world.sts.send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({ Arn: DEFAULT_USER_ARN, Account: '111122223333' });
    expect(identity.UserId).toMatch(/^AIDA[A-Z2-7]{17}$/);
  });

  const assume = (change: object) =>
    outcome(
      world.sts.send(
        new AssumeRoleCommand({
          RoleArn: DEFAULT_ROLE_ARN,
          RoleSessionName: 'run',
          ExternalId: EXTERNAL_ID,
          ...change,
        }),
      ),
    );
  const REFUSED = `AccessDenied: User: ${DEFAULT_USER_ARN} is not authorized to perform: sts:AssumeRole on resource: ${DEFAULT_ROLE_ARN}`;

  it('enters with the external id of the role only', async () => {
    deployRole(world);
    expect(await assume({})).toBe('answered');
    expect(await assume({ ExternalId: 'f'.repeat(32) })).toBe(REFUSED);
    const ownPolicy = `${REFUSED} with an explicit deny in an identity-based policy`;
    expect(await assume({ ExternalId: undefined })).toBe(ownPolicy);
  });

  it("may try only roles of the app's name, in whatever account they are", async () => {
    const RoleArn = deployRole(world, { RoleName: 'Other' }, { account: OTHER_ACCOUNT });
    expect(await assume({ RoleArn })).toBe(
      `AccessDenied: User: ${DEFAULT_USER_ARN} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn} because no identity-based policy allows the sts:AssumeRole action`,
    );
    const RoleName = 'WellArchitectedBacklog-00aa';
    const named = deployRole(world, { RoleName }, { account: OTHER_ACCOUNT, stackName: 'named' });
    expect(await assume({ RoleArn: named })).toBe('answered');
  });

  it('is not told whether a role that does not trust it exists', async () => {
    expect(await assume({})).toBe(REFUSED);
    deployRole(world, { TrustedPrincipalArn: 'arn:aws:iam::111122223333:user/other' });
    expect(await assume({})).toBe(REFUSED);
  });

  it('may be limited to some roles', async () => {
    const arn = 'arn:aws:iam::444455556666:role/WellArchitectedBacklog';
    deployRole(world, {}, { account: '444455556666' });
    expect(await assume({ RoleArn: arn })).toBe('answered');
    const policies = { Some: allowing(['sts:AssumeRole'], [DEFAULT_ROLE_ARN]) };
    world.aws.admin.putUser({ arn: DEFAULT_USER_ARN, policies });
    expect(await assume({ RoleArn: arn })).toBe(
      `${REFUSED.replace(DEFAULT_ROLE_ARN, arn)} because no identity-based policy allows the sts:AssumeRole action`,
    );
  });

  it('is refused a parameter that the stand-in does not know', async () => {
    deployRole(world);
    expect(await assume({ SerialNumber: 'GAHT12345678' })).toMatch(
      /^ValidationError: .*parameter SerialNumber/,
    );
  });
});
