/** Credentials of the customer's role: kept in memory for one run, never stored. */
import type { Clock } from '../clock';
import type { AwsCredentials } from '../wellarchitected/client/review-source';
import { assumeRole, type AssumeRoleOptions } from './assume-role';

/** Milliseconds before the end at which credentials count as used up. */
const MARGIN = 60_000;

/**
 * A provider that asks STS when it has no credentials or they are near their end; callers at the same time
 * share one request. Throws `UpstreamError`; a failure is not remembered.
 */
export function temporaryCredentials(
  options: AssumeRoleOptions,
  clock: Clock,
): () => Promise<AwsCredentials> {
  let current: Promise<AwsCredentials> | undefined;
  let usableUntil = 0;

  async function renew(): Promise<AwsCredentials> {
    try {
      const credentials = await assumeRole(options);
      usableUntil = credentials.expiration.getTime() - MARGIN;
      return credentials;
    } catch (error) {
      current = undefined;
      throw error;
    }
  }

  return () => {
    if (current === undefined || clock.now() >= usableUntil) {
      usableUntil = Number.POSITIVE_INFINITY;
      current = renew();
    }
    return current;
  };
}
