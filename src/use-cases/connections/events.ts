/** Whether EventBridge of an AWS account may tell the app that a review changed. */
import { because as tell } from '../../audit/reasons';
import type { AuditPorts } from '../../audit/record';
import type { EventSecretStore } from '../../automatic/event-secret-store';
import type { ConnectionStore } from '../../connection/connection-store';
import { launchStack } from '../../connection/launch-stack';
import { partitionOf, type Region } from '../../connection/regions';
import { connectionOf } from '../../connection/rules';
import type { TemplatesFolders } from '../../connection/templates-folders';
import type { ConnectionView, EventSetup, LaunchStack } from '../../contract';
import { Refusal } from '../../refusal';
import type { Caller, ProjectCaller } from '../caller';
import { because } from '../reasons';
import { ownerOf, type ConnectionRef } from './owner';
import { recordConnection } from './record';
import { toConnectionView, type ConnectionViewPorts } from './view';

export interface EnableEventsPorts extends AuditPorts {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly eventSecrets: Pick<EventSecretStore, 'renew'>;
  /** Address of the web trigger that takes events. */
  readonly eventsUrl: () => Promise<string>;
  readonly templatesFolder: TemplatesFolders;
}

/** Answers the key this one time; the app keeps its hash alone. */
export async function enableEvents(
  { connectionId }: ConnectionRef,
  caller: Caller | ProjectCaller,
  ports: EnableEventsPorts,
): Promise<EventSetup> {
  const connection = await connectionOf(ownerOf(caller), connectionId, ports);
  const { roleArn, regions } = connection;
  if (roleArn === undefined) throw new Refusal('conflict', because('enter-role-first'));
  const WebTriggerUrl = `${await ports.eventsUrl()}/${connectionId}`;
  const WebTriggerKey = await ports.eventSecrets.renew(connectionId);
  await recordConnection(caller, connection, 'events-on', tell('event-key-made'), ports);
  const told = { RoleArn: roleArn, WebTriggerUrl };
  return {
    parameters: { ...told, WebTriggerKey },
    regions: [...regions],
    launch: regions.map((region) => launchEvents(region, told, ports)),
  };
}

/** Without the key: a secret has no place in an address, and the console would take none from it. */
function launchEvents(
  region: Region,
  parameters: Readonly<Record<string, string>>,
  { templatesFolder }: Pick<EnableEventsPorts, 'templatesFolder'>,
): LaunchStack {
  const stack = { template: 'events.yaml', region, stackName: 'jira-events', parameters } as const;
  return launchStack(stack, templatesFolder(partitionOf(region)));
}

export interface DisableEventsPorts extends ConnectionViewPorts, AuditPorts {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly eventSecrets: Pick<EventSecretStore, 'since' | 'delete'>;
}

/** Events that still come are refused; the stack lives on in AWS until somebody deletes it there. */
export async function disableEvents(
  { connectionId }: ConnectionRef,
  caller: Caller | ProjectCaller,
  ports: DisableEventsPorts,
): Promise<ConnectionView> {
  const connection = await connectionOf(ownerOf(caller), connectionId, ports);
  await ports.eventSecrets.delete(connectionId);
  await recordConnection(caller, connection, 'events-off', tell('event-key-deleted'), ports);
  return toConnectionView(connection, ports);
}
