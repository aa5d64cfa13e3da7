import { describe, expect, test } from '@jest/globals';
import { isWorkloadGone, readReview } from '../../../src/sync/read-review';
import { UpstreamError } from '../../../src/upstream-error';
import { question, smallReview, WORKLOAD_ARN } from '../../builders/review';
import { asReason } from '../../../src/reason';

const REVIEW = smallReview(question('q1', 'HIGH'));

const failure = (code: string) =>
  new UpstreamError(asReason(code), { service: 'aws', code, retryable: false });
const NOT_FOUND = failure('ResourceNotFoundException');
const DENIED = failure('AccessDeniedException');
const BUG = new TypeError('x is not a function');

/** What reading the review and reading the workload alone come to. */
async function read(review: unknown, workload: unknown): Promise<unknown> {
  const source = {
    review: () => (review instanceof Error ? Promise.reject(review) : Promise.resolve(REVIEW)),
    workload: () => (workload instanceof Error ? Promise.reject(workload) : Promise.resolve(REVIEW.workload)),
  };
  return readReview(source, WORKLOAD_ARN).catch((error: unknown) => error);
}

describe('a workload is gone', () => {
  test('if AWS knows neither its review nor itself', async () => {
    const error = await read(NOT_FOUND, NOT_FOUND);
    expect(isWorkloadGone(error)).toBe(true);
    expect(error).toMatchObject({
      message: expect.stringMatching(/Nothing was synced, and its work items stay\.$/),
      details: { retryable: false },
    });
  });

  test.each([
    ['a lens of it is not found', NOT_FOUND, undefined],
    ['it cannot be told, because the second question fails', NOT_FOUND, DENIED],
    ['reading it is denied', DENIED, NOT_FOUND],
    ['the app has a bug', BUG, NOT_FOUND],
  ])('but not if %s: that error is passed on', async (_words, review, workload) => {
    const error = await read(review, workload);
    expect(isWorkloadGone(error)).toBe(false);
    expect(error).toBe(review);
  });

  test('nor if it is read', async () => {
    expect(await read(undefined, NOT_FOUND)).toBe(REVIEW);
  });
});
