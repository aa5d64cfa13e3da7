/** Single answers of the Well-Architected Tool, over the AWS SDK. */
import {
  GetAnswerCommand,
  UpdateAnswerCommand,
  WellArchitectedClient,
  type UpdateAnswerCommandInput,
} from '@aws-sdk/client-wellarchitected';
import type { Answer, AnswerChange, AnswerRef, Answers } from '../answers';
import type { WorkloadRef } from '../arn';
import type { ChoiceUpdate } from '../model';
import { answerDetail } from '../parse/answer-detail';
import { because } from '../reasons';
import { tellingWhen } from './answered-at';
import { callOnce, type Wire } from './calls';
import { readWorkload } from './read-workload';
import type { AwsCredentials } from './review-source';
import { sdkOptions, type SdkOptions } from './sdk-options';

export interface AnswersOptions extends SdkOptions {
  readonly workload: WorkloadRef;
  /** Asked when credentials are missing or near their end; an `UpstreamError` that it throws is passed on. */
  readonly credentials: () => Promise<AwsCredentials>;
}

/** Promises what `Answers` says. Sends nothing by itself. */
export function createAnswers(options: AnswersOptions): Answers {
  const { region, credentials, egress, workload } = options;
  const client = new WellArchitectedClient({ ...sdkOptions('wellarchitected', options), credentials });
  const wire: Wire = { client, region };
  let lastWriteAt: number | undefined;
  const written = (at: number | undefined) => {
    lastWriteAt = at;
  };
  return {
    calls: () => egress.calls(),
    read: (ref) =>
      call(wire, workload, ref, 'GetAnswer', (input) => client.send(new GetAnswerCommand(input))),
    update: (ref, change) =>
      call(wire, workload, ref, 'UpdateAnswer', (input) =>
        client.send(tellingWhen(new UpdateAnswerCommand({ ...input, ...wireChange(change) }), written)),
      ),
    lastWriteAt: () => lastWriteAt,
    workload: () => readWorkload(wire, workload),
  };
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

function wireUpdates(updates: ReadonlyMap<string, ChoiceUpdate>) {
  return Object.fromEntries(
    [...updates].map(([choiceId, update]) => [
      choiceId,
      update.status === 'NOT_APPLICABLE'
        ? { Status: update.status, Reason: update.reason }
        : { Status: update.status },
    ]),
  );
}
