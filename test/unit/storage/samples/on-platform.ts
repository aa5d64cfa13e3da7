/** Samples whose writers take the platform's own storage. */
import type { kvs as forgeKvs } from '@forge/kvs';
import { createAuditStore } from '../../../../src/audit/audit-store';
import type { ChainHeads } from '../../../../src/audit/chain-heads';
import { createPeople, type PeopleStorage } from '../../../../src/audit/people';
import { because } from '../../../../src/audit/reasons';
import { createSiteAddress } from '../../../../src/jira/site-address';
import type { GuardedStorage } from '../../../../src/storage/guarded';
import type { MemoryStorage } from '../memory-storage';

/** Heads of chains and entries, as the writer puts them into the entity store. */
export async function auditEntry(
  { entities }: MemoryStorage,
  clock: { now(): number },
  random: (bytes: number) => Uint8Array,
  projectId: string | undefined,
): Promise<void> {
  const heads: ChainHeads = {
    open: (chain, of) =>
      Promise.resolve({
        ...{ chain, ...(of === undefined ? {} : { projectId: of }) },
        ...{ number: 0, hash: '', position: '' },
      }),
    list: () => Promise.resolve([]),
    append: (_, after, entries) => {
      entities.set(after.chain, JSON.stringify(after));
      for (const entry of entries) entities.set(entry.position, JSON.stringify(entry));
      return Promise.resolve(true);
    },
  };
  const kvs = { entity: () => ({}) } as unknown as Pick<typeof forgeKvs, 'entity'>;
  const people = {
    refOf: () => Promise.resolve('00112233445566778899aabb'),
    accountsOf: () => Promise.resolve(new Map()),
  };
  await createAuditStore({ kvs, heads, people, clock, random }).add({
    actor: projectId === undefined ? { kind: 'app' } : { kind: 'person', accountId: 'an-account' },
    action: 'connection.created',
    target: because('target-connection', { connectionId: '00112233445566aa' }),
    change:
      projectId === undefined ? because('event-key-made') : because('serves-projects', { projects: [] }),
    ...(projectId === undefined
      ? {}
      : {
          projectId,
          lines: [because('value-changed', { name: 'scope', from: because('value-none'), to: '"all"' })],
        }),
  });
}

/** Two records under the same transaction. */
export async function person(
  { kvs }: MemoryStorage,
  clock: { now(): number },
  random: (bytes: number) => Uint8Array,
): Promise<void> {
  const transaction = {
    set: (key: string, value: unknown) => (kvs.values.set(key, JSON.stringify(value)), transaction),
    execute: () => Promise.resolve(),
  };
  const storage = { get: (key: string) => kvs.get(key), transact: () => transaction };
  await createPeople({ kvs: storage as unknown as PeopleStorage, clock, random }).refOf('an-account');
}

/** Entities of guards, which nobody has taken yet. */
export function guardsIn(entities: Map<string, string>): GuardedStorage {
  return {
    get: () => Promise.resolve(undefined),
    create: (key, value) => Promise.resolve(entities.set(key, JSON.stringify(value)).has(key)),
    replace: () => Promise.resolve(false),
    write: () => Promise.resolve(false),
  };
}

export async function siteUrl({ kvs }: MemoryStorage): Promise<void> {
  await createSiteAddress(kvs)({ siteUrl: () => Promise.resolve('https://your-site.atlassian.net') });
}
