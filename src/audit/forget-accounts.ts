/** Entries of versions before 3 hold account ids: they get the reference that entries hold now. */
import { Sort, WhereConditions, type kvs as forgeKvs } from '@forge/kvs';
import { decode, encode } from '../storage/decode';
import { AUDIT_ENTITY, auditRecord, BY_TIME, type StoredEntry } from './model';
import type { People } from './people';
import { timeOf } from './positions';

const PAGE = 100;
const DAY_MS = 86_400_000;

export interface ForgetAccountsOptions {
  readonly kvs: Pick<typeof forgeKvs, 'entity'>;
  readonly people: Pick<People, 'refOf'>;
  readonly clock: { now(): number };
}

/**
 * From the oldest entry to the first that is chained: those after it are of this version. A rewritten one lives as long
 * as it would have.
 */
export async function forgetAccounts({ kvs, people, clock }: ForgetAccountsOptions): Promise<void> {
  const entity = kvs.entity<StoredEntry>(AUDIT_ENTITY);
  for (let after: string | undefined; ;) {
    const index = entity.query().index(BY_TIME);
    const newer = after === undefined ? index : index.where(WhereConditions.greaterThan(after));
    const { results } = await newer.sort(Sort.ASC).limit(PAGE).getMany();
    for (const { key, value } of results) {
      const reading = decode(auditRecord, key, value);
      if (reading.kind !== 'value') continue;
      const { actor, chain } = reading.value;
      if (chain !== undefined) return;
      if (actor.kind !== 'person' || !('accountId' in actor)) continue;
      const entry = {
        ...reading.value,
        actor: { kind: 'person', ref: await people.refOf(actor.accountId) },
      } as const;
      const next = { ...(encode(auditRecord, undefined, entry) as StoredEntry), position: key };
      await entity.set(key, next, { ttl: { value: daysLeft(key, clock.now()), unit: 'DAYS' } });
    }
    after = results.at(-1)?.key;
    if (after === undefined) return;
  }
}

function daysLeft(key: string, now: number): number {
  const at = Date.parse(timeOf(key));
  return Math.max(1, Math.ceil((auditRecord.life ?? 365) - (now - at) / DAY_MS));
}
