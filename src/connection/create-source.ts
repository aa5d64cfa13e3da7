/** From a connection to a source of reviews: one egress for STS and the Well-Architected Tool. */
import { UpstreamError } from '../upstream-error';
import { createEgress } from '../wellarchitected/client/egress';
import type { Clock, Pacer, Sleep } from '../wellarchitected/client/pacer';
import { createReviewSource } from '../wellarchitected/client/review-source';
import type { ReviewSource } from '../wellarchitected/source';
import type { Connection, ConnectionSecret } from './model';
import { temporaryCredentials } from './temporary-credentials';

export interface Run {
  /** Names the run in the customer's CloudTrail. */
  readonly runId: string;
  /** Names the Jira site there: its cloud id or host. */
  readonly site: string;
  /** The one workload the run may read; without it the run can list workloads only. */
  readonly workloadArn?: string;
}

/** What a run shares with other runs of the process. */
export interface Surroundings {
  readonly pacer: Pacer;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** First try included. */
  readonly maxAttempts?: number;
}

/**
 * A source for one Region of the connection. Sends nothing by itself; its `calls()` count STS too.
 * Throws `UpstreamError` for a Region that the connection does not have.
 */
export function createSource(
  connection: Connection,
  secret: ConnectionSecret,
  region: string,
  run: Run,
  { pacer, clock, sleep, maxAttempts }: Surroundings,
): ReviewSource {
  if (!connection.regions.some((known) => known === region)) {
    const known = connection.regions.join(', ');
    throw new UpstreamError(`The connection "${connection.name}" covers ${known}, not ${region}.`, {
      service: 'aws',
      code: 'unknown-region',
      retryable: false,
    });
  }
  const sdk = { region, egress: createEgress(pacer), ...(maxAttempts !== undefined && { maxAttempts }) };
  const credentials = temporaryCredentials({ ...sdk, ...run, connection, secret, clock });
  return createReviewSource({ ...sdk, credentials, sleep });
}
