/** AWS's own Jira connector: where it is on, two would make issues of the same questions. */
import type { AwsAccess } from '../connection/aws-access';
import type { LinkedWorkload } from '../linked-workloads/model';
import { Refusal } from '../refusal';
import type { Objection } from '../sync/ports';
import { UpstreamError } from '../upstream-error';
import { parseWorkloadArn } from '../wellarchitected/arn';
import { connectorWrites } from '../wellarchitected/aws-connector';

export const TWO_CONNECTORS: Objection = {
  code: 'aws-connector',
  message:
    "AWS's own Jira connector is switched on for this workload: both would make issues and move them. Switch it off in the AWS Well-Architected Tool, or confirm that both may work (besideAwsConnector).",
};

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
    throw new Refusal(
      'conflict',
      `Whether AWS's own Jira connector works on this workload could not be found out: ${error.message} Mend that, or confirm that both may work (besideAwsConnector).`,
    );
  }
  throw new Refusal('conflict', TWO_CONNECTORS.message);
}
