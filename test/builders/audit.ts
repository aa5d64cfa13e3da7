/** The audit log in memory: what is told, and who has a reference. */
import type { AuditStore } from '../../src/audit/audit-store';
import type { ChainHeads } from '../../src/audit/chain-heads';
import type { NewEntry } from '../../src/audit/model';
import type { People, Person } from '../../src/audit/people';

/** Lists what was told; nothing is chained, and so there is nothing to export. */
export function memoryAudit(entries: NewEntry[]): AuditStore {
  return {
    add: (entry) => Promise.resolve(void entries.push(entry)),
    list: ({ projectId }) => {
      const seen = entries.filter((entry) => projectId === undefined || entry.projectId === projectId);
      const told = seen.map((entry) => ({ ...entry, at: 'then', lines: [...(entry.lines ?? [])] }));
      return Promise.resolve({ entries: told.reverse() });
    },
    export: () => Promise.resolve({ entries: [], people: {} }),
    ofChain: () => Promise.resolve({ entries: [], isLast: true }),
    forgetAccounts: () => Promise.resolve(),
  };
}

/** Nothing is told yet. */
export const NO_CHAINS: ChainHeads = {
  open: (chain) => Promise.resolve({ chain, number: 0, hash: '', position: '' }),
  list: () => Promise.resolve([]),
  append: () => Promise.resolve(true),
};

/** As long as those that are made at random. */
export function refNumber(nth: number): string {
  return String(nth).padStart(24, '0');
}

export class MemoryPeople implements People {
  readonly people: Person[] = [];

  refOf(accountId: string): Promise<string> {
    const known = this.people.find((person) => person.accountId === accountId);
    if (known) return Promise.resolve(known.ref);
    const ref = refNumber(this.people.length + 1);
    this.people.push({ ref, accountId, at: '2026-06-01T00:00:00.000Z' });
    return Promise.resolve(ref);
  }

  accountsOf(refs: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const wanted = new Set(refs);
    const found = this.people.filter(({ ref }) => wanted.has(ref));
    return Promise.resolve(new Map(found.map(({ ref, accountId }) => [ref, accountId])));
  }

  async *all(): AsyncGenerator<Person> {
    yield* await Promise.resolve([...this.people]);
  }

  renew(): Promise<void> {
    return Promise.resolve();
  }

  erase(accountId: string): Promise<void> {
    const left = this.people.filter((person) => person.accountId !== accountId);
    this.people.splice(0, this.people.length, ...left);
    return Promise.resolve();
  }
}
