/** Finds account ids in storage, and erases those that are to be forgotten. */
import { isAccount } from '../account-ids';
import type { ConnectionStore } from '../connection/connection-store';
import { byPrefix, type QueriedStorage } from '../storage/by-prefix';
import { changeRecord } from '../storage/change-record';
import { decode, type Reading } from '../storage/decode';
import type { OrderedChanges } from '../storage/in-order';
import { openRecord, type RecordStorage } from '../storage/open-record';
import { connectionPlace, PLAIN_PLACES, type Place } from './places';

export interface AccountPlaces {
  /** Every account that some record names; some more than once. */
  accounts(): AsyncGenerator<string>;
  /** Records of runs under way keep theirs until the next time. */
  erase(accountIds: ReadonlySet<string>): Promise<void>;
}

export interface AccountPlacesOptions {
  readonly kvs: QueriedStorage & RecordStorage;
  readonly connections: Pick<ConnectionStore, 'listAll' | 'change'>;
  readonly changes: OrderedChanges;
}

export function createAccountPlaces({ kvs, connections, changes }: AccountPlacesOptions): AccountPlaces {
  return {
    async *accounts() {
      for (const connection of (await connections.listAll()).records)
        yield* connectionPlace.accountsIn(connection).filter(isAccount);
      for (const place of PLAIN_PLACES)
        for await (const { key, value } of byPrefix(kvs, place.prefix)) yield* accountsAt(place, key, value);
    },
    async erase(accountIds) {
      const isErased = (accountId: string) => accountIds.has(accountId);
      for (const connection of (await connections.listAll()).records)
        if (connectionPlace.accountsIn(connection).some(isErased))
          await connections.change(connection.id, (now) => connectionPlace.without(now, isErased) ?? now);
      for (const place of PLAIN_PLACES)
        for await (const { key, value } of byPrefix(kvs, place.prefix))
          if (accountsAt(place, key, value).some(isErased))
            await eraseAt(place, key, isErased, { storage: kvs, changes });
    },
  };
}

function accountsAt(place: Place<unknown>, key: string, stored: unknown): readonly string[] {
  const reading = decode(place.definition, key, stored);
  return reading.kind === 'value' ? place.accountsIn(reading.value).filter(isAccount) : [];
}

/** Read once more directly before: the query that found it lags. */
async function eraseAt(
  { definition, without, inTurn = false }: Place<unknown>,
  key: string,
  isErased: (accountId: string) => boolean,
  options: { readonly storage: RecordStorage; readonly changes: OrderedChanges },
): Promise<void> {
  const found = { ...definition, key: () => key };
  const leave = (reading: Reading<unknown>) =>
    reading.kind === 'value' ? without(reading.value, isErased) : undefined;
  if (inTurn) {
    await changeRecord(found, undefined, leave, options);
    return;
  }
  const record = openRecord(found, options.storage);
  const reading = await record.inspect(undefined);
  const left = leave(reading);
  if (left !== undefined) await record.replace(reading, left);
}
