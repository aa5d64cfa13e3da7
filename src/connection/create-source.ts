/** From a connection to a source of reviews: one egress for STS and the Well-Architected Tool. */
import { createEgress } from '../wellarchitected/client/egress';
import { createReviewSource } from '../wellarchitected/client/review-source';
import type { Milestones } from '../wellarchitected/milestones';
import type { PageReads } from '../wellarchitected/page-reads';
import type { ReviewSource } from '../wellarchitected/source';
import type { AccessKey } from './access-key';
import { requireRole } from './role-to-assume';
import type { Connection } from './model';
import type { AwsPorts } from './aws-ports';
import { temporaryCredentials } from './temporary-credentials';

export interface Run {
  /** Names the run in the customer's CloudTrail. */
  readonly runId: string;
  /** Names the Jira site there: its cloud id or host. */
  readonly site: string;
}

export interface SourceOptions extends Run {
  readonly connection: Connection;
  readonly key: AccessKey;
  readonly region: string;
}

/**
 * A source for one Region of the connection. Sends nothing by itself; its `calls()` count STS too. What is
 * of the account and each workload have sessions of their own, which can read nothing else.
 * Throws `UpstreamError` (code `no-role`, `unknown-region`) for what the connection does not have.
 */
export function createSource(
  { connection, key, region, runId, site }: SourceOptions,
  { clock, sleep, maxAttempts }: AwsPorts,
): ReviewSource & PageReads & Milestones {
  const role = requireRole(connection, region);
  const sdk = { region, egress: createEgress(), ...(maxAttempts !== undefined && { maxAttempts }) };
  return createReviewSource({
    ...sdk,
    credentialsFor: (purpose) => temporaryCredentials({ ...sdk, role, key, runId, site, purpose }, clock),
    sleep,
  });
}
