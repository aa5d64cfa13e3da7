import {
  CreateWorkloadCommand,
  DisassociateLensesCommand,
  GetAnswerCommand,
  GetLensReviewCommand,
  GetWorkloadCommand,
  ListWorkloadsCommand,
  UpdateAnswerCommand,
} from '@aws-sdk/client-wellarchitected';
import { afterEach, describe, expect, it } from '@jest/globals';
import { loadServiceModel, validateAnswer } from './service-model';
import { sandboxAws } from './world';

const model = loadServiceModel();
const described = model ? describe : describe.skip;
const FRAMEWORK = { LensAlias: 'wellarchitected' };

described('errors have the form that the service model gives them', () => {
  const world = sandboxAws();
  const { client, handler, workloadId: WorkloadId } = world;
  const answer = { WorkloadId, ...FRAMEWORK, QuestionId: 'priorities' };
  const newWorkload = {
    WorkloadName: 'Taken twice',
    Description: 'abc',
    Environment: 'PRODUCTION' as const,
    ReviewOwner: 'abc',
    AwsRegions: ['us-east-1'],
  };

  afterEach(() => {
    expect(handler.exchanges.flatMap((exchange) => validateAnswer(model!, exchange))).toEqual([]);
    handler.exchanges.length = 0;
  });

  it.each([
    [
      'a workload that is not there',
      { name: 'ResourceNotFoundException', ResourceType: 'WORKLOAD' },
      () => client.send(new GetWorkloadCommand({ WorkloadId: '0'.repeat(32) })),
    ],
    [
      'a lens that the workload does not have',
      { name: 'ResourceNotFoundException', ResourceId: 'serverless' },
      () => client.send(new GetLensReviewCommand({ WorkloadId, LensAlias: 'serverless' })),
    ],
    [
      'a question that the lens does not have',
      { name: 'ResourceNotFoundException', ResourceType: 'QUESTION' },
      () => client.send(new GetAnswerCommand({ ...answer, QuestionId: 'nothing' })),
    ],
    [
      'a milestone',
      { name: 'ResourceNotFoundException', ResourceType: 'MILESTONE' },
      () => client.send(new GetLensReviewCommand({ WorkloadId, ...FRAMEWORK, MilestoneNumber: 1 })),
    ],
    [
      'notes of 2085 characters',
      {
        name: 'ValidationException',
        Reason: 'FIELD_VALIDATION_FAILED',
        Fields: [{ Name: 'Notes', Message: 'Member must have length less than or equal to 2084' }],
      },
      () => client.send(new UpdateAnswerCommand({ ...answer, Notes: 'x'.repeat(2085) })),
    ],
    [
      'choice notes of 251 characters',
      {
        name: 'ValidationException',
        Fields: [
          {
            Name: 'ChoiceUpdates.ops_priorities_ext_cust_needs.Notes',
            Message: 'Member must have length less than or equal to 250',
          },
        ],
      },
      () =>
        client.send(
          new UpdateAnswerCommand({
            ...answer,
            ChoiceUpdates: { ops_priorities_ext_cust_needs: { Status: 'SELECTED', Notes: 'x'.repeat(251) } },
          }),
        ),
    ],
    [
      'a choice that the question does not have',
      {
        name: 'ValidationException',
        Fields: [{ Name: 'SelectedChoices', Message: 'question priorities has no choice with ID nothing' }],
      },
      () => client.send(new UpdateAnswerCommand({ ...answer, SelectedChoices: ['nothing'] })),
    ],
    [
      'a status that is none',
      { name: 'ValidationException' },
      () =>
        client.send(
          new UpdateAnswerCommand({
            ...answer,
            ChoiceUpdates: { ops_priorities_ext_cust_needs: { Status: 'DONE' as 'SELECTED' } },
          }),
        ),
    ],
    [
      '"None of these" together with a practice',
      { name: 'ValidationException', Reason: 'OTHER' },
      () =>
        client.send(
          new UpdateAnswerCommand({
            ...answer,
            SelectedChoices: ['ops_priorities_no', 'ops_priorities_ext_cust_needs'],
          }),
        ),
    ],
    [
      '51 results',
      { name: 'ValidationException', Fields: [{ Name: 'MaxResults' }] },
      () => client.send(new ListWorkloadsCommand({ MaxResults: 51 })),
    ],
    [
      'a token of another list',
      { name: 'ValidationException', Fields: [{ Name: 'NextToken' }] },
      () => client.send(new ListWorkloadsCommand({ NextToken: 'abc' })),
    ],
    [
      'a malformed workload id',
      { name: 'ValidationException', Fields: [{ Name: 'WorkloadId' }] },
      () => client.send(new GetWorkloadCommand({ WorkloadId: 'abc' })),
    ],
    [
      'a workload without Regions',
      { name: 'ValidationException', Fields: [{ Name: 'AwsRegions' }] },
      () => client.send(new CreateWorkloadCommand({ ...newWorkload, Lenses: [], AwsRegions: undefined })),
    ],
    [
      'a workload with an unknown lens',
      { name: 'ResourceNotFoundException', ResourceType: 'LENS' },
      () => client.send(new CreateWorkloadCommand({ ...newWorkload, Lenses: ['nothing'] })),
    ],
    [
      'the framework lens taken away',
      { name: 'ValidationException' },
      () => client.send(new DisassociateLensesCommand({ WorkloadId, LensAliases: ['wellarchitected'] })),
    ],
    [
      'a name that only spaces and case tell from another',
      { name: 'ConflictException', ResourceId: WorkloadId },
      () =>
        client.send(
          new CreateWorkloadCommand({ ...newWorkload, WorkloadName: 'SAMPLE WorkLoad', Lenses: [] }),
        ),
    ],
  ])('%s', async (_what, expected, send) => {
    const { Fields: fields, ...members } = expected as { Fields?: object[] };
    await expect(send()).rejects.toMatchObject(
      fields === undefined
        ? members
        : { ...members, Fields: fields.map((field) => expect.objectContaining(field)) },
    );
  });

  it('a throttled call, on demand', async () => {
    world.aws.admin.failNext({ operation: 'ListWorkloads' });
    const list = () => client.send(new ListWorkloadsCommand({}));
    await expect(list()).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 429 },
    });
    expect((await list()).WorkloadSummaries).toHaveLength(1);
  });
});
