/** The stack of `aws/events.yaml` with what a local site needs beside the connection's own values. */
import { ACCOUNT, REGION } from './account';
import type { StackDeployment } from './iam/administration';
import { partitionOf } from './regions';
import { eventsTemplate } from './templates';

export interface EventsDeployment {
  /** A local `http://127.0.0.1:PORT/…` is deployed as https, which the template asks for: it is the same place. */
  readonly webTriggerUrl: string;
  /** The connection's secret, 32 characters or more. */
  readonly key: string;
  /** Default: the role that `aws/role.yaml` makes in the account. */
  readonly roleArn?: string;
  /** Default 111122223333. */
  readonly account?: string;
  /** Default us-east-1. */
  readonly region?: string;
  /** Default `jira-events`: another name for another connection. */
  readonly stackName?: string;
}

export function eventsStack(deployment: EventsDeployment): StackDeployment {
  const { webTriggerUrl, key, account = ACCOUNT, region = REGION, stackName = 'jira-events' } = deployment;
  const roleArn = `arn:${partitionOf(region)}:iam::${account}:role/WellArchitectedBacklog`;
  return {
    template: eventsTemplate(),
    parameters: {
      RoleArn: deployment.roleArn ?? roleArn,
      WebTriggerUrl: webTriggerUrl.replace(/^http:\/\/127\.0\.0\.1(?=[:/])/u, 'https://127.0.0.1'),
      WebTriggerKey: key,
    },
    account,
    region,
    stackName,
  };
}
