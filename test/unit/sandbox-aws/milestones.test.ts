/** A milestone keeps a workload and its answers as they were. */
import {
  CreateMilestoneCommand,
  GetAnswerCommand,
  GetLensReviewCommand,
  GetMilestoneCommand,
  ListAnswersCommand,
  ListMilestonesCommand,
  UpdateAnswerCommand,
  UpdateWorkloadCommand,
} from '@aws-sdk/client-wellarchitected';
import { describe, expect, test } from '@jest/globals';
import { sandboxAws } from '../../contract/aws/world';

const FRAMEWORK = { LensAlias: 'wellarchitected' };

function world() {
  const { client, workloadId: WorkloadId, clock } = sandboxAws();
  const answer = { WorkloadId, ...FRAMEWORK, QuestionId: 'priorities' };
  let token = 0;
  return {
    client,
    clock,
    WorkloadId,
    answer,
    write: (Notes: string) => client.send(new UpdateAnswerCommand({ ...answer, Notes })),
    save: (MilestoneName: string, ClientRequestToken = `token-${(token += 1)}`) =>
      client.send(new CreateMilestoneCommand({ WorkloadId, MilestoneName, ClientRequestToken })),
  };
}

describe('a milestone', () => {
  test('shows the answers of its time, and the workload as it was called', async () => {
    const { client, WorkloadId, answer, write, save } = world();
    await write('before');
    const { MilestoneNumber } = await save('First');
    await write('after');
    await client.send(new UpdateWorkloadCommand({ WorkloadId, WorkloadName: 'Renamed' }));
    const then = await client.send(new GetAnswerCommand({ ...answer, MilestoneNumber }));
    expect(then.Answer?.Notes).toBe('before');
    expect((await client.send(new GetAnswerCommand(answer))).Answer?.Notes).toBe('after');
    const { Milestone } = await client.send(new GetMilestoneCommand({ WorkloadId, MilestoneNumber }));
    expect(Milestone).toMatchObject({
      MilestoneName: 'First',
      Workload: { WorkloadName: 'Sample workload' },
    });
  });

  test('counts the risks of its time', async () => {
    const { client, WorkloadId, answer, save } = world();
    const counts = async (MilestoneNumber?: number) => {
      const review = new GetLensReviewCommand({
        WorkloadId,
        ...FRAMEWORK,
        ...(MilestoneNumber === undefined ? {} : { MilestoneNumber }),
      });
      return (await client.send(review)).LensReview?.RiskCounts;
    };
    const before = await counts();
    const { MilestoneNumber } = await save('First');
    await client.send(new UpdateAnswerCommand({ ...answer, IsApplicable: false, Reason: 'OTHER' }));
    expect(await counts(MilestoneNumber)).toEqual(before);
    expect(await counts()).not.toEqual(before);
  });

  test('is listed by number, a page at a time, and is not read by the token of another list', async () => {
    const { client, WorkloadId, save } = world();
    for (const name of ['One', 'Two', 'Six']) await save(name);
    const first = await client.send(new ListMilestonesCommand({ WorkloadId, MaxResults: 2 }));
    const rest = await client.send(new ListMilestonesCommand({ WorkloadId, NextToken: first.NextToken }));
    const all = [...(first.MilestoneSummaries ?? []), ...(rest.MilestoneSummaries ?? [])];
    expect(all.map(({ MilestoneNumber, MilestoneName }) => [MilestoneNumber, MilestoneName])).toEqual([
      [1, 'One'],
      [2, 'Two'],
      [3, 'Six'],
    ]);
    const answersAtOne = new ListAnswersCommand({
      WorkloadId,
      ...FRAMEWORK,
      MilestoneNumber: 1,
      MaxResults: 5,
    });
    const { NextToken } = await client.send(answersAtOne);
    const now = new ListAnswersCommand({ WorkloadId, ...FRAMEWORK, NextToken });
    await expect(client.send(now)).rejects.toThrow('not a token of this list');
  });

  test('is made once for a token', async () => {
    const { save } = world();
    const first = await save('First', 'same');
    expect(await save('First', 'same')).toMatchObject({ MilestoneNumber: first.MilestoneNumber });
    await expect(save('Other', 'same')).rejects.toMatchObject({ name: 'ConflictException' });
  });

  test.each(['FIRST one', 'first  ONE', 'firstone'])('%s has a name that is taken', async (name) => {
    const { save } = world();
    await save('First one');
    await expect(save(name)).rejects.toMatchObject({ name: 'ConflictException', ResourceType: 'MILESTONE' });
  });

  test('is the last at a hundred', async () => {
    const { save } = world();
    for (let nth = 1; nth <= 100; nth += 1) await save(`Number ${nth}`);
    await expect(save('One more')).rejects.toMatchObject({ name: 'ServiceQuotaExceededException' });
  });
});
