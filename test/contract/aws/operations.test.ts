import * as sdk from '@aws-sdk/client-wellarchitected';
import {
  AssociateLensesCommand,
  CreateMilestoneCommand,
  CreateWorkloadCommand,
  DeleteWorkloadCommand,
  DisassociateLensesCommand,
  GetAnswerCommand,
  GetGlobalSettingsCommand,
  GetLensReviewCommand,
  GetWorkloadCommand,
  paginateListAnswers,
  paginateListLenses,
  paginateListLensReviewImprovements,
  paginateListLensReviews,
  paginateListWorkloads,
  UpdateAnswerCommand,
  UpdateWorkloadCommand,
  type WellArchitectedClient,
} from '@aws-sdk/client-wellarchitected';
import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { addLensWorkloads, type Aws, type Lens, loadLensFiles } from '../../../sandbox/aws/index';
import type { Operation } from '../../../sandbox/aws/wellarchitected/operation';
import { OPERATIONS } from '../../../sandbox/aws/wellarchitected/operations/index';
import { networkHandler, type RecordingHandler } from './recording';
import { loadServiceModel, validateExchange } from './service-model';
import { sandboxAws } from './world';

const model = loadServiceModel();
const described = model ? describe : describe.skip;
const FRAMEWORK = { LensAlias: 'wellarchitected' };
const REFERENCE = process.env.REFERENCE_DATA ?? path.resolve(__dirname, '../../../../shared/data');
const CUSTOM_LENSES = path.join(REFERENCE, 'custom-lenses');

function expectValid(handler: RecordingHandler): void {
  expect(handler.exchanges).not.toEqual([]);
  expect(handler.exchanges.flatMap((exchange) => validateExchange(model!, exchange))).toEqual([]);
}

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(page);
  return all;
}

/** Reads all that a review has, as any client may: nothing here writes. */
async function readEverything(client: WellArchitectedClient) {
  const workloads = await collect(paginateListWorkloads({ client }, {}));
  const reviews = [];
  for (const { WorkloadId } of workloads.flatMap((page) => page.WorkloadSummaries ?? [])) {
    await client.send(new GetWorkloadCommand({ WorkloadId }));
    const lenses = await collect(paginateListLensReviews({ client }, { WorkloadId }));
    for (const { LensAlias } of lenses.flatMap((page) => page.LensReviewSummaries ?? [])) {
      const { LensReview } = await client.send(new GetLensReviewCommand({ WorkloadId, LensAlias }));
      const pages = await collect(paginateListAnswers({ client }, { WorkloadId, LensAlias }));
      await collect(paginateListLensReviewImprovements({ client }, { WorkloadId, LensAlias }));
      const answers = pages.flatMap((page) => page.AnswerSummaries ?? []);
      const of = { WorkloadId: WorkloadId!, LensAlias: LensAlias!, QuestionId: answers.at(0)!.QuestionId! };
      await client.send(new GetAnswerCommand(of));
      reviews.push({ of, review: LensReview!, pages: pages.length, answers });
    }
  }
  await collect(paginateListLenses({ client }, {}));
  return reviews;
}

type Change = Readonly<Record<string, unknown>>;

/** The example of every operation, and of those that take a milestone one that asks for it. */
const EXAMPLES = OPERATIONS.flatMap((operation): readonly (readonly [string, Operation, Change])[] => {
  const { name, query } = operation;
  const ofMilestone = [`${name}, of a milestone`, operation, { MilestoneNumber: 1 }] as const;
  return [[name, operation, {}], ...(query.includes('MilestoneNumber') ? [ofMilestone] : [])];
});

/** The SDK's command of that name. */
function command(name: string, input: object): GetWorkloadCommand {
  const commands = sdk as unknown as Readonly<Record<string, new (input: object) => GetWorkloadCommand>>;
  return new commands[`${name}Command`]!(input);
}

/** A stand-in of its own with the framework, and beside it a lens that can be taken off again; a milestone. */
async function sampleWorld() {
  const { aws, client, handler } = sandboxAws();
  const LensAlias = publishCustomLens(aws).alias;
  const { id: WorkloadId } = aws.admin.addWorkload({
    name: 'Two lenses',
    lenses: ['wellarchitected', LensAlias],
  });
  const first = { WorkloadId, MilestoneName: 'First', ClientRequestToken: 'first' };
  await client.send(new CreateMilestoneCommand(first));
  handler.exchanges.length = 0;
  return { client, handler, sample: { WorkloadId, LensAlias, QuestionId: 'priorities', MilestoneNumber: 1 } };
}

function publishCustomLens({ admin }: Aws) {
  const [framework] = admin.lenses();
  const ours = { ...framework, form: 'custom', name: 'Ours', officialAlias: undefined };
  return admin.publishLens(ours as unknown as Lens);
}

function realLenses(): readonly Lens[] {
  const files = readdirSync(CUSTOM_LENSES).filter((file) => file.endsWith('.json'));
  return loadLensFiles(files.map((file) => path.join(CUSTOM_LENSES, file)));
}

