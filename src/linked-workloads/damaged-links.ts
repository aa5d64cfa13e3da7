/** Repair of linked workloads that cannot be read, and of lists that lack some. */
import { isNewer } from '../storage/decode';
import type { OpenRecord } from '../storage/open-record';
import { linkedWorkloadRecord, nameOf, type LinkedWorkload, type OwnerOfLink } from './model';
import { ofConnection, ofProject, type ClaimableKeyValues, type NameLists } from './name-lists';

export interface DamagedLinks {
  /** Puts the record back into lists that damage took it out of. */
  mendLists(link: LinkedWorkload): Promise<void>;

  /**
   * Whether the record under the key cannot be read, and still names another project, whose list has it too. What
   * is damaged is not believed alone: a project that never linked the workload could not mend it.
   */
  isOfAnother(projectId: string, key: string): Promise<boolean>;

  /**
   * Whether a record of that name stands in the project's list and cannot be read. One of a newer version is
   * none such, nor is another project's (`isOfAnother`).
   */
  isUnreadable(projectId: string, name: string): Promise<boolean>;

  /** Deletes it where it is (`isUnreadable`), and answers whether it was. */
  deleteUnreadable(projectId: string, name: string): Promise<boolean>;
}

/** The part of Forge's key-value store that the store needs. */
export interface LinkedWorkloadStorage extends ClaimableKeyValues {
  delete(key: string): Promise<void>;
}

/** Over the storage, the lists and the record of the store of linked workloads; `owners` reads what of it names its project. */
export function openDamagedLinks(
  kvs: LinkedWorkloadStorage,
  lists: NameLists,
  record: Pick<OpenRecord<LinkedWorkload, { readonly name: string }>, 'inspect'>,
  owners: Pick<OpenRecord<OwnerOfLink, string>, 'inspect'>,
): DamagedLinks {
  async function isListed(projectId: string, key: string): Promise<boolean> {
    const { names } = await lists.all(ofProject(projectId));
    return names.some((name) => linkedWorkloadRecord.key({ name }) === key);
  }

  async function isOfAnother(projectId: string, key: string): Promise<boolean> {
    const owner = await owners.inspect(key);
    if (owner.kind !== 'value' || owner.value.projectId === projectId) return false;
    return isListed(owner.value.projectId, key);
  }

  async function isUnreadable(projectId: string, name: string): Promise<boolean> {
    if (!(await isListed(projectId, linkedWorkloadRecord.key({ name })))) return false;
    const reading = await record.inspect({ name });
    if (reading.kind !== 'problem' || isNewer(reading)) return false;
    return !(await isOfAnother(projectId, reading.key));
  }

  return {
    isOfAnother,
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
