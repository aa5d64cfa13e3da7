/** Writes the entries of a deed behind the newest of its chain. */
import type { kvs as forgeKvs } from '@forge/kvs';
import { ahead } from '../in-flight';
import { setOptionsOf } from '../storage/open-record';
import { RecordError } from '../storage/problems';
import { append, type ChainHead, type Json } from './chain';
import type { ChainHeads } from './chain-heads';
import { AUDIT_ENTITY, auditRecord, type Entry, type NewEntry, type StoredEntry } from './model';
import type { People } from './people';
import { createPositions, timeOf } from './positions';
import { chainOfDeed, toEntries } from './to-entries';
import { withoutAccounts } from './without-accounts';

export interface EntryWriterOptions {
  /** The entity part of @forge/kvs; a call that is repeated comes to the same. */
  readonly kvs: Pick<typeof forgeKvs, 'entity'>;
  readonly heads: Pick<ChainHeads, 'open' | 'append'>;
  readonly people: Pick<People, 'refOf'>;
  readonly clock: { now(): number };
  /** That many random bytes. */
  readonly random: (bytes: number) => Uint8Array;
}

/** Others may make the same chain longer at the same moment. */
const TRIES = 12;
/** Entries of one transaction: of 4 MB, and 25 operations. */
const AT_ONCE = 20;

/** The longest that Forge allows ("Maximum TTL: 1 year"); an expired entry may be seen for 48 hours more. */
const LIFE = setOptionsOf(auditRecord);

/** Others made the chain longer as often as it was tried. */
class ChainBusy extends Error {
  override readonly name = 'ChainBusy';
}

/** Writes a deed's entries behind their chain's newest. Throws what storage throws. */
export function createEntryWriter(options: EntryWriterOptions): (deed: NewEntry) => Promise<void> {
  const { kvs, heads, people, clock, random } = options;
  const nextPosition = createPositions(random);

  async function chained(
    chain: string,
    projectId: string | undefined,
    entries: readonly Json[],
    first: Promise<ChainHead>,
  ): Promise<void> {
    for (let tries = 1; tries <= TRIES; tries++) {
      const head = await (tries === 1 ? first : heads.open(chain, projectId));
      const now = Math.max(clock.now(), millisecondAfter(head.position));
      const placed = entries.map((entry) => ({ ...entry, position: nextPosition(now) }));
      const { head: after, entries: linked } = append(head, placed);
      if (await heads.append(head, after, linked as unknown as StoredEntry[])) return;
    }
    throw new ChainBusy();
  }

  /** Outside the chain, where that cannot be had: told all the same. */
  async function alone(entries: readonly Json[]): Promise<void> {
    for (const entry of entries) {
      const position = nextPosition(clock.now());
      await kvs
        .entity<StoredEntry>(AUDIT_ENTITY)
        .set(position, { ...entry, position } as unknown as StoredEntry, LIFE);
    }
  }

  return async function write(deed: NewEntry): Promise<void> {
    const at = new Date(clock.now()).toISOString();
    const chain = chainOfDeed(deed);
    let head = ahead(heads.open(chain, deed.projectId));
    const entries = await entriesOf(deed, at, people);
    for (let first = 0; first < entries.length; first += AT_ONCE) {
      const some = entries.slice(first, first + AT_ONCE);
      if (first > 0) head = heads.open(chain, deed.projectId);
      try {
        await chained(chain, deed.projectId, some, head);
      } catch (error) {
        if (!(error instanceof ChainBusy) && !(error instanceof RecordError)) throw error;
        await alone(some);
      }
    }
  };
}

async function entriesOf(deed: NewEntry, at: string, people: EntryWriterOptions['people']) {
  const { actor: who, lines = [] } = deed;
  const actor: Entry['actor'] =
    who.kind === 'app' ? who : { kind: 'person', ref: await people.refOf(who.accountId) };
  const [change = deed.change, ...told] = await withoutAccounts([deed.change, ...lines], people);
  return toEntries({ ...deed, change, lines: told }, actor, at);
}

/** So that entries of a chain stand in its order, whatever the clocks of two runtimes say. */
function millisecondAfter(position: string): number {
  return position === '' ? 0 : Date.parse(timeOf(position)) + 1;
}