described('what the stand-in answers keeps the service model, and the AWS SDK parses it', () => {
  it('reads the default workload: 57 questions over two pages', async () => {
    const { client, handler } = sandboxAws();
    const [review, ...others] = await readEverything(client);
    expect(others).toEqual([]);
    expect(review).toMatchObject({ pages: 2, review: { LensName: 'AWS Well-Architected Framework' } });
    expect(review!.answers).toHaveLength(57);
    expectValid(handler);
  });

  (existsSync(CUSTOM_LENSES) ? it : it.skip)(
    'reads the six real custom lenses, answered at random',
    async () => {
      const { aws, client, handler } = sandboxAws();
      addLensWorkloads(aws, realLenses(), { seed: 7 });
      expect(await readEverything(client)).toHaveLength(7);
      expectValid(handler);
    },
  );

  it('writes what a reviewer writes', async () => {
    const { client, handler, workloadId: WorkloadId } = sandboxAws();
    const answer = { WorkloadId, ...FRAMEWORK, QuestionId: 'priorities' };
    await client.send(new UpdateAnswerCommand({ ...answer, SelectedChoices: ['ops_priorities_no'] }));
    await client.send(new UpdateAnswerCommand({ ...answer, Notes: 'x'.repeat(2084) }));
    const { Answer } = await client.send(
      new UpdateAnswerCommand({
        ...answer,
        ChoiceUpdates: {
          ops_priorities_ext_cust_needs: { Status: 'SELECTED' },
          ops_priorities_int_cust_needs: {
            Status: 'NOT_APPLICABLE',
            Reason: 'OTHER',
            Notes: 'y'.repeat(250),
          },
        },
      }),
    );
    expect(Answer).toMatchObject({ Risk: 'HIGH', SelectedChoices: ['ops_priorities_ext_cust_needs'] });
    expect(Answer?.Notes).toHaveLength(2084);
    const paused = { ...answer, IsApplicable: false, Reason: 'OUT_OF_SCOPE' } as const;
    expect((await client.send(new UpdateAnswerCommand(paused))).Answer?.Risk).toBe('NOT_APPLICABLE');
    expectValid(handler);
  });

  it('creates, changes and deletes a workload and its lenses', async () => {
    const { aws, client, handler } = sandboxAws();
    const custom = publishCustomLens(aws);
    const { WorkloadId } = await client.send(
      new CreateWorkloadCommand({
        WorkloadName: 'Another workload',
        Description: 'For a test',
        Environment: 'PREPRODUCTION',
        ReviewOwner: 'the team',
        NonAwsRegions: ['cellar'],
        Lenses: ['wellarchitected'],
        Tags: { team: 'platform' },
        JiraConfiguration: { IssueManagementStatus: 'ENABLED', JiraProjectKey: 'WA' },
      }),
    );
    const LensAliases = [custom.alias];
    await client.send(new AssociateLensesCommand({ WorkloadId, LensAliases }));
    const { Workload } = await client.send(
      new UpdateWorkloadCommand({ WorkloadId, ImprovementStatus: 'IN_PROGRESS' }),
    );
    expect(Workload).toMatchObject({
      Lenses: ['wellarchitected', custom.arn],
      ImprovementStatus: 'IN_PROGRESS',
    });
    await client.send(new DisassociateLensesCommand({ WorkloadId, LensAliases }));
    await client.send(new GetGlobalSettingsCommand({}));
    aws.admin.setJiraConnector({
      IntegrationStatus: 'CONFIGURED',
      IssueManagementStatus: 'ENABLED',
      IssueManagementType: 'AUTO',
      Subdomain: 'site.example.invalid',
      JiraProjectKey: 'WA',
      StatusMessage: 'm',
    });
    const { JiraConfiguration } = await client.send(new GetGlobalSettingsCommand({}));
    expect(JiraConfiguration).toMatchObject({ IssueManagementType: 'AUTO', JiraProjectKey: 'WA' });
    await client.send(new DeleteWorkloadCommand({ WorkloadId }));
    await expect(client.send(new GetWorkloadCommand({ WorkloadId }))).rejects.toThrow('No workload with ID');
    expectValid(handler);
  });

  it.each(EXAMPLES)('answers %s', async (_what, { name, example }, change) => {
    const { client, handler, sample } = await sampleWorld();
    const input = { ...(example(sample) as object), ...change };
    await client.send(command(name, input)).catch(() => undefined);
    expectValid(handler);
    expect(handler.exchanges.map(({ status }) => status)).toEqual([200]);
  });
});

/** With WA_CONTRACT_AWS=1 and AWS credentials and a Region in the environment; reads only. */
(model && process.env.WA_CONTRACT_AWS === '1' ? describe : describe.skip)(
  'a real AWS account (WA_CONTRACT_AWS=1)',
  () => {
    it('keeps the service model as the checks understand it', async () => {
      const { WellArchitectedClient: Client } = await import('@aws-sdk/client-wellarchitected');
      const handler = networkHandler();
      const client = new Client({ requestHandler: handler });
      const [first] = await readEverything(client);
      const reads = OPERATIONS.filter(({ name }) => /^(?:Get|List)/u.test(name) && name !== 'GetMilestone');
      for (const { name, example } of reads)
        await client.send(command(name, example({ ...first!.of, MilestoneNumber: 1 }) as object));
      expectValid(handler);
    });
  },
);
