/** Reads one lens of a workload: its pillars, every answer, and the improvement plans where they are needed. */
import {
  GetLensReviewCommand,
  paginateListAnswers,
  paginateListLensReviewImprovements,
} from '@aws-sdk/client-wellarchitected';
import type { Reason } from '../../reason';
import { UpstreamError } from '../../upstream-error';
import { parseLensArn, type LensRef, type WorkloadRef } from '../arn';
import type { LensReview } from '../model';
import { parseLens } from '../parse/lens';
import {
  answerSummaries,
  improvementSummaries,
  lensReviewAnswer,
  type WireAnswer,
  type WireLensSummary,
  type WirePillar,
} from '../parse/wire';
import { because } from '../reasons';
import { callAllPages, callOnce, type Wire } from './calls';
import type { Sleep } from '../../clock';
import type { ReadingWire } from './sessions';

/** Page sizes are the API's maxima (service model, MaxResults). */
const ANSWERS_PAGE = 50;
const IMPROVEMENTS_PAGE = 100;

/** Milliseconds before each further try: answers of a workload made a moment ago may not be there yet. */
const NOT_YET_THERE = [1000, 2000, 4000];

export interface LensPlace {
  readonly workload: WorkloadRef;
  readonly summary: WireLensSummary;
}

export interface ReadLens {
  readonly kind: LensRef['kind'];
  readonly review: LensReview;
}

/** The lens whole, or an `UpstreamError`. */
export async function readLens(wire: ReadingWire, { workload, summary }: LensPlace): Promise<ReadLens> {
  const ref = lensRef(summary);
  const subject = lensSubject(summary.LensAlias, workload);
  const input = { WorkloadId: workload.id, LensAlias: summary.LensAlias };
  const { LensReview } = await callOnce(
    wire,
    { name: 'GetLensReview', subject, answer: lensReviewAnswer },
    () => wire.client.send(new GetLensReviewCommand(input)),
  );
  const answers = await whenThere(wire.sleep, () => readAnswers(wire, input, subject));
  const improvementPlans =
    ref.kind === 'aws' ? await readImprovementPlans(wire, input, subject) : new Map<string, string>();
  const pillars = LensReview.PillarReviewSummaries;
  refuseEmpty(answers, pillars, subject);
  return { kind: ref.kind, review: parseLens({ ref, summary, pillars, answers, improvementPlans }) };
}

/** What a call about a lens is for. */
export function lensSubject(alias: string, workload: WorkloadRef): Reason {
  return because('lens-of-workload', { lens: alias, workload: workload.arn });
}

/** The identity of an applied lens, or an `UpstreamError`. */
export function lensRef({ LensArn }: WireLensSummary): LensRef {
  const ref = parseLensArn(LensArn);
  if (ref !== undefined) return ref;
  throw unreadable(because('lens-arn-unknown', { arn: { quote: LensArn, by: 'aws' } }));
}

/** AWS counts questions by risk in each pillar: no answers at all then means a read that went wrong. */
function refuseEmpty(answers: readonly WireAnswer[], pillars: readonly WirePillar[], subject: Reason): void {
  const counted = pillars
    .flatMap(({ RiskCounts }) => Object.values(RiskCounts ?? {}))
    .some((count) => count > 0);
  if (answers.length === 0 && counted) throw unreadable(because('answers-missing', { subject }));
}

/** The SDK's paginators write tokens into the input that they are given, so each gets one of its own. */
interface LensInput {
  readonly WorkloadId: string;
  readonly LensAlias: string;
}

/** Every answer of a lens, all pages, each once; or an `UpstreamError`. */
export async function readAnswers(
  wire: Wire,
  input: LensInput,
  subject: Reason,
): Promise<readonly WireAnswer[]> {
  const pages = await callAllPages(
    wire,
    { name: 'ListAnswers', subject, answer: answerSummaries },
    paginateListAnswers({ client: wire.client, pageSize: ANSWERS_PAGE }, { ...input }),
  );
  const answers = pages.flatMap(({ AnswerSummaries }) => AnswerSummaries);
  const twice = repeated(answers.map(({ QuestionId }) => QuestionId));
  if (twice === undefined) return answers;
  throw unreadable(because('question-repeated', { subject, question: twice }));
}

/** The address of each question's improvement plan; AWS has one for answered questions only. */
async function readImprovementPlans(
  wire: Wire,
  input: LensInput,
  subject: Reason,
): Promise<ReadonlyMap<string, string>> {
  const pages = await callAllPages(
    wire,
    { name: 'ListLensReviewImprovements', subject, answer: improvementSummaries },
    paginateListLensReviewImprovements({ client: wire.client, pageSize: IMPROVEMENTS_PAGE }, { ...input }),
  );
  const plans = pages.flatMap(({ ImprovementSummaries }) => ImprovementSummaries);
  return new Map(plans.map(({ QuestionId, ImprovementPlanUrl = '' }) => [QuestionId, ImprovementPlanUrl]));
}

async function whenThere<T>(sleep: Sleep, read: () => Promise<T>): Promise<T> {
  for (const delay of NOT_YET_THERE) {
    try {
      return await read();
    } catch (error) {
      if (!isNotFound(error)) throw error;
      await sleep(delay);
    }
  }
  return read();
}

function isNotFound(error: unknown): boolean {
  return error instanceof UpstreamError && error.details.code === 'ResourceNotFoundException';
}

function repeated(ids: readonly string[]): string | undefined {
  return ids.find((id, index) => ids.indexOf(id) !== index);
}

function unreadable(reason: Reason): UpstreamError {
  return new UpstreamError(reason, { service: 'aws', code: 'unreadable', retryable: true });
}
