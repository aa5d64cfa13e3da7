/** Repair of linked workloads that cannot be read, and of lists that lack some. */
import { isNewer } from '../storage/decode';
import type { OpenRecord } from '../storage/open-record';
import { linkedWorkloadRecord, nameOf, type LinkedWorkload } from './model';
import { ofConnection, ofProject, type ClaimableKeyValues, type NameLists } from './name-lists';

export interface DamagedLinks {
  /** Puts the record back into lists that damage took it out of. */
  mendLists(link: LinkedWorkload): Promise<void>;

  /**
   * Whether a record of that name stands in the project's list and cannot be read. One of a newer version is
   * none such.
   */
  isUnreadable(projectId: string, name: string): Promise<boolean>;

  /** Deletes it where it is (`isUnreadable`), and answers whether it was. */
  deleteUnreadable(projectId: string, name: string): Promise<boolean>;
}

/** The part of Forge's key-value store that the store needs. */
export interface LinkedWorkloadStorage extends ClaimableKeyValues {
  delete(key: string): Promise<void>;
}

/** Over the storage, the lists and the record of the store of linked workloads. */
export function openDamagedLinks(
  kvs: LinkedWorkloadStorage,
  lists: NameLists,
  record: Pick<OpenRecord<LinkedWorkload, { readonly name: string }>, 'inspect'>,
): DamagedLinks {
  async function isUnreadable(projectId: string, name: string): Promise<boolean> {
    const { names } = await lists.all(ofProject(projectId));
    const reading = names.includes(name) ? await record.inspect({ name }) : undefined;
    return reading?.kind === 'problem' && !isNewer(reading);
  }

  return {
    isUnreadable,

    async deleteUnreadable(projectId, name) {
      const isIt = await isUnreadable(projectId, name);
      if (isIt) await kvs.delete(linkedWorkloadRecord.key({ name }));
      return isIt;
    },

    async mendLists({ workloadArn, projectId, connectionId }) {
      const { name } = nameOf(workloadArn);
      await Promise.all([
        lists.mend(ofProject(projectId), name),
        lists.mend(ofConnection(connectionId), name),
      ]);
    },
  };
}
