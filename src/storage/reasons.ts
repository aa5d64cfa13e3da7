/** Why a stored record is not used; `words/en/storage.ts` has the words. */
import { reasonsOf, type ForEverybody, type None, type Reason } from '../reason';

export interface StorageReasons {
  /** What is so, what it costs and what to do. */
  'record-problem': { readonly what: Reason; readonly cost: Reason; readonly todo: Reason };
  'record-unreadable': { readonly record: string; readonly key: string };
  /** `version` of the record, and the newest that this version of the app knows. */
  'record-newer': {
    readonly record: string;
    readonly key: string;
    readonly version: number;
    readonly known: number;
  };
  'update-app': None;
  /** Forge's storage did not answer. */
  'storage-unavailable': None;
}

export const because = reasonsOf<StorageReasons>();

/** What it costs that a record cannot be used; `words/en/stored-records.ts` has the words, by its name. */
export function costOf(record: string): Reason {
  return { code: `cost-of-${record}`, params: {} };
}

/** What makes a record usable again. */
export function mendOf(record: string): Reason {
  return { code: `mend-${record}`, params: {} };
}

export const FOR_EVERYBODY: ForEverybody<StorageReasons> = {
  'record-problem': ['what', 'cost', 'todo'],
  'record-unreadable': ['record', 'key'],
  'record-newer': ['record', 'key', 'version', 'known'],
  'storage-unavailable': [],
};
