/** The lists of connections by owner, which earlier versions did not keep. */
import { encode, type Reading } from '../storage/decode';
import type { OrderedChanges } from '../storage/in-order';
import type { Listing } from '../storage/listing';
import type { OpenRecord, SetItem } from '../storage/open-record';
import {
  connectionIndexRecord,
  EVERY_OWNER,
  ownedConnectionsRecord,
  type ListOwner,
} from './connection-lists';
import { sameOwner, type Connection } from './model';

export interface OwnerListsOptions {
  readonly owned: Pick<OpenRecord<readonly string[], ListOwner>, 'inspect' | 'valueOf'>;
  readonly changes: OrderedChanges;
  /** Every connection there is. */
  readonly all: () => Promise<Listing<Connection>>;
  /** The list of all, as it is to be stored with the ids of whatever a query finds. */
  readonly found: () => Promise<SetItem>;
}

/** Of the changes of the list of all. */
export const INDEX_GUARD = connectionIndexRecord.key(undefined);

export function openOwnerLists({ owned, changes, all, found }: OwnerListsOptions) {
  /**
   * An earlier version kept no such lists: then they are made, once for all owners. It could be stopped between a record
   * and its place in the list of all, which is put right with them.
   */
  async function listOf(owner: Connection['owner']): Promise<Reading<readonly string[]>> {
    const reading = await owned.inspect(owner);
    if (reading.kind === 'value') return reading;
    if ((await owned.inspect(EVERY_OWNER)).kind === 'value' && reading.kind === 'absent') return reading;
    const { records } = await all();
    const owners = new Map(records.map((each) => [ownedConnectionsRecord.key(each.owner), each.owner]));
    for (const each of [...owners.values(), owner]) {
      const own = records.filter((record) => sameOwner(record.owner, each)).map(({ id }) => id);
      await claim(each, own);
    }
    await changes.change(INDEX_GUARD, async () => ({ writes: { sets: [await found()] }, answer: undefined }));
    await claim(EVERY_OWNER, []);
    return owned.inspect(owner);
  }

  /** Where somebody has made one meanwhile, it stays. */
  function claim(owner: ListOwner, list: readonly string[]): Promise<undefined> {
    return changes.change(ownedConnectionsRecord.key(owner), async () => {
      const reading = await owned.inspect(owner);
      if (reading.kind === 'value') return { answer: undefined };
      const value = encode(ownedConnectionsRecord, reading, list);
      return { writes: { sets: [{ key: reading.key, value }] }, answer: undefined };
    });
  }

  return { listOf };
}
