import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import {
  CreateWorkloadCommand,
  type CreateWorkloadCommandInput,
  ListWorkloadsCommand,
  UpdateAnswerCommand,
} from '@aws-sdk/client-wellarchitected';
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_ROLE_ARN } from '../../../sandbox/aws/index';
import { sandboxAws } from '../../contract/aws/world';

interface Outgoing {
  path: string;
  body: unknown;
}

/** A signed request that the SDK would not make: changed before it is signed. */
async function sendChanged(change: (request: Outgoing) => void) {
  const { client, handler, workloadId: WorkloadId } = sandboxAws();
  client.middlewareStack.add(
    (next) => (args) => {
      change(args.request as Outgoing);
      return next(args);
    },
    { step: 'build', priority: 'low' },
  );
  const update = { WorkloadId, LensAlias: 'wellarchitected', QuestionId: 'priorities', Notes: 'n' };
  await client.send(new UpdateAnswerCommand(update)).catch(() => undefined);
  const { status, headers, responseBody } = handler.exchanges[0]!;
  return {
    status,
    type: headers['x-amzn-errortype'],
    body: JSON.parse(responseBody) as Record<string, unknown>,
  };
}

describe('REST-JSON', () => {
  it('answers an unknown path as an unknown operation', async () => {
    const answer = await sendChanged((request) => (request.path = '/nothing'));
    expect(answer).toMatchObject({ status: 404, type: 'UnknownOperationException' });
  });

  it.each([
    ['a body that is not JSON', '{"Notes": ', 'CANNOT_PARSE'],
    ['a body that is a list', '[]', 'CANNOT_PARSE'],
    ['a member of another type', '{"Notes": 5}', 'FIELD_VALIDATION_FAILED'],
    ['a map for a list', '{"SelectedChoices": {}}', 'FIELD_VALIDATION_FAILED'],
  ])('refuses %s', async (_what, body, Reason) => {
    const answer = await sendChanged((request) => (request.body = body));
    expect(answer).toMatchObject({ status: 400, type: 'ValidationException', body: { Reason } });
  });

  it.each([
    ['a member that it does not know', '{"Notes": "n", "Unknown": 1}'],
    ['a member that is null', '{"Notes": "n", "Reason": null}'],
  ])('ignores %s', async (_what, body) => {
    const answer = await sendChanged((request) => (request.body = body));
    expect(answer).toMatchObject({ status: 200, body: { Answer: { Notes: 'n' } } });
  });

  it('tells the time of the site and a request id of its own for each answer', async () => {
    const { client, clock, handler } = sandboxAws();
    clock.advance(60_000);
    await client.send(new ListWorkloadsCommand({}));
    await client.send(new ListWorkloadsCommand({}));
    const [first, second] = handler.exchanges.map(({ headers }) => headers);
    expect(first!.date).toBe(new Date(clock.now()).toUTCString());
    expect(first!['x-amzn-requestid']).not.toBe(second!['x-amzn-requestid']);
  });
});

describe('a client request token', () => {
  const workload: CreateWorkloadCommandInput = {
    WorkloadName: 'Made once',
    Description: 'abc',
    Environment: 'PRODUCTION',
    ReviewOwner: 'the team',
    AwsRegions: ['us-east-1'],
    Lenses: ['wellarchitected'],
    ClientRequestToken: 'token-1',
  };

  it('makes a repeated request answer the first workload', async () => {
    const { aws, client } = sandboxAws();
    const first = await client.send(new CreateWorkloadCommand(workload));
    const again = await client.send(new CreateWorkloadCommand(workload));
    expect(again.WorkloadArn).toBe(first.WorkloadArn);
    expect(aws.admin.workloads()).toHaveLength(2);
  });

  it('is refused for another request', async () => {
    const { client } = sandboxAws();
    await client.send(new CreateWorkloadCommand(workload));
    const other = client.send(new CreateWorkloadCommand({ ...workload, WorkloadName: 'Another' }));
    await expect(other).rejects.toMatchObject({ name: 'ConflictException' });
  });
});

describe('the Query protocol', () => {
  it('answers a failure on demand as XML', async () => {
    const { aws, sts } = sandboxAws();
    const message = 'Rate exceeded: <try> "later" & again';
    aws.admin.failNext({ operation: 'AssumeRole', code: 'Throttling', status: 400, message });
    const assume = sts.send(new AssumeRoleCommand({ RoleArn: DEFAULT_ROLE_ARN, RoleSessionName: 'app' }));
    await expect(assume).rejects.toMatchObject({ name: 'Throttling', message });
  });
});
