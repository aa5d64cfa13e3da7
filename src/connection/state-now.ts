/** Whether the app may work through a connection, as things stand now. */
import type { SiteSettingsStore } from '../settings/site-settings';
import type { AccessKey } from './access-key';
import type { AccessKeyStore } from './access-key-store';
import type { Connection } from './model';
import { placeOf } from './permissions';
import { connectionState, type ConnectionStanding } from './state';

export interface ConnectionStatePorts {
  readonly accessKeys: Pick<AccessKeyStore, 'get'>;
  readonly siteSettings: Pick<SiteSettingsStore, 'load'>;
}

export async function connectionStateNow(
  connection: Connection,
  ports: ConnectionStatePorts,
): Promise<ConnectionStanding> {
  const [key, { projectConnections }] = await Promise.all([
    accessKeyOf(connection, ports),
    ports.siteSettings.load(),
  ]);
  return connectionState(connection, {
    keyPresent: key !== undefined,
    projectConnectionsOn: projectConnections,
  });
}

/** The key of the connection's part of AWS. */
export function accessKeyOf(
  connection: Connection,
  { accessKeys }: Pick<ConnectionStatePorts, 'accessKeys'>,
): Promise<AccessKey | undefined> {
  return accessKeys.get(placeOf(connection).partition);
}
