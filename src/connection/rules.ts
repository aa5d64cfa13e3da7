/** Who may change which connection, and when: the same for every use case that changes one. */
import { atField } from '../problem';
import { Refusal } from '../refusal';
import type { SiteSettingsStore } from '../settings/site-settings';
import type { ConnectionStore } from './connection-store';
import { accountConflict, accountOf, sameOwner, type Candidate, type Connection } from './model';
import { because } from './reasons';

export type Owner = Connection['owner'];

export const SITE: Owner = { kind: 'site' };

/**
 * Another owner's connection is not even confirmed to exist. Throws Refusal.
 *
 * @param owner undefined: any owner's, for a Jira admin
 */
export async function connectionOf(
  owner: Owner | undefined,
  id: string,
  { connections }: { readonly connections: Pick<ConnectionStore, 'get'> },
): Promise<Connection> {
  const connection = await connections.get(id);
  if (connection && (owner === undefined || sameOwner(connection.owner, owner))) return connection;
  throw new Refusal('not-found', because('no-such-connection', { id }));
}

/** Not where the connection was deleted meanwhile, a Refusal then: a late save brings nothing back. */
export async function saveConnection(
  connection: Connection,
  { connections }: { readonly connections: Pick<ConnectionStore, 'save'> },
): Promise<void> {
  if (await connections.save(connection)) return;
  throw new Refusal('not-found', because('connection-deleted-meanwhile', { connection: connection.name }));
}

/** A site may leave AWS accounts to Jira admins alone. Throws Refusal. */
export async function refuseSwitchedOff(
  owner: Owner,
  { siteSettings }: { readonly siteSettings: Pick<SiteSettingsStore, 'load'> },
): Promise<void> {
  if (owner.kind === 'site' || (await siteSettings.load()).projectConnections) return;
  throw new Refusal('conflict', because('project-connections-off'));
}

/** See `accountConflict`. Throws Refusal. */
export async function refuseSecondOfAccount(
  candidate: Candidate,
  { connections }: { readonly connections: Pick<ConnectionStore, 'list'> },
): Promise<void> {
  const other = accountConflict(await connections.list(), candidate);
  if (!other) return;
  const found = { connection: other.name, account: accountOf(other) ?? '' };
  throw new Refusal('conflict', atField('roleArn', because('account-connected-already', found)));
}
