/** A workload that is made for the check, and removed after it. */
import { randomUUID } from 'node:crypto';
import {
  AssociateLensesCommand,
  CreateWorkloadCommand,
  DeleteWorkloadCommand,
  GetAnswerCommand,
  ListAnswersCommand,
  ListWorkloadsCommand,
  ResourceNotFoundException,
  UpdateAnswerCommand,
  type UpdateAnswerCommandInput,
  WellArchitectedClient,
  WellArchitectedServiceException,
} from '@aws-sdk/client-wellarchitected';
import { type Scratch, type ScratchOptions, withScratch } from './scratch';

export const FRAMEWORK = 'wellarchitected';

/** With which the reader's own credentials are used: the SDK's default chain finds them. */
export interface AwsAccess {
  readonly region: string;
  /** Of a local site, whose credentials are known. */
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

export interface ScratchWorkload {
  readonly client: WellArchitectedClient;
  readonly region: string;
  readonly id: string;
  readonly name: string;
  /** A question of the framework lens, with the choices of best practices. */
  readonly question: string;
  readonly practices: readonly string[];
  /** The choice "None of these". */
  readonly none: string;
}

/** In milliseconds: a request that is not answered ends, so that a check does. */
const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true };

export function clientFor(access: AwsAccess): WellArchitectedClient {
  return new WellArchitectedClient({ ...access, requestHandler: TIMEOUTS });
}

/** @throws Error of the SDK, where the reader may not make workloads */
export async function withScratchWorkload<T>(
  client: WellArchitectedClient,
  region: string,
  options: ScratchOptions,
  use: (workload: ScratchWorkload) => Promise<T>,
): Promise<T> {
  const name = `Well-Architected Backlog live check ${randomUUID().slice(0, 8)}`;
  return withScratch(workloadOf(client, region, name), options, async (id) =>
    use({ client, region, id, name, ...(await firstQuestion(client, id)) }),
  );
}

/** Its name is the check's own, so that whatever begins with it was made by the check. */
function workloadOf(client: WellArchitectedClient, region: string, name: string): Scratch<string> {
  return {
    what: `the workload "${name}" in ${region}`,
    byHand: `in the Well-Architected Tool's console in ${region}, Workloads > ${name}, and others whose name begins so > Delete.`,
    make: () => createWorkload(client, { name, region, token: randomUUID() }),
    mayBeMade: (error) => !(error instanceof WellArchitectedServiceException && error.$fault === 'client'),
    find: async () => (await workloadsNamed(client, name)).find((each) => each.name === name)?.id,
    async remove(id) {
      const others = await workloadsNamed(client, name).catch(() => []);
      for (const each of new Set([id, ...others.map((other) => other.id)]))
        await deleteWorkload(client, each);
    },
  };
}

/** Those whose name begins so. @throws Error of the SDK */
async function workloadsNamed(client: WellArchitectedClient, prefix: string) {
  const { WorkloadSummaries = [] } = await client.send(
    new ListWorkloadsCommand({ WorkloadNamePrefix: prefix, MaxResults: 50 }),
  );
  return WorkloadSummaries.map(({ WorkloadId: id = '', WorkloadName: name }) => ({ id, name }));
}

/** Answers its id. @throws Error of the SDK */
export async function createWorkload(
  client: WellArchitectedClient,
  { name, region, token }: { readonly name: string; readonly region: string; readonly token: string },
): Promise<string> {
  const { WorkloadId = '' } = await client.send(
    new CreateWorkloadCommand({
      WorkloadName: name,
      Description: 'Made by a check, which deletes it.',
      Environment: 'PREPRODUCTION',
      ReviewOwner: 'live check',
      AwsRegions: [region],
      Lenses: [FRAMEWORK],
      ClientRequestToken: token,
    }),
  );
  return WorkloadId;
}

/** Answers as well where it is gone already. @throws Error of the SDK */
export async function deleteWorkload(client: WellArchitectedClient, id: string): Promise<void> {
  await client
    .send(new DeleteWorkloadCommand({ WorkloadId: id, ClientRequestToken: randomUUID() }))
    .catch((error: unknown) => {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    });
}

async function firstQuestion(client: WellArchitectedClient, WorkloadId: string) {
  const { AnswerSummaries = [] } = await client.send(
    new ListAnswersCommand({ WorkloadId, LensAlias: FRAMEWORK, MaxResults: 1 }),
  );
  const [question] = AnswerSummaries;
  const choices = (question?.Choices ?? []).map(({ ChoiceId = '' }) => ChoiceId);
  const none = choices.find((choice) => choice.endsWith('_no')) ?? '';
  return { question: question?.QuestionId ?? '', practices: choices.filter((id) => id !== none), none };
}

export type Change = Omit<UpdateAnswerCommandInput, 'WorkloadId' | 'LensAlias' | 'QuestionId'>;

export function answer({ client, id, question }: ScratchWorkload, change: Change) {
  return client.send(
    new UpdateAnswerCommand({ WorkloadId: id, LensAlias: FRAMEWORK, QuestionId: question, ...change }),
  );
}

export async function readAnswer({ client, id, question }: ScratchWorkload) {
  const { Answer = {} } = await client.send(
    new GetAnswerCommand({ WorkloadId: id, LensAlias: FRAMEWORK, QuestionId: question }),
  );
  return Answer;
}

export async function associate({ client, id }: ScratchWorkload, alias: string): Promise<void> {
  await client.send(new AssociateLensesCommand({ WorkloadId: id, LensAliases: [alias] }));
}
