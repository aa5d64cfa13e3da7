/** Whether a role and its Regions are of one partition. Pure. */
import { partitionOf, type Partition, type Region } from './regions';

const WORDS: Readonly<Record<Partition, string>> = {
  aws: 'the commercial Regions (arn:aws)',
  'aws-us-gov': 'GovCloud (arn:aws-us-gov)',
};

export interface PartitionProblem {
  readonly field: 'regions' | 'roleArn';
  readonly message: string;
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
    return {
      field: 'regions',
      message: `Choose Regions of ${WORDS.aws} or of ${WORDS['aws-us-gov']}, not of both: they are separate AWS accounts.`,
    };
  }
  const [partition] = partitions;
  if (partition === undefined || roleArn === undefined) return undefined;
  if (roleArn.startsWith(`arn:${partition}:`)) return undefined;
  return {
    field: 'roleArn',
    message: `The chosen Regions are of ${WORDS[partition]}, the role is not. Choose the role's Regions or enter another role.`,
  };
}
