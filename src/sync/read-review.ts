import { UpstreamError } from '../upstream-error';
import type { Review } from '../wellarchitected/model';
import type { ReviewSource } from '../wellarchitected/source';
import { because } from './reasons';

/** Code of the error that ends a sync whose workload is not there any more. */
const WORKLOAD_GONE = 'workload-gone';

/**
 * Whether a sync ended because AWS does not know the workload any more (deleted, or no longer shared with the
 * account): a reason to record on its link.
 */
export function isWorkloadGone(error: unknown): boolean {
  return error instanceof UpstreamError && error.details.code === WORKLOAD_GONE;
}

/**
 * The review, whole. AWS answers alike for a workload and for a lens of it that it does not know, so where
 * something is not found it is asked for the workload alone: only if that is missing too is the workload gone.
 */
export async function readReview(
  source: Pick<ReviewSource, 'review' | 'workload'>,
  workloadArn: string,
): Promise<Review> {
  try {
    return await source.review(workloadArn);
  } catch (error) {
    if (isNotFound(error) && (await isMissing(source, workloadArn))) throw gone(error);
    throw error;
  }
}

async function isMissing(source: Pick<ReviewSource, 'workload'>, workloadArn: string): Promise<boolean> {
  try {
    await source.workload(workloadArn);
    return false;
  } catch (error) {
    return isNotFound(error);
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof UpstreamError && error.details.code === 'ResourceNotFoundException';
}

function gone(cause: unknown): UpstreamError {
  return new UpstreamError(
    because('run-without-workload'),
    { service: 'aws', code: WORKLOAD_GONE, retryable: false },
    { cause },
  );
}
