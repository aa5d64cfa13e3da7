/** Opens a source of reviews over recorded answers: the real SDK, no network, no waiting. */
import { UpstreamError } from '../../../src/upstream-error';
import { createEgress } from '../../../src/wellarchitected/client/egress';
import { createReviewSource } from '../../../src/wellarchitected/client/review-source';
import type { PageReads } from '../../../src/wellarchitected/page-reads';
import type { ReviewSource } from '../../../src/wellarchitected/source';
import { installRecordedAws, type RecordedAws, type Recording, type Sent } from './recorded-aws';
import { answerOf } from './recorded-review';

export interface Opened {
  readonly source: ReviewSource & PageReads;
  readonly aws: RecordedAws;
  /** Milliseconds of each pause that the source asked for. */
  readonly slept: readonly number[];
}

/** Installs the recording until `uninstall`. */
export function openSource(recording: Recording, maxAttempts = 2): Opened {
  const aws = installRecordedAws(recording);
  const slept: number[] = [];
  const source = createReviewSource({
    region: 'eu-west-1',
    credentialsFor: () => () =>
      Promise.resolve({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret', sessionToken: 'token' }),
    egress: createEgress(),
    maxAttempts,
    sleep: (milliseconds) => Promise.resolve(void slept.push(milliseconds)),
  });
  return { source, aws, slept };
}

/** The `UpstreamError` that a promise must end with. */
export async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UpstreamError) return error;
  throw new Error(`expected an UpstreamError, got ${String(error)}`);
}

/** Questions q1…qN, on as many pages as the client's page size makes of them. */
export function paged(count: number) {
  return ({ url }: Sent) => {
    const size = Number(url.searchParams.get('MaxResults'));
    const start = Number(url.searchParams.get('NextToken') ?? 0);
    const ids = Array.from({ length: count }, (_, index) => `q${index + 1}`).slice(start, start + size);
    const end = start + ids.length;
    return {
      json: {
        AnswerSummaries: ids.map((id) => answerOf(id)),
        ...(end < count && { NextToken: String(end) }),
      },
    };
  };
}
