/** Guards in memory, and intents of one who is alone. */
import type { KeyValues } from '../../src/key-values';
import { createIntentStore, type IntentStore } from '../../src/links/intent-store';
import { createLeaseStore, type LeaseStore } from '../../src/runs/lease-store';
import type { Guard, Guarded, GuardedStorage, GuardedWrites, Replacement } from '../../src/storage/guarded';

/** As nobody waits in a test. */
export const NO_WAITS = { sleep: () => Promise.resolve(), jitter: () => 0 };

export class MemoryGuarded implements GuardedStorage {
  /** JSON by key. */
  readonly guards = new Map<string, string>();

  constructor(private readonly kvs: KeyValues) {}

  readonly intentsUnder = (lease: Guard): IntentStore => createIntentStore(this.kvs, this, lease);

  leasesBy(clock: { now(): number }): LeaseStore {
    return createLeaseStore({ guarded: this, clock });
  }

  get(key: string): Promise<unknown> {
    const text = this.guards.get(key);
    return Promise.resolve(text === undefined ? undefined : JSON.parse(text));
  }

  create(key: string, value: Guarded): Promise<boolean> {
    if (this.guards.has(key)) return Promise.resolve(false);
    this.guards.set(key, JSON.stringify(value));
    return Promise.resolve(true);
  }

  async replace(
    guard: Guard,
    value: Guarded,
    { sets = [], deletes = [] }: GuardedWrites = {},
    also: readonly Replacement[] = [],
  ): Promise<boolean> {
    const all = [{ guard, value }, ...also];
    if (!all.every((each) => this.isMet(each.guard))) return false;
    for (const each of all) this.guards.set(each.guard.key, JSON.stringify(each.value));
    // Begun at once, so that nobody reads between them.
    await Promise.all([
      ...sets.map(({ key, value: set, options }) => this.kvs.set(key, set, options)),
      ...deletes.map((key) => this.kvs.delete(key)),
    ]);
    return true;
  }

  async write(guard: Guard, writes: GuardedWrites): Promise<boolean> {
    if (!this.isMet(guard)) return false;
    await perform(this.kvs, writes);
    return true;
  }

  private isMet({ key, number }: Guard): boolean {
    const { number: stored } = JSON.parse(this.guards.get(key) ?? '{}') as Partial<Guard>;
    return stored === number;
  }
}

async function perform(
  kvs: Pick<KeyValues, 'set' | 'delete'>,
  { sets = [], deletes = [] }: GuardedWrites,
): Promise<void> {
  for (const { key, value, options } of sets) await kvs.set(key, value, options);
  for (const key of deletes) await kvs.delete(key);
}

/** Of an invocation that nobody takes the workload from. */
export function intentsOf(kvs: KeyValues, log?: Parameters<typeof createIntentStore>[3]): IntentStore {
  const write = (_: Guard, writes: GuardedWrites) => perform(kvs, writes).then(() => true);
  return createIntentStore(kvs, { write }, { key: 'lease', number: 1 }, log);
}
