/** What `aws/events.yaml` tells of which calls, deployed unchanged. */
import {
  AssociateLensesCommand,
  CreateWorkloadCommand,
  DeleteWorkloadCommand,
  DisassociateLensesCommand,
  GetAnswerCommand,
  ListWorkloadsCommand,
  UpdateAnswerCommand,
  UpdateWorkloadCommand,
} from '@aws-sdk/client-wellarchitected';
import { describe, expect, it } from '@jest/globals';
import { ADMINISTRATOR_ACCESS, type Lens, trustPolicyFor } from '../../../sandbox/aws/index';
import { clientOf } from '../../contract/aws/world';
import { deployRole, enter } from '../iam/entering';
import { type Bridge, deployed, KEY, note, URL } from './bridge';

const OTHER_ROLE = 'arn:aws:iam::111122223333:role/Reviewer';

/** Somebody with a role of their own, as single sign-on gives it. */
async function reviewerWithRole(world: Bridge) {
  const { admin } = world.aws;
  admin.putRole({
    arn: OTHER_ROLE,
    trustPolicy: trustPolicyFor('*'),
    policies: { all: ADMINISTRATOR_ACCESS },
  });
  return clientOf(world.handler, await enter(world, { RoleArn: OTHER_ROLE }));
}

describe('what the app is told', () => {
  it('an answer that a user changed: the ids, and nothing of the contents', async () => {
    const world = deployed();
    await note(world.client, world.workloadId);
    expect(await world.aws.events.idle()).toBe(true);
    const at = { WorkloadId: world.workloadId, LensAlias: 'wellarchitected', QuestionId: 'priorities' };
    expect(world.bodies()).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u),
        'detail-type': 'AWS API Call via CloudTrail',
        source: 'aws.wellarchitected',
        account: '111122223333',
        region: 'us-east-1',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u),
        detail: {
          eventName: 'UpdateAnswer',
          requestParameters: { ...at, workloadId: '', lensAlias: '', questionId: '' },
          userIdentity: { sessionContext: { sessionIssuer: { arn: '' } } },
        },
      },
    ]);
    expect(JSON.stringify(world.sent)).not.toContain('confidential');
  });

  it('goes to the web trigger with the key in its header, and the headers that EventBridge sends', async () => {
    const world = deployed();
    await note(world.client, world.workloadId);
    await world.aws.events.idle();
    expect(world.sent).toMatchObject([
      {
        url: URL,
        method: 'POST',
        headers: {
          'x-well-architected-key': KEY,
          'user-agent': 'Amazon/EventBridge/ApiDestinations',
          'content-type': 'application/json; charset=utf-8',
        },
      },
    ]);
  });

  it('an answer that another role changed, with that role’s ARN', async () => {
    const world = deployed();
    await note(await reviewerWithRole(world), world.workloadId);
    await world.aws.events.idle();
    expect(world.bodies()).toMatchObject([
      { detail: { userIdentity: { sessionContext: { sessionIssuer: { arn: OTHER_ROLE } } } } },
    ]);
  });

  it('not what the app changed through its own role', async () => {
    const world = deployed();
    deployRole(world);
    await note(clientOf(world.handler, await enter(world)), world.workloadId);
    await world.aws.events.idle();
    expect(world.sent).toEqual([]);
  });

  it('not what AWS refused: it could carry anything', async () => {
    const world = deployed();
    const at = { WorkloadId: world.workloadId, LensAlias: '", "x": "', QuestionId: 'priorities' };
    await expect(world.client.send(new UpdateAnswerCommand({ ...at, Notes: 'n' }))).rejects.toThrow();
    deployRole(world, { Access: 'ReadOnly' }, { stackName: 'read-only' });
    const readOnly = clientOf(world.handler, await enter(world));
    await expect(note(readOnly, world.workloadId)).rejects.toThrow('not authorized');
    await world.aws.events.idle();
    expect(world.sent).toEqual([]);
  });

  it('of the other calls those that change what a sync reads', async () => {
    const world = deployed();
    const { client, aws, workloadId: WorkloadId } = world;
    const ours = { ...aws.admin.lenses()[0]!, form: 'custom', name: 'Ours', officialAlias: undefined };
    const LensAliases = [aws.admin.publishLens(ours as unknown as Lens).alias];
    await client.send(new ListWorkloadsCommand({}));
    await client.send(
      new GetAnswerCommand({ WorkloadId, LensAlias: 'wellarchitected', QuestionId: 'priorities' }),
    );
    await client.send(
      new CreateWorkloadCommand({
        WorkloadName: 'Another',
        Description: 'For a test',
        Environment: 'PREPRODUCTION',
        ReviewOwner: 'the team',
        AwsRegions: ['us-east-1'],
        Lenses: ['wellarchitected'],
      }),
    );
    await client.send(new AssociateLensesCommand({ WorkloadId, LensAliases }));
    await client.send(new DisassociateLensesCommand({ WorkloadId, LensAliases }));
    await client.send(new UpdateWorkloadCommand({ WorkloadId, ImprovementStatus: 'IN_PROGRESS' }));
    await client.send(new DeleteWorkloadCommand({ WorkloadId }));
    await aws.events.idle();
    expect(world.bodies().map(({ detail }) => detail.eventName)).toEqual([
      'AssociateLenses',
      'DisassociateLenses',
      'UpdateWorkload',
      'DeleteWorkload',
    ]);
    expect(world.bodies()).toMatchObject(Array(4).fill({ detail: { requestParameters: { WorkloadId } } }));
  });

  it('what reviewers do by hand', async () => {
    const world = deployed();
    const { admin } = world.aws;
    admin.setAnswer(world.workloadId, 'wellarchitected', 'priorities', { Notes: 'confidential' });
    admin.upgradeLens('wellarchitected', (lens) => ({ ...lens, version: '2099-01-01' }));
    admin.deleteWorkload(world.workloadId);
    await world.aws.events.idle();
    expect(world.bodies().map(({ detail }) => detail.eventName)).toEqual([
      'UpdateAnswer',
      'UpgradeLensReview',
      'DeleteWorkload',
    ]);
  });

  it('each event has an id of its own', async () => {
    const world = deployed();
    for (let time = 0; time < 3; time += 1) await note(world.client, world.workloadId);
    await world.aws.events.idle();
    expect(new Set(world.bodies().map(({ id }) => id)).size).toBe(3);
  });
});

