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
  throw noSuch(id);
}

/** A change of a connection: the very record that was replaced, and what stands in its place. */
export interface ChangedConnection {
  readonly before: Connection;
  readonly after: Connection;
}

/**
 * What `make` makes of the connection is stored in its place, and nothing that others change at the same moment is lost:
 * `make` is given the very record that it replaces, and may be called again. Throws Refusal where the connection is
 * another owner's, or was deleted meanwhile; what `make` and `check` throw passes, and nothing is stored.
 *
 * @param check as of `ConnectionStore.change`
 */
export async function changeOwn(
  owner: Owner | undefined,
  id: string,
  make: (now: Connection) => Connection,
  { connections }: { readonly connections: Pick<ConnectionStore, 'change'> },
  check?: Parameters<ConnectionStore['change']>[2],
): Promise<ChangedConnection> {
  let before: Connection | undefined;
  const after = await connections.change(
    id,
    (now) => {
      if (owner !== undefined && !sameOwner(now.owner, owner)) throw noSuch(id);
      before = now;
      return make(now);
    },
    check,
  );
  if (before && after) return { before, after };
  throw noSuch(id);
}

function noSuch(id: string): Refusal {
  return new Refusal('not-found', because('no-such-connection', { id }));
}

/** A site may leave AWS accounts to Jira admins alone. Throws Refusal. */
export async function refuseSwitchedOff(
  owner: Owner,
  { siteSettings }: { readonly siteSettings: Pick<SiteSettingsStore, 'load'> },
): Promise<void> {
  if (owner.kind === 'site' || (await siteSettings.load()).projectConnections) return;
  throw new Refusal('conflict', because('project-connections-off'));
}

/** As many as an owner may have. A project has AWS accounts of its own; a site connects those of its projects. */
const MOST: Readonly<Record<Owner['kind'], number>> = { site: 200, project: 20 };

/**
 * Whether an owner may have another connection beside those that it has. A project finishes one before it makes the
 * next: a connection without a role serves nothing. Throws Refusal.
 */
export function refuseTooMany(owner: Owner, others: readonly Connection[]): void {
  const most = MOST[owner.kind];
  if (others.length >= most) throw new Refusal('conflict', because('too-many-connections', { most }));
  const unfinished = others.find(({ roleArn }) => roleArn === undefined);
  if (owner.kind === 'site' || unfinished === undefined) return;
  throw new Refusal('conflict', because('connection-unfinished', { connection: unfinished.name }));
}

/** See `accountConflict`; `others`: of the same owner. Throws Refusal. */
export function refuseSecondOfAccount(candidate: Candidate, others: readonly Connection[]): void {
  const other = accountConflict(others, candidate);
  if (!other) return;
  const found = { connection: other.name, account: accountOf(other) ?? '' };
  throw new Refusal('conflict', atField('roleArn', because('account-connected-already', found)));
}
