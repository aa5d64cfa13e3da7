/** Which of the needed actions the role allows, each tried on a real workload and none of them changing it. */
import {
  GetAnswerCommand,
  GetLensReviewCommand,
  GetWorkloadCommand,
  ListAnswersCommand,
  ListLensReviewImprovementsCommand,
  ListLensReviewsCommand,
  UpdateAnswerCommand,
  type WellArchitectedClient,
} from '@aws-sdk/client-wellarchitected';
import { z } from 'zod';
import type { Access } from '../../contract/connections';
import { WRITE_ACTIONS, type READ_ACTIONS } from '../../wellarchitected/actions';
import type { WorkloadRef } from '../../wellarchitected/arn';
import {
  answerOf,
  attempt,
  attemptCall,
  openClient,
  unknown,
  type TestSession,
  type Finding,
  type Outcome,
} from './test-session';
import { hex } from '../hex';
import { because } from '../reasons';
import { isDenied, verdict } from './action-verdict';

/** The actions on a workload, in the order in which they are tried. */
export function workloadActions(access: Access): readonly string[] {
  return access === 'read-only' ? READS : [...READS, ...WRITE_ACTIONS];
}

const READS = [
  'wellarchitected:GetWorkload',
  'wellarchitected:ListLensReviews',
  'wellarchitected:GetLensReview',
  'wellarchitected:ListAnswers',
  'wellarchitected:ListLensReviewImprovements',
] as const satisfies readonly (typeof READ_ACTIONS)[number][];

/** Tries every action on the first workload that the role lets the app read. */
export async function checkActions(
  session: TestSession,
  workloads: readonly WorkloadRef[],
): Promise<readonly Finding[]> {
  const { access } = session.connection;
  const purpose = {
    kind: 'test',
    workloadArns: workloads.map(({ arn }) => arn),
    write: access === 'read-write',
  } as const;
  const entered = await attempt(() => session.enter({ purpose }));
  if (entered.kind !== 'done') {
    return workloadActions(access).map((action) => unknown(action, entered.error.reason));
  }
  const client = openClient(session, entered.answer);
  const found = await findReadable(session, client, workloads);
  const reading = await checkReading(session, client, found.workload);
  const checks = [found.check, ...reading.checks];
  return access === 'read-only'
    ? checks
    : [...checks, ...(await checkWriting(session, client, found.workload, reading))];
}

/** A role may be limited to some workloads: not the first that there is has to be among them. */
async function findReadable(
  session: TestSession,
  client: WellArchitectedClient,
  workloads: readonly WorkloadRef[],
): Promise<{ readonly workload: WorkloadRef; readonly check: Finding }> {
  const action = 'wellarchitected:GetWorkload';
  const tried: { readonly workload: WorkloadRef; readonly check: Finding; readonly denied: boolean }[] = [];
  for (const workload of workloads) {
    const outcome = await attemptCall(
      session,
      { action, subject: because('tested-workload', { workload: workload.arn }) },
      (options) => client.send(new GetWorkloadCommand({ WorkloadId: workload.id }), options),
    );
    const check = verdict(session.connection, { action, workload, of: workloads.length }, outcome);
    if (outcome.kind !== 'refused') return { workload, check };
    tried.push({ workload, check, denied: isDenied(outcome) });
  }
  const best = tried.find(({ denied }) => !denied) ?? tried[0];
  if (best === undefined) throw new RangeError('there is no workload to try');
  return best;
}

interface Reading {
  readonly checks: readonly Finding[];
  readonly lens: string;
  /** Of the lens; `undefined` where none is known. */
  readonly question: string | undefined;
}

/** The Framework: where the workload has no lens, or does not show it, AWS still says whether it may be read. */
const DEFAULT_LENS = 'wellarchitected';

async function checkReading(
  session: TestSession,
  client: WellArchitectedClient,
  workload: WorkloadRef,
): Promise<Reading> {
  const WorkloadId = workload.id;
  const act = <T>(name: string, send: (options: { readonly abortSignal: AbortSignal }) => Promise<T>) =>
    tryAction(session, workload, name, send);
  const lenses = await act('ListLensReviews', (options) =>
    client.send(new ListLensReviewsCommand({ WorkloadId, MaxResults: 1 }), options),
  );
  const lens = firstLens(lenses.outcome) ?? DEFAULT_LENS;
  const input = { WorkloadId, LensAlias: lens };
  const review = await act('GetLensReview', (options) =>
    client.send(new GetLensReviewCommand(input), options),
  );
  const answers = await act('ListAnswers', (options) =>
    client.send(new ListAnswersCommand({ ...input, MaxResults: 1 }), options),
  );
  const plans = await act('ListLensReviewImprovements', (options) =>
    client.send(new ListLensReviewImprovementsCommand({ ...input, MaxResults: 1 }), options),
  );
  const checks = [lenses, review, answers, plans].map(({ check }) => check);
  return { checks, lens, question: firstQuestion(answers.outcome) };
}

/**
 * Proves the right to write without a write: the question does not exist, and the request would change nothing if
 * it did.
 */
async function checkWriting(
  session: TestSession,
  client: WellArchitectedClient,
  workload: WorkloadRef,
  { lens, question }: Reading,
): Promise<readonly Finding[]> {
  const nowhere = `app-permission-check-${hex(session.random(4))}`;
  const input = { WorkloadId: workload.id, LensAlias: lens };
  const read = await tryAction(session, workload, 'GetAnswer', (options) =>
    client.send(new GetAnswerCommand({ ...input, QuestionId: question ?? nowhere }), options),
  );
  const write = await tryAction(session, workload, 'UpdateAnswer', (options) =>
    client.send(new UpdateAnswerCommand({ ...input, QuestionId: nowhere }), options),
  );
  return [read.check, write.check];
}

async function tryAction<T>(
  session: TestSession,
  workload: WorkloadRef,
  name: string,
  send: (options: { readonly abortSignal: AbortSignal }) => Promise<T>,
): Promise<{ readonly outcome: Outcome<T>; readonly check: Finding }> {
  const action = `wellarchitected:${name}`;
  const outcome = await attemptCall(
    session,
    { action, subject: because('tested-workload', { workload: workload.arn }) },
    send,
  );
  return { outcome, check: verdict(session.connection, { action, workload }, outcome) };
}

const lensList = z.object({ LensReviewSummaries: z.array(z.object({ LensAlias: z.string().min(1) })) });
const answerList = z.object({ AnswerSummaries: z.array(z.object({ QuestionId: z.string().min(1) })) });

/** An answer that cannot be read names nothing; reading it is not what is tested. */
function firstLens(outcome: Outcome<unknown>): string | undefined {
  return lensList.safeParse(answerOf(outcome)).data?.LensReviewSummaries[0]?.LensAlias;
}

function firstQuestion(outcome: Outcome<unknown>): string | undefined {
  return answerList.safeParse(answerOf(outcome)).data?.AnswerSummaries[0]?.QuestionId;
}
