/** What a poll reads: when reviews changed, what AWS's own connector does, and all of it for many workloads. */
import {
  GetAnswerCommand,
  GetGlobalSettingsCommand,
  GetLensReviewCommand,
  GetWorkloadCommand,
  ListLensReviewsCommand,
  ListWorkloadsCommand,
  paginateListWorkloads,
  UpdateAnswerCommand,
  UpdateWorkloadCommand,
} from '@aws-sdk/client-wellarchitected';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { clientOf, type SandboxAws, sandboxAws } from '../../contract/aws/world';

const LENS = { LensAlias: 'wellarchitected' };
const PRIORITIES = { ...LENS, QuestionId: 'priorities' };
const [CUSTOMERS, INTERNAL, NONE] = [
  'ops_priorities_ext_cust_needs',
  'ops_priorities_int_cust_needs',
  'ops_priorities_no',
];

let world: SandboxAws;
beforeEach(() => {
  world = sandboxAws();
});

const update = (changes: object) =>
  world.client.send(new UpdateAnswerCommand({ WorkloadId: world.workloadId, ...PRIORITIES, ...changes }));

describe('UpdatedAt', () => {
  /** Of the four places that show it; milliseconds. */
  async function times(): Promise<readonly (number | undefined)[]> {
    const { client, workloadId: WorkloadId } = world;
    const summaries = (await client.send(new ListWorkloadsCommand({}))).WorkloadSummaries;
    const { Workload } = await client.send(new GetWorkloadCommand({ WorkloadId }));
    const reviews = (await client.send(new ListLensReviewsCommand({ WorkloadId }))).LensReviewSummaries;
    const { LensReview } = await client.send(new GetLensReviewCommand({ WorkloadId, ...LENS }));
    return [summaries?.[0], Workload, reviews?.[0], LensReview].map((each) => each?.UpdatedAt?.getTime());
  }

  it('of workload and lens review moves with every UpdateAnswer, by AWS’s clock', async () => {
    for (const changes of [{ Notes: 'n' }, { Notes: 'n' }, { SelectedChoices: [CUSTOMERS] }]) {
      world.clock.advance(1500);
      await update(changes);
      expect(await times()).toEqual(Array(4).fill(world.clock.now()));
    }
  });

  it('stays where nothing was changed', async () => {
    const before = await times();
    world.clock.advance(60_000);
    const wrong = { WorkloadId: world.workloadId, ...LENS, QuestionId: 'none', Notes: 'n' };
    await expect(world.client.send(new UpdateAnswerCommand(wrong))).rejects.toThrow();
    expect(await times()).toEqual(before);
  });

  it('of the workload alone moves with UpdateWorkload', async () => {
    const [, , review] = await times();
    world.clock.advance(1000);
    world.aws.admin.updateWorkload(world.workloadId, { ImprovementStatus: 'COMPLETE' });
    const now = world.clock.now();
    expect(await times()).toEqual([now, now, review, review]);
  });

  it('answers carry the Date of AWS’s clock', async () => {
    world.aws.admin.skewClock(-60_000);
    world.clock.advance(30_000);
    await world.client.send(new ListWorkloadsCommand({}));
    const date = world.handler.exchanges.at(-1)?.headers.date;
    expect(date).toBe(new Date(world.clock.now() - 60_000).toUTCString());
  });
});

