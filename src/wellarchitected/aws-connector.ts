/** Whether AWS's own connector for Jira makes issues of a workload too. Pure. */
import type { AccountConnector, Workload } from './model';

/**
 * A workload's own setting decides; INHERIT, or none, leaves it to the account (service model 2020-03-31, shapes
 * WorkloadJiraConfigurationOutput and AccountJiraConfigurationOutput). A workload that another account shares
 * inherits from that account, whose settings the app does not see (unverified, A10): `account` then says nothing.
 */
export function connectorWrites(
  { awsConnector = 'INHERIT' }: Pick<Workload, 'awsConnector'>,
  account: AccountConnector,
): boolean {
  return (awsConnector === 'INHERIT' ? account : awsConnector) === 'ENABLED';
}
