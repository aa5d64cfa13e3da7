/** Why a stored record is not used; `words/en/storage.ts` has the words. */
import { reasonsOf, type ForEverybody } from '../reason';

export interface StorageReasons {
  'record-unreadable': { readonly record: string; readonly key: string };
  /** `version` of the record, and the newest that this version of the app knows. */
  'record-newer': {
    readonly record: string;
    readonly key: string;
    readonly version: number;
    readonly known: number;
  };
}

export const because = reasonsOf<StorageReasons>();

export const FOR_EVERYBODY: ForEverybody<StorageReasons> = {
  'record-unreadable': ['record', 'key'],
  'record-newer': ['record', 'key', 'version', 'known'],
};
