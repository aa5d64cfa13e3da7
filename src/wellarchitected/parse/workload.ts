/** Workloads from AWS's answers. Pure. */
import type { WorkloadRef } from '../arn';
import type { Workload } from '../model';
import { fullCounts, type WireWorkload } from './wire';

export function parseWorkload(ref: WorkloadRef, wire: WireWorkload): Workload {
  return {
    arn: ref.arn,
    id: ref.id,
    name: wire.WorkloadName,
    region: ref.region,
    owner: wire.Owner ?? ref.account,
    environment: wire.Environment,
    awsRegions: wire.AwsRegions,
    nonAwsRegions: wire.NonAwsRegions,
    accountIds: wire.AccountIds,
    reviewOwner: wire.ReviewOwner,
    updatedAt: wire.UpdatedAt,
    riskCounts: wire.RiskCounts && fullCounts(wire.RiskCounts),
    awsConnector: wire.JiraConfiguration?.IssueManagementStatus,
  };
}
