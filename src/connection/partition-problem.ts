/** Whether a role and its Regions are of one partition. Pure. */
import type { Reason } from '../reason';
import { because } from './input-reasons';
import { partitionOf, type Region } from './regions';

export interface PartitionProblem {
  readonly field: 'regions' | 'roleArn';
  readonly reason: Reason;
}

/** One access key, one role and its Regions: all of one partition, or AWS does not know them. */
export function partitionProblem({
  roleArn,
  regions = [],
}: {
  readonly roleArn?: string;
  readonly regions?: readonly Region[];
}): PartitionProblem | undefined {
  const partitions = new Set(regions.map(partitionOf));
  if (partitions.size > 1) {
    return { field: 'regions', reason: because('regions-of-both-partitions') };
  }
  const [partition] = partitions;
  if (partition === undefined || roleArn === undefined) return undefined;
  if (roleArn.startsWith(`arn:${partition}:`)) return undefined;
  return { field: 'roleArn', reason: because('role-of-other-partition', { partition }) };
}
