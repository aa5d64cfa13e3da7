/** From a connection to the answers of one workload, to read and change them. */
import type { Answers } from '../wellarchitected/answers';
import type { WorkloadRef } from '../wellarchitected/arn';
import { createAnswers } from '../wellarchitected/client/answers';
import { createEgress } from '../wellarchitected/client/egress';
import type { SourceOptions } from './create-source';
import { requireRole } from './role-to-assume';
import { because } from './reasons';
import { refusal } from './refusal';
import type { AwsPorts } from './aws-ports';
import { temporaryCredentials } from './temporary-credentials';

/**
 * The answers of a workload, through a session that reaches this workload alone. Sends nothing by itself.
 * Throws `UpstreamError` (code `read-only`, `no-role`, `unknown-region`) for what the connection does not allow
 * or have.
 */
export function createConnectionAnswers(
  { connection, key, runId, site }: Omit<SourceOptions, 'region'>,
  workload: WorkloadRef,
  { clock, sleep, maxAttempts }: AwsPorts,
): Answers {
  if (connection.access === 'read-only') {
    throw refusal('read-only', because('may-only-read', { connection: connection.name }));
  }
  const { arn: workloadArn, region } = workload;
  const role = requireRole(connection, region);
  const sdk = { region, egress: createEgress(), ...(maxAttempts !== undefined && { maxAttempts }) };
  const purpose = { kind: 'write-answers', workloadArn } as const;
  const credentials = temporaryCredentials({ ...sdk, role, key, runId, site, purpose }, clock);
  return createAnswers({ ...sdk, workload, credentials, clock, sleep });
}
