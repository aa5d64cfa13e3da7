/** Whether the app may work through a connection, as things stand now. */
import type { ConnectionState } from '../contract/connections';
import type { Reason } from '../reason';
import type { SiteSettingsStore } from '../settings/site-settings';
import { RecordError } from '../storage/problems';
import type { AccessKey } from './access-key';
import { isUnusableKey, type AccessKeyStore } from './access-key-store';
import type { Connection } from './model';
import { arnScopeOf } from './permissions';
import { connectionState } from './state';

export interface ConnectionStatePorts {
  readonly accessKeys: Pick<AccessKeyStore, 'get'>;
  readonly siteSettings: Pick<SiteSettingsStore, 'load'>;
}

export async function connectionStateNow(
  connection: Connection,
  ports: ConnectionStatePorts,
): Promise<ConnectionState> {
  return (await connectionNow(connection, ports)).state;
}

/** The state and the key that it depends on. A key or settings that cannot be read are a reason of the state. */
export async function connectionNow(
  connection: Connection,
  ports: ConnectionStatePorts,
): Promise<{ readonly state: ConnectionState; readonly key: AccessKey | undefined }> {
  const [key, switchedOn] = await Promise.all([
    unlessUnusable(accessKeyOf(connection, ports)),
    unlessUnusable(isSwitchedOn(connection, ports)),
  ]);
  const state = connectionState(connection, {
    keyPresent: key.value !== undefined,
    projectConnectionsOn: switchedOn.value === true,
  });
  const why = { 'no-key': key.why, 'switched-off': switchedOn.why } as Partial<Record<string, Reason>>;
  return { state: { ...state, reason: why[state.code] ?? state.reason }, key: key.value };
}

/** The key of the connection's part of AWS. */
export function accessKeyOf(
  connection: Connection,
  { accessKeys }: Pick<ConnectionStatePorts, 'accessKeys'>,
): Promise<AccessKey | undefined> {
  return accessKeys.get(arnScopeOf(connection).partition);
}

/** What the site decides of projects' connections concerns no other one. */
async function isSwitchedOn(
  { owner }: Connection,
  { siteSettings }: Pick<ConnectionStatePorts, 'siteSettings'>,
): Promise<boolean> {
  return owner.kind === 'site' || (await siteSettings.load()).projectConnections;
}

interface Usable<T> {
  readonly value?: T;
  /** Why there is none. */
  readonly why?: Reason;
}

async function unlessUnusable<T>(reading: Promise<T>): Promise<Usable<T>> {
  try {
    return { value: await reading };
  } catch (error) {
    if (error instanceof RecordError || isUnusableKey(error)) return { why: error.reason };
    throw error;
  }
}
