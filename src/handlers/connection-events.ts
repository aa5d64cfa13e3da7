/** Whether EventBridge of an AWS account may tell the app that a review changed. */
import { webTrigger } from '@forge/api';
import type { Connection } from '../connection/model';
import type { ConnectionView, EventSetup } from '../contract';
import { Refusal } from './answer';
import { eventSecrets } from './automatic-stores';
import type { Caller } from './caller';
import { toConnectionView } from './connection-view';
import { connectionOf, recordOf } from './connections';

type Ref = { readonly connectionId: string };

/** As manifest.yml names it. */
const TRIGGER = 'aws-events';

/** Answers the key this one time; the app keeps its hash alone. */
export async function enableEvents(
  owner: Connection['owner'],
  { connectionId }: Ref,
  { accountId }: Caller,
): Promise<EventSetup> {
  const connection = await connectionOf(owner, connectionId);
  const { roleArn, regions } = connection;
  if (roleArn === undefined) throw new Refusal('conflict', 'Enter the ARN of the role first.');
  const WebTriggerUrl = `${await webTrigger.getUrl(TRIGGER)}/${connectionId}`;
  const WebTriggerKey = await eventSecrets.renew(connectionId);
  await recordOf(accountId, connection, 'connection.events-on', 'A new key was made for aws/events.yaml.');
  return { parameters: { RoleArn: roleArn, WebTriggerUrl, WebTriggerKey }, regions: [...regions] };
}

/** Events that still come are refused; the stack lives on in AWS until somebody deletes it there. */
export async function disableEvents(
  owner: Connection['owner'],
  { connectionId }: Ref,
  { accountId }: Caller,
): Promise<ConnectionView> {
  const connection = await connectionOf(owner, connectionId);
  await eventSecrets.delete(connectionId);
  await recordOf(accountId, connection, 'connection.events-off', 'The key of its events was deleted.');
  return toConnectionView(connection);
}
