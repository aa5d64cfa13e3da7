/** AWS's own Jira connector: where it is on, two would make issues of the same questions. */
import type { AwsAccess } from '../connection/aws-access';
import type { LinkedWorkload } from '../linked-workloads/model';
import { Refusal } from '../refusal';
import type { Objection } from '../sync/ports';
import { UpstreamError } from '../upstream-error';
import { parseWorkloadArn } from '../wellarchitected/arn';
import { connectorWrites } from '../wellarchitected/aws-connector';
import { because } from './reasons';

export const TWO_CONNECTORS: Objection = because('aws-connector');

export interface BesideConnectorPorts {
  readonly aws: Pick<AwsAccess, 'openReviews'>;
  readonly newId: () => string;
}

/** Throws Refusal where AWS's connector works on the workload, or where that cannot be found out. */
export async function refuseBesideConnector(
  { connectionId, workloadArn }: LinkedWorkload,
  site: string,
  { aws, newId }: BesideConnectorPorts,
): Promise<void> {
  const { region = '' } = parseWorkloadArn(workloadArn) ?? {};
  try {
    const source = await aws.openReviews(connectionId, region, { runId: `connector-${newId()}`, site });
    const [workload, account] = await Promise.all([source.workload(workloadArn), source.accountConnector()]);
    if (!connectorWrites(workload, account)) return;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    const reason = because('aws-connector-unknown', { because: error.reason });
    throw new Refusal('conflict', reason);
  }
  throw new Refusal('conflict', TWO_CONNECTORS);
}
