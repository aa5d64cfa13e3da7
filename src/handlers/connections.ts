/** AWS connections: of the site, for Jira admins, and of a project, for its admins. */
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { changeConnection, recordTest } from '../connection/changes';
import { accountConflict, accountOf, sameOwner, type Candidate, type Connection } from '../connection/model';
import { accessKeys, connections, surroundings } from '../connection/open-review-source';
import type { ConnectionChange, newConnectionSchema } from '../connection/parse-input';
import { placeOf } from '../connection/permissions';
import { testRegion } from '../connection/checks/test-region';
import type { ConnectionTest, ConnectionView } from '../contract';
import { Refusal } from './answer';
import { eventSecrets } from './automatic-stores';
import type { Caller, ProjectCaller } from './caller';
import { stateOf, toConnectionView } from './connection-view';
import { siteSettings } from './forge';
import { record } from './record';

type Owner = Connection['owner'];
type Ref = { readonly connectionId: string };

/** Which owner's connections a caller may change: another's is not even confirmed to exist. */
export const SITE: Owner = { kind: 'site' };

export function ownedBy({ project }: ProjectCaller): Owner {
  return { kind: 'project', projectId: project.id };
}

export async function listConnections(owner?: Owner): Promise<{ connections: ConnectionView[] }> {
  const all = await connections.list();
  const shown = all.filter((connection) => owner === undefined || sameOwner(connection.owner, owner));
  return { connections: await Promise.all(shown.map(toConnectionView)) };
}

/** Stores a connection. It serves nothing until its role is entered and tested, a site's until it is shared. */
export async function createConnection(
  owner: Owner,
  { name, roleArn, regions, access }: z.infer<typeof newConnectionSchema>,
  { accountId }: Caller,
): Promise<ConnectionView> {
  await refuseSwitchedOff(owner);
  const draft = {
    name,
    owner,
    ...(roleArn === undefined ? {} : { roleArn }),
    regions,
    access,
    auth: { kind: 'accessKey' },
    serves: [],
    createdBy: accountId,
  } as const;
  await refuseSecondOfAccount(draft);
  const connection = await connections.create(draft);
  await recordOf(accountId, connection, 'connection.created', describe(connection));
  return toConnectionView(connection);
}

export async function updateConnection(
  owner: Owner,
  { connectionId, change }: Ref & { readonly change: ConnectionChange },
  { accountId }: Caller,
): Promise<ConnectionView> {
  await refuseSwitchedOff(owner);
  const before = await connectionOf(owner, connectionId);
  if (change.roleArn !== undefined) await refuseSecondOfAccount({ ...before, roleArn: change.roleArn });
  // Read again, after all that takes time: what others changed meanwhile stays changed.
  const changed = changeConnection(await connectionOf(owner, connectionId), change);
  if (!changed.ok) throw new Refusal('invalid', changed.problem);
  await store(changed.connection);
  await recordOf(accountId, changed.connection, 'connection.changed', describe(changed.connection));
  return toConnectionView(changed.connection);
}

/** Tests one Region and stores what was found; a run uses the connection only while the role is closed to others. */
export async function testConnection(
  owner: Owner,
  { connectionId, region }: Ref & { readonly region: string },
  { accountId, site }: Caller,
): Promise<ConnectionTest> {
  await refuseSwitchedOff(owner);
  const tested = await connectionOf(owner, connectionId);
  const covered = tested.regions.find((known) => known === region);
  if (!covered) {
    throw new Refusal('invalid', `region: "${tested.name}" covers ${tested.regions.join(', ')}.`);
  }
  const key = await accessKeys.get(placeOf(tested).partition);
  if (!key)
    throw new Refusal('conflict', 'The app has no access key for this part of AWS. A Jira admin enters one.');
  const test = await testRegion(
    { connection: tested, key, region: covered, site, random: randomBytes },
    surroundings,
  );
  const now = await connectionOf(owner, connectionId);
  await store(recordTest(now, tested, test));
  const failed = test.checks.filter(({ result }) => result === 'failed').map(({ what }) => what);
  const verdict = failed.length === 0 ? 'nothing failed' : `failed: ${failed.join(', ')}`;
  await recordOf(accountId, now, 'connection.tested', `${covered}: ${verdict}.`);
  return { ...test, checks: [...test.checks] };
}

/**
 * A Jira admin answers for a role that others could enter through the app: in words, kept with their name. No
 * project admin can, also not for their own connection: its role may be one that a site connection reaches.
 */
export async function acceptRisk(
  { connectionId, words }: Ref & { readonly words: string },
  { accountId }: Caller,
): Promise<ConnectionView> {
  const { code } = await stateOf(await connectionOf(undefined, connectionId));
  if (code !== 'open-role') {
    throw new Refusal('conflict', 'There is no risk to accept: no test has found the role open to others.');
  }
  const acceptedRisk = { by: accountId, at: new Date().toISOString(), words };
  const after = { ...(await connectionOf(undefined, connectionId)), acceptedRisk };
  await store(after);
  await recordOf(accountId, after, 'connection.risk-accepted', words);
  return toConnectionView(after);
}

/** Links through it stop; their issues stay. The role lives on in AWS until somebody deletes it there. */
export async function deleteConnection(
  owner: Owner | undefined,
  { connectionId }: Ref,
  { accountId }: Caller,
): Promise<Record<string, never>> {
  const connection = await connectionOf(owner, connectionId);
  await connections.delete(connectionId);
  await eventSecrets.delete(connectionId);
  await recordOf(accountId, connection, 'connection.deleted', describe(connection));
  return {};
}

/** @param owner undefined: any owner's, for a Jira admin. */
export async function connectionOf(owner: Owner | undefined, id: string): Promise<Connection> {
  const connection = await connections.get(id);
  if (connection && (owner === undefined || sameOwner(connection.owner, owner))) return connection;
  throw new Refusal('not-found', `There is no such AWS connection here: ${id}.`);
}

/** Not where the connection was deleted meanwhile: a late save brings nothing back. */
export async function store(connection: Connection): Promise<void> {
  if (await connections.save(connection)) return;
  throw new Refusal('not-found', `The connection "${connection.name}" was deleted meanwhile.`);
}

export async function recordOf(
  accountId: string,
  { id, owner }: Connection,
  action: `connection.${'created' | 'changed' | 'serves' | 'tested' | 'risk-accepted' | 'events-on' | 'events-off' | 'deleted'}`,
  details: string,
): Promise<void> {
  const projectId = owner.kind === 'project' ? owner.projectId : undefined;
  await record(accountId, { action, subject: `connection ${id}`, projectId, details });
}

async function refuseSwitchedOff(owner: Owner): Promise<void> {
  if (owner.kind === 'site' || (await siteSettings.load()).projectConnections) return;
  throw new Refusal('conflict', 'A Jira admin has switched off connections of projects. Ask them for one.');
}

async function refuseSecondOfAccount(candidate: Candidate): Promise<void> {
  const other = accountConflict(await connections.list(), candidate);
  if (!other) return;
  throw new Refusal(
    'conflict',
    `roleArn: The connection "${other.name}" is of the same AWS account ${accountOf(other) ?? ''}. Change that one.`,
  );
}

function describe({ name, roleArn, regions, access }: Connection): string {
  return `"${name}", ${roleArn ?? 'no role yet'}, ${access}, ${regions.join(', ')}.`;
}
