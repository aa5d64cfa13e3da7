/** Single answers of the Well-Architected Tool, over the AWS SDK. */
import {
  GetAnswerCommand,
  UpdateAnswerCommand,
  WellArchitectedClient,
  type UpdateAnswerCommandInput,
} from '@aws-sdk/client-wellarchitected';
import { UpstreamError } from '../../upstream-error';
import type { Answer, AnswerChange, AnswerRef, Answers } from '../answers';
import type { WorkloadRef } from '../arn';
import type { ChoiceUpdate } from '../model';
import { answerDetail } from '../parse/answer-detail';
import { because } from '../reasons';
import { tellingWhen } from './answered-at';
import { callOnce, type Wire } from './calls';
import type { Clock, Sleep } from '../../clock';
import { readWorkload } from './read-workload';
import type { AwsCredentials } from './review-source';
import { sdkOptions, type SdkOptions } from './sdk-options';
import { createWritePace } from './write-pace';

export interface AnswersOptions extends SdkOptions {
  readonly workload: WorkloadRef;
  /** Asked when credentials are missing or near their end; an `UpstreamError` that it throws is passed on. */
  readonly credentials: () => Promise<AwsCredentials>;
  readonly clock: Clock;
  readonly sleep: Sleep;
}

/** One attempt, and none that the SDK puts off because an earlier request was throttled. */
const ONCE = { maxAttempts: 1, retryMode: 'standard' } as const;

/** Promises what `Answers` says. Sends nothing by itself. */
export function createAnswers(options: AnswersOptions): Answers {
  const { region, credentials, egress, workload, clock, sleep } = options;
  const reader = new WellArchitectedClient({ ...sdkOptions('wellarchitected', options), credentials });
  let held: AwsCredentials | undefined;
  const writer = new WellArchitectedClient({
    ...sdkOptions('wellarchitected', { ...options, ...ONCE }),
    credentials: async () => held ?? (await credentials()),
  });
  const wire: Wire = { client: reader, region };
  const pace = createWritePace(clock, sleep);
  let lastWriteAt: number | undefined;
  const written = (at: number | undefined) => {
    lastWriteAt = at;
  };
  const send = (ref: AnswerRef, change: AnswerChange) =>
    call(wire, workload, ref, 'UpdateAnswer', (input) =>
      writer.send(tellingWhen(new UpdateAnswerCommand({ ...input, ...wireChange(change) }), written)),
    );
  return {
    calls: () => egress.calls(),
    read: (ref) =>
      call(wire, workload, ref, 'GetAnswer', (input) => reader.send(new GetAnswerCommand(input))),
    async ready() {
      await pace.backOff();
      held = await credentials();
    },
    async update(ref, change) {
      try {
        const after = await send(ref, change);
        pace.heard(undefined);
        return after;
      } catch (error) {
        pace.heard(error);
        throw unlessRead(error);
      }
    },
    lastWriteAt: () => lastWriteAt,
    workload: () => readWorkload(wire, workload),
  };
}

/** An answer that cannot be understood leaves open what was written, as one that was lost does. */
function unlessRead(error: unknown): unknown {
  if (!(error instanceof UpstreamError) || error.details.code !== 'unreadable') return error;
  return new UpstreamError(error.reason, { ...error.details, retryable: true }, { cause: error });
}

async function call(
  wire: Wire,
  workload: WorkloadRef,
  { lensAlias, questionId }: AnswerRef,
  name: 'GetAnswer' | 'UpdateAnswer',
  send: (input: { WorkloadId: string; LensAlias: string; QuestionId: string }) => Promise<unknown>,
): Promise<Answer> {
  const subject = because('question-of-workload', { question: questionId, workload: workload.arn });
  const input = { WorkloadId: workload.id, LensAlias: lensAlias, QuestionId: questionId };
  const answer = await callOnce(wire, { name, subject, answer: answerDetail }, () => send(input));
  return answer.Answer;
}

/** Choices go as ChoiceUpdates, never as SelectedChoices, which would replace all of them. */
function wireChange({
  notes,
  choices,
}: AnswerChange): Pick<UpdateAnswerCommandInput, 'Notes' | 'ChoiceUpdates'> {
  return {
    ...(notes === undefined ? {} : { Notes: notes }),
    ...(choices === undefined ? {} : { ChoiceUpdates: wireUpdates(choices) }),
  };
}

/** Built as own members whatever the ids are called: a lens names its choices freely, `__proto__` too. */
function wireUpdates(updates: ReadonlyMap<string, ChoiceUpdate>) {
  return Object.fromEntries(
    [...updates].map(([choiceId, update]) => [
      choiceId,
      {
        Status: update.status,
        ...(update.status === 'NOT_APPLICABLE' ? { Reason: update.reason } : {}),
        ...(update.notes === undefined ? {} : { Notes: update.notes }),
      },
    ]),
  );
}
