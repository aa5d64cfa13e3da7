import {
  GetAnswerCommand,
  GetLensReviewCommand,
  GetWorkloadCommand,
  ListAnswersCommand,
} from '@aws-sdk/client-wellarchitected';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  asVersion,
  frameworkLens,
  type Lens,
  renamePractice,
  renameQuestion,
  withdrawPractice,
  withdrawQuestion,
} from '../../../sandbox/aws/index';
import { clientOf, type SandboxAws, sandboxAws } from '../../contract/aws/world';

const REVIEW = { LensAlias: 'wellarchitected' };
const PRACTICE = 'ops_priorities_ext_cust_needs';

describe('administration', () => {
  let world: SandboxAws;
  let at: { WorkloadId: string; LensAlias: string };

  beforeEach(() => {
    world = sandboxAws();
    at = { WorkloadId: world.workloadId, ...REVIEW };
    world.aws.admin.setAnswer(world.workloadId, 'wellarchitected', 'priorities', {
      SelectedChoices: [PRACTICE],
      Notes: 'kept',
    });
  });

  const priorities = async () =>
    (await world.client.send(new GetAnswerCommand({ ...at, QuestionId: 'priorities' }))).Answer!;
  const review = async () => (await world.client.send(new GetLensReviewCommand(at))).LensReview!;
  const upgrade = (change: (lens: Lens) => Lens) =>
    world.aws.admin.upgradeLens('wellarchitected', (lens) => asVersion(change(lens), '2099-01-01'));

  it('a lens upgrade renames a question and a practice, and keeps the answers', async () => {
    upgrade((lens) =>
      renamePractice(renameQuestion(lens, 'priorities', 'Why?'), 'priorities', PRACTICE, 'Ask'),
    );
    expect(await priorities()).toMatchObject({
      QuestionTitle: 'Why?',
      SelectedChoices: [PRACTICE],
      Notes: 'kept',
    });
    expect((await priorities()).Choices?.[0]).toMatchObject({ ChoiceId: PRACTICE, Title: 'Ask' });
    expect(await review()).toMatchObject({ LensVersion: '2099-01-01', LensStatus: 'CURRENT' });
  });

  it('a lens upgrade withdraws a practice that was selected', async () => {
    upgrade((lens) => withdrawPractice(lens, 'priorities', PRACTICE));
    const answer = await priorities();
    expect(answer.SelectedChoices).toEqual([]);
    expect(answer.Choices?.map(({ ChoiceId }) => ChoiceId)).not.toContain(PRACTICE);
  });

  it('a lens upgrade withdraws a question', async () => {
    upgrade((lens) => withdrawQuestion(lens, 'priorities'));
    await expect(priorities()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const { AnswerSummaries } = await world.client.send(
      new ListAnswersCommand({ ...at, PillarId: 'operationalExcellence' }),
    );
    expect(AnswerSummaries).toHaveLength(10);
  });

  it('a newer version of the lens makes the review NOT_CURRENT until it is upgraded', async () => {
    world.aws.admin.publishLens(asVersion(frameworkLens(), '2099-01-01'));
    expect(await review()).toMatchObject({ LensVersion: '2024-06-27', LensStatus: 'NOT_CURRENT' });
  });

  it('an emptied review has nothing answered and no notes', async () => {
    world.aws.admin.emptyReview(world.workloadId);
    expect((await review()).RiskCounts).toEqual({ UNANSWERED: 57 });
    expect(await priorities()).not.toHaveProperty('Notes');
  });

  it('a lens taken away and added again starts unanswered', async () => {
    world.aws.admin.removeLens(world.workloadId, 'wellarchitected');
    await expect(review()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    world.aws.admin.addLens(world.workloadId, 'wellarchitected');
    expect((await review()).RiskCounts).toEqual({ UNANSWERED: 57 });
  });

  it('an answer moves UpdatedAt of the review and of the workload', async () => {
    world.clock.advance(60_000);
    world.aws.admin.setAnswer(world.workloadId, 'wellarchitected', 'priorities', { Notes: 'later' });
    const { Workload } = await world.client.send(new GetWorkloadCommand(at));
    expect((await review()).UpdatedAt?.getTime()).toBe(world.clock.now());
    expect(Workload?.UpdatedAt?.getTime()).toBe(world.clock.now());
  });

  it('a workload lives in one Region', async () => {
    const elsewhere = clientOf(world.handler, { region: 'eu-central-1' });
    await expect(elsewhere.send(new GetWorkloadCommand(at))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    const { id } = world.aws.admin.addWorkload({
      name: 'There',
      lenses: ['wellarchitected'],
      region: 'eu-central-1',
    });
    const { Workload } = await elsewhere.send(new GetWorkloadCommand({ WorkloadId: id }));
    expect(Workload?.WorkloadArn).toBe(`arn:aws:wellarchitected:eu-central-1:111122223333:workload/${id}`);
  });

  it('a failure on demand names its operation, its times, its code and its status', async () => {
    world.aws.admin.failNext({
      operation: 'GetLensReview',
      times: 2,
      code: 'InternalServerException',
      status: 500,
    });
    for (let call = 0; call < 2; call += 1) {
      await expect(review()).rejects.toMatchObject({
        name: 'InternalServerException',
        $metadata: { httpStatusCode: 500 },
      });
    }
    await expect(review()).resolves.toBeDefined();
  });
});

describe('a lens ARN with a version', () => {
  it('is answered on demand, and understood in requests', async () => {
    const world = sandboxAws({ versionedLensArns: true });
    const LensAlias = 'arn:aws:wellarchitected::aws:lens/wellarchitected:2024-06-27';
    const { LensReview } = await world.client.send(
      new GetLensReviewCommand({ WorkloadId: world.workloadId, LensAlias }),
    );
    expect(LensReview).toMatchObject({ LensArn: LensAlias, LensAlias: 'wellarchitected' });
  });
});

describe('size', () => {
  it('20 lenses of 10 pillars, 20 questions each, 15 choices each: a list of workloads within a second', async () => {
    const world = sandboxAws();
    const lenses = Array.from(
      { length: 20 },
      (_, number) => world.aws.admin.publishLens(largeLens(number)).alias,
    );
    const { id } = world.aws.admin.addWorkload({ name: 'Large', lenses });
    world.aws.admin.batch(() => {
      for (const LensAlias of lenses) {
        for (let question = 0; question < 200; question += 1) {
          world.aws.admin.setAnswer(id, LensAlias, `question_${question}`, {
            SelectedChoices: ['choice_1', 'choice_2'],
          });
        }
      }
    });
    const started = performance.now();
    const { Workload } = await world.client.send(new GetWorkloadCommand({ WorkloadId: id }));
    expect(performance.now() - started).toBeLessThan(1000);
    expect(Workload?.RiskCounts).toEqual({ HIGH: 4000 });
  });
});

function largeLens(number: number): Lens {
  const choices = Array.from({ length: 15 }, (_, choice) => ({ id: `choice_${choice}`, title: 'Choice' }));
  const condition = choices.map(({ id }) => id).join(' && ');
  const riskRules = [
    { condition, risk: 'NO_RISK' as const },
    { condition: 'default', risk: 'HIGH_RISK' as const },
  ];
  const question = (id: number) => ({ id: `question_${id}`, title: 'Question', choices, riskRules });
  const pillars = Array.from({ length: 10 }, (_, pillar) => ({
    id: `pillar_${pillar}`,
    name: 'Pillar',
    questions: Array.from({ length: 20 }, (_each, index) => question(pillar * 20 + index)),
  }));
  return { form: 'custom', name: `Large ${number}`, version: '1.0', pillars };
}
