import type { kvs as forgeKvs } from '@forge/kvs';
import { perform } from './guarded';
import type { RecordStorage } from './open-record';

/** Writes plain keys in one transaction, under no condition. @param kvs asks again after what may pass */
export function atOnce(kvs: Pick<typeof forgeKvs, 'transact'>): Required<RecordStorage>['setAll'] {
  return (sets, deletes) => perform(kvs.transact(), { sets, deletes });
}
