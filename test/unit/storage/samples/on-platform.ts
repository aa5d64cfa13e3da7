/** Samples whose writers take the platform's own storage. */
import type { kvs as forgeKvs } from '@forge/kvs';
import { createAuditStore } from '../../../../src/audit/audit-store';
import { because } from '../../../../src/audit/reasons';
import { createSiteAddress } from '../../../../src/jira/site-address';
import type { GuardedStorage } from '../../../../src/storage/guarded';
import type { MemoryStorage } from '../memory-storage';

/** The entity part of @forge/kvs as far as `add` needs it. */
export async function auditEntry(
  { entities }: MemoryStorage,
  clock: { now(): number },
  random: (bytes: number) => Uint8Array,
  projectId: string | undefined,
): Promise<void> {
  const entity = () => ({
    set: (key: string, value: unknown) => Promise.resolve(void entities.set(key, JSON.stringify(value))),
  });
  const kvs = { entity } as unknown as Pick<typeof forgeKvs, 'entity'>;
  await createAuditStore({ kvs, clock, random }).add({
    actor: projectId === undefined ? { kind: 'app' } : { kind: 'person', accountId: 'an-account' },
    action: 'connection.created',
    target: because('target-connection', { connectionId: '00112233445566aa' }),
    change:
      projectId === undefined ? because('event-key-made') : because('serves-projects', { projects: [] }),
    ...(projectId === undefined ? {} : { projectId }),
  });
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
