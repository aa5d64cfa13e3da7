/**
 * The Regions of the commercial partition that have the Well-Architected Tool (AWS General Reference,
 * "AWS Well-Architected Tool endpoints"). manifest.yml allows egress to exactly these: a test compares them.
 */
export const REGIONS = [
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
] as const;

export type Region = (typeof REGIONS)[number];
