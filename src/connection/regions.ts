/** Where AWS offers the Well-Architected Tool. Pure. */

/** The parts of AWS that the app reaches; an IAM user, a role and a workload live in one of them. */
export const PARTITIONS = ['aws', 'aws-us-gov'] as const;

export type Partition = (typeof PARTITIONS)[number];

/**
 * The Regions that have the Well-Architected Tool (AWS General Reference, "AWS Well-Architected Tool
 * endpoints"). aws-cn has none. manifest.yml allows egress to exactly these: a test compares them.
 */
const REGIONS_OF = {
  aws: [
    'us-east-1',
    'us-east-2',
    'us-west-1',
    'us-west-2',
    'ap-east-1',
    'ap-south-1',
    'ap-northeast-1',
    'ap-northeast-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ca-central-1',
    'eu-central-1',
    'eu-north-1',
    'eu-west-1',
    'eu-west-2',
    'eu-west-3',
    'me-south-1',
    'sa-east-1',
  ],
  'aws-us-gov': ['us-gov-east-1', 'us-gov-west-1'],
} as const satisfies Record<Partition, readonly string[]>;

export const REGIONS = [...REGIONS_OF.aws, ...REGIONS_OF['aws-us-gov']] as const;

export type Region = (typeof REGIONS)[number];

export function isRegion(text: string): text is Region {
  return REGIONS.some((region) => region === text);
}

export function partitionOf(region: Region): Partition {
  return REGIONS_OF.aws.some((known) => known === region) ? 'aws' : 'aws-us-gov';
}

/**
 * The one Region whose STS is asked in each partition. It always serves: no account can switch it off, whereas an
 * opt-in Region knows only keys of accounts that enabled it. Its session tokens are valid in every Region (IAM User
 * Guide, "Manage AWS STS in an AWS Region"). manifest.yml allows egress to no other STS.
 */
export const STS_REGION: Readonly<Record<Partition, Region>> = {
  aws: 'us-east-1',
  'aws-us-gov': 'us-gov-west-1',
};