describe('where the app is told', () => {
  it('only of the Region in which the rule is', async () => {
    const world = deployed();
    const { id } = world.aws.admin.addWorkload({
      name: 'Elsewhere',
      lenses: ['wellarchitected'],
      region: 'eu-west-1',
    });
    const there = clientOf(world.handler, { region: 'eu-west-1' });
    await note(there, id);
    await world.aws.events.idle();
    expect(world.sent).toEqual([]);
    world.aws.admin.deployEvents({ webTriggerUrl: URL, key: KEY, region: 'eu-west-1' });
    await note(there, id);
    await world.aws.events.idle();
    expect(world.bodies()).toMatchObject([{ region: 'eu-west-1' }]);
  });

  it('only of the account in which the rule is', async () => {
    const world = deployed();
    const { admin, events } = world.aws;
    const account = '444455556666';
    const { id } = admin.addWorkload({ name: 'Theirs', lenses: ['wellarchitected'], account });
    admin.setAnswer(id, 'wellarchitected', 'priorities', { Notes: 'n' });
    await events.idle();
    expect(world.sent).toEqual([]);
    admin.deployEvents({ webTriggerUrl: URL, key: KEY, account });
    admin.setAnswer(id, 'wellarchitected', 'priorities', { Notes: 'm' });
    await events.idle();
    expect(world.bodies()).toMatchObject([{ account }]);
  });
});