describe('UpdateAnswer with notes and choices in one call', () => {
  it('changes what it names, and nothing else', async () => {
    const other = { Status: 'NOT_APPLICABLE', Reason: 'OTHER', Notes: 'kept' } as const;
    await update({ ChoiceUpdates: { [INTERNAL]: other } });
    const { Answer: before } = await update({ IsApplicable: true, Reason: 'NONE' });
    const { Answer } = await update({ Notes: 'new', ChoiceUpdates: { [CUSTOMERS]: { Status: 'SELECTED' } } });
    expect(Answer).toMatchObject({ Notes: 'new', SelectedChoices: [CUSTOMERS], Reason: before!.Reason });
    expect(Answer?.IsApplicable).toBe(before?.IsApplicable);
    const kept = (answers: typeof Answer) =>
      answers?.ChoiceAnswers?.filter(({ ChoiceId }) => ChoiceId !== CUSTOMERS && ChoiceId !== NONE);
    expect(kept(Answer)).toEqual(kept(before));
    expect(kept(Answer)).toContainEqual({ ChoiceId: INTERNAL, ...other });
  });

  it('"None of these", cleared in the same call, gives way', async () => {
    await update({ SelectedChoices: [NONE] });
    const { Answer } = await update({
      Notes: 'new',
      ChoiceUpdates: { [CUSTOMERS]: { Status: 'SELECTED' }, [NONE]: { Status: 'UNSELECTED' } },
    });
    expect(Answer).toMatchObject({ Notes: 'new', SelectedChoices: [CUSTOMERS] });
    const at = { WorkloadId: world.workloadId, ...PRIORITIES };
    const read = await world.client.send(new GetAnswerCommand(at));
    expect(read.Answer).toEqual(Answer);
  });
});

describe('AWS’s own Jira connector', () => {
  const settings = async (region?: string) =>
    (
      await clientOf(world.handler, region === undefined ? {} : { region }).send(
        new GetGlobalSettingsCommand({}),
      )
    ).JiraConfiguration;
  const NOT_CONFIGURED = { IntegrationStatus: 'NOT_CONFIGURED', IssueManagementStatus: 'DISABLED' };
  const ENABLED = {
    IntegrationStatus: 'CONFIGURED',
    IssueManagementStatus: 'ENABLED',
    IssueManagementType: 'AUTO',
    Subdomain: 'site.example.invalid',
    JiraProjectKey: 'WA',
  } as const;

  it('is off until it is set, for one account and Region', async () => {
    expect(await settings()).toEqual(NOT_CONFIGURED);
    world.aws.admin.setJiraConnector(ENABLED);
    expect(await settings()).toEqual(ENABLED);
    expect(await settings('eu-west-1')).toEqual(NOT_CONFIGURED);
    world.aws.admin.setJiraConnector(ENABLED, { region: 'eu-west-1' });
    expect(await settings('eu-west-1')).toEqual(ENABLED);
  });

  it('is set per workload, by the API and by hand', async () => {
    const { client, aws, workloadId: WorkloadId } = world;
    const read = async () =>
      (await client.send(new GetWorkloadCommand({ WorkloadId }))).Workload?.JiraConfiguration;
    expect(await read()).toBeUndefined();
    const JiraConfiguration = { IssueManagementStatus: 'INHERIT', IssueManagementType: 'MANUAL' } as const;
    await client.send(new UpdateWorkloadCommand({ WorkloadId, JiraConfiguration }));
    expect(await read()).toEqual(JiraConfiguration);
    aws.admin.updateWorkload(WorkloadId, { JiraConfiguration: { IssueManagementStatus: 'ENABLED' } });
    expect(await read()).toEqual({ IssueManagementStatus: 'ENABLED' });
  });

  it('knows no other words', () => {
    const { admin } = world.aws;
    expect(() => admin.setJiraConnector({ IssueManagementStatus: 'INHERIT' })).toThrow(
      'IssueManagementStatus',
    );
    const JiraConfiguration = { IssueManagementStatus: 'ON' };
    expect(() => admin.updateWorkload(world.workloadId, { JiraConfiguration })).toThrow('INHERIT');
  });
});

describe('a thousand workloads', () => {
  it('are made, and listed in 20 pages, in moments', async () => {
    const before = performance.now();
    world.aws.admin.addWorkloads({ count: 1000 });
    expect(performance.now() - before).toBeLessThan(2000);
    expect(world.aws.admin.addWorkloads({ count: 1000 })).toHaveLength(1000);
    const started = performance.now();
    const pages = [];
    for await (const page of paginateListWorkloads({ client: world.client, pageSize: 50 }, {}))
      pages.push(page);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(pages).toHaveLength(21);
    const all = pages.flatMap(({ WorkloadSummaries = [] }) => WorkloadSummaries);
    expect(new Set(all.map(({ WorkloadId }) => WorkloadId)).size).toBe(1001);
    expect(all.at(-1)).toMatchObject({ WorkloadName: 'Workload 1000', RiskCounts: { UNANSWERED: 57 } });
  });
});
