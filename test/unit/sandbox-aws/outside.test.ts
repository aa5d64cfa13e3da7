/** Clients outside of the site: their own clock judges signatures and sessions, whatever the site's says. */
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import {
  DeleteWorkloadCommand,
  GetWorkloadCommand,
  ListWorkloadsCommand,
  UpdateWorkloadCommand,
} from '@aws-sdk/client-wellarchitected';
import { describe, expect, it } from '@jest/globals';
import {
  ADMINISTRATOR_ACCESS,
  DEFAULT_ROLE_ARN,
  DEFAULT_USER_ARN,
  trustPolicyFor,
} from '../../../sandbox/aws/index';
import { recorded, sandboxHandler } from '../../contract/aws/recording';
import { clientOf, sandboxAws, stsOf } from '../../contract/aws/world';
import { outcome } from '../iam/entering';

const HOUR = 3_600_000;

function outside() {
  const world = sandboxAws();
  const handler = recorded(async (request) => (await world.aws.handle(request, 'outside')).response);
  return { ...world, handler, client: clientOf(handler), sts: stsOf(handler) };
}

describe('a client outside, after the clock of the site was moved', () => {
  it('is answered, with its own time in the Date header', async () => {
    const { client, clock, handler } = outside();
    clock.advance(100 * HOUR);
    expect(await outcome(client.send(new ListWorkloadsCommand({})))).toBe('answered');
    const told = Date.parse(handler.exchanges.at(-1)!.headers.date!);
    expect(Math.abs(told - Date.now())).toBeLessThan(60_000);
  });

  it('keeps a session that it has, also where others enter meanwhile', async () => {
    const { aws, clock, handler, sts } = outside();
    const inside = stsOf(sandboxHandler(aws));
    const trustPolicy = trustPolicyFor(DEFAULT_USER_ARN);
    aws.admin.putRole({ arn: DEFAULT_ROLE_ARN, trustPolicy, policies: { All: ADMINISTRATOR_ACCESS } });
    const enter = new AssumeRoleCommand({
      RoleArn: DEFAULT_ROLE_ARN,
      RoleSessionName: 'run',
      ExternalId: 'any',
    });
    const { Credentials: made } = await sts.send(enter);
    clock.advance(100 * HOUR);
    inside.config.systemClockOffset = 100 * HOUR;
    await inside.send(enter);
    const session = {
      accessKeyId: made!.AccessKeyId!,
      secretAccessKey: made!.SecretAccessKey!,
      sessionToken: made!.SessionToken!,
    };
    const call = clientOf(handler, session).send(new ListWorkloadsCommand({}));
    expect(await outcome(call)).toBe('answered');
  });

  it('writes at the time of the site', async () => {
    const { client, clock, workloadId: WorkloadId } = outside();
    clock.advance(100 * HOUR);
    await client.send(new UpdateWorkloadCommand({ WorkloadId, Notes: 'Moved on.' }));
    const { Workload } = await client.send(new GetWorkloadCommand({ WorkloadId }));
    expect(Math.abs(Workload!.UpdatedAt!.getTime() - clock.now())).toBeLessThan(60_000);
  });
});

describe('a workload that is deleted twice', () => {
  it('with one token: the first result again', async () => {
    const { client, workloadId: WorkloadId } = sandboxAws();
    const remove = () => client.send(new DeleteWorkloadCommand({ WorkloadId, ClientRequestToken: 'once' }));
    expect([await outcome(remove()), await outcome(remove())]).toEqual(['answered', 'answered']);
  });

  it('with another token: there is nothing to delete', async () => {
    const { client, workloadId: WorkloadId } = sandboxAws();
    const remove = (ClientRequestToken: string) =>
      outcome(client.send(new DeleteWorkloadCommand({ WorkloadId, ClientRequestToken })));
    expect([await remove('one'), await remove('two')]).toEqual([
      'answered',
      expect.stringMatching(/^ResourceNotFoundException/),
    ]);
  });
});
