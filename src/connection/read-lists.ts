/** Reads the lists of connections, and the connections that they name. */
import { byPrefix, type QueriedStorage } from '../storage/by-prefix';
import { encode, type Reading } from '../storage/decode';
import { listingOf, type Listing } from '../storage/listing';
import type { OpenRecord, SetItem } from '../storage/open-record';
import { connectionIndexRecord } from './connection-lists';
import { openOwnerLists, type OwnerListsOptions } from './owner-lists';
import { connectionRecord, isConnectionId, sameOwner, type Connection } from './model';

type Owner = Connection['owner'];

export interface ListsOptions extends Omit<OwnerListsOptions, 'all' | 'found'> {
  readonly record: Pick<OpenRecord<Connection, string>, 'inspect'>;
  readonly index: Pick<OpenRecord<readonly string[], void>, 'read' | 'inspect' | 'valueOf'>;
  readonly kvs: QueriedStorage;
}

export interface Owned {
  readonly reading: Reading<readonly string[]>;
  readonly listing: Listing<Connection>;
  /** Of those that are there, also where they cannot be read. */
  readonly ids: readonly string[];
}

const PREFIX = connectionRecord.key('');

/** So many are shown at a time: a page of them is read within a second. */
const PAGE = 50;

export function openLists({ record, index, owned, kvs, changes }: ListsOptions) {
  const readingsOf = (names: readonly string[]) => Promise.all(names.map((id) => record.inspect(id)));

  async function ids(): Promise<readonly string[]> {
    const [listed = [], stored] = await Promise.all([index.read(), storedIds(kvs)]);
    return distinct([...listed, ...stored]);
  }

  async function all(): Promise<Listing<Connection>> {
    return byAge(listingOf(await readingsOf(await ids())));
  }

  /** The list of all as it is to be stored, made of what stands there, or of what a query finds where none does. */
  async function relisted(by: (listed: readonly string[]) => readonly string[]): Promise<SetItem> {
    const reading = await index.inspect();
    const listed = by(index.valueOf(reading) ?? (await ids()));
    return { key: reading.key, value: encode(connectionIndexRecord, reading, distinct(listed)) };
  }

  const found = async () => {
    const stored = await storedIds(kvs);
    return relisted((listed) => [...listed, ...stored]);
  };

  const { listOf } = openOwnerLists({ owned, changes, all, found });

  return {
    all,
    relisted,
    async page(from: number): Promise<Listing<Connection> & { readonly next?: number }> {
      const listed = distinct((await index.read()) ?? (await ids()));
      const next = from + PAGE;
      const listing = listingOf(await readingsOf(listed.slice(from, next)));
      return { ...listing, ...(next < listed.length ? { next } : {}) };
    },
    async ofOwner(owner: Owner): Promise<Owned> {
      const reading = await listOf(owner);
      const readings = await readingsOf(distinct(owned.valueOf(reading) ?? []));
      const own = readings.filter(
        (each) => each.kind === 'problem' || (each.kind === 'value' && sameOwner(each.value.owner, owner)),
      );
      return { reading, listing: byAge(listingOf(own)), ids: own.map(({ key }) => key.slice(PREFIX.length)) };
    },
  };
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter(isConnectionId);
}

async function storedIds(kvs: QueriedStorage): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { key } of byPrefix(kvs, PREFIX)) found.push(key.slice(PREFIX.length));
  return found;
}

function byAge({ records, problems }: Listing<Connection>): Listing<Connection> {
  const older = (one: Connection, other: Connection) =>
    compare(one.createdAt, other.createdAt) || compare(one.id, other.id);
  return { records: [...records].sort(older), problems };
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
