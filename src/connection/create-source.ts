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
}

export interface SourceOptions extends Run {
  readonly connection: Connection;
  readonly secret: ConnectionSecret;
  readonly region: string;
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
 * A source for one Region of the connection. Sends nothing by itself; its `calls()` count STS too. Listing
 * workloads and reading each workload have sessions of their own, which can do nothing else.
 * Throws `UpstreamError` for a Region that the connection does not have.
 */
export function createSource(
  { connection, secret, region, runId, site }: SourceOptions,
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
  const open = (scope: { readonly workloadArn?: string }) =>
    createReviewSource({
      ...sdk,
      credentials: temporaryCredentials({ ...sdk, ...scope, connection, secret, runId, site, clock }),
      sleep,
    });
  const lister = open({});
  const readers = new Map<string, ReviewSource>();
  return {
    calls: () => sdk.egress.calls(),
    workloads: () => lister.workloads(),
    review(workloadArn) {
      const reader = readers.get(workloadArn) ?? open({ workloadArn });
      readers.set(workloadArn, reader);
      return reader.review(workloadArn);
    },
  };
}
