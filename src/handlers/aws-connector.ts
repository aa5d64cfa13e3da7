/** AWS's own Jira connector: where it is on, two would make issues of the same questions. */
import { randomUUID } from 'node:crypto';
import { openReviewSource } from '../connection/open-review-source';
import type { LinkedWorkload } from '../linked-workloads/model';
import { UpstreamError } from '../upstream-error';
import { parseWorkloadArn } from '../wellarchitected/arn';
import { connectorWrites } from '../wellarchitected/aws-connector';
import { Refusal } from './answer';

export const CONNECTOR_WORDS =
  "AWS's own Jira connector is switched on for this workload: both would make issues and move them. Switch it off in the AWS Well-Architected Tool, or confirm that both may work (besideAwsConnector).";

/** Throws Refusal where AWS's connector works on the workload, or where that cannot be found out. */
export async function refuseBesideConnector(
  { connectionId, workloadArn }: LinkedWorkload,
  site: string,
): Promise<void> {
  const { region = '' } = parseWorkloadArn(workloadArn) ?? {};
  try {
    const source = await openReviewSource(connectionId, region, { runId: `connector-${randomUUID()}`, site });
    const [workload, account] = await Promise.all([source.workload(workloadArn), source.accountConnector()]);
    if (!connectorWrites(workload, account)) return;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    throw new Refusal(
      'conflict',
      `Whether AWS's own Jira connector works on this workload could not be found out: ${error.message} Mend that, or confirm that both may work (besideAwsConnector).`,
    );
  }
  throw new Refusal('conflict', CONNECTOR_WORDS);
}
