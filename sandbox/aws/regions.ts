/** Facts about Regions (AWS's endpoint list, "AWS Well-Architected Tool endpoints and quotas"). */

/** Where the Well-Architected Tool is; elsewhere its host name does not resolve. */
export const TOOL_REGIONS: ReadonlySet<string> = new Set([
  'ap-east-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
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
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'us-gov-east-1',
  'us-gov-west-1',
]);

/** Off until an account enables them (AWS General Reference, "AWS Regions"); of those that have the tool. */
export const OPT_IN_REGIONS: ReadonlySet<string> = new Set(['ap-east-1', 'me-south-1']);

/** `aws`, `aws-us-gov` or `aws-cn`. Nothing of one partition is known in another. */
export function partitionOf(region: string): string {
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('cn-') ? 'aws-cn' : 'aws';
}
