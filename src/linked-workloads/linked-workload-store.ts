/** Linked workloads in Forge storage: one record for each workload, so that it has one project. */
import { hash } from '../hash';
import { linkedWorkloadSchema, type LinkedWorkload } from './model';
import { createPlaces, type ClaimableKeyValues } from './places';

export interface LinkedWorkloadStore {
  /** The workload's record, of whatever project, ended or not. */
  get(workloadArn: string): Promise<LinkedWorkload | undefined>;

  /** Records of a project, ended ones too, in the order in which they were first linked. */
  ofProject(projectId: string): Promise<readonly LinkedWorkload[]>;

  /** Records that go through a connection, of all projects, as `ofProject`. */
  ofConnection(connectionId: string): Promise<readonly LinkedWorkload[]>;

  /** Takes the place of the workload's record, also of another project's: see `linkConflict`. */
  save(link: LinkedWorkload): Promise<void>;
}

/**
 * Lists are lists of places that are claimed once and for all and read with `get`, so what was saved is
 * listed at once and two saves at the same time lose nothing (`query` lags, and a list in one value would
 * lose one of the two). Places are taken before the record is written, so a record has them: dying between the
 * two leaves a place without a record, which no list shows. What a list shows is decided by the records themselves.
 */
export function createLinkedWorkloadStore(kvs: ClaimableKeyValues): LinkedWorkloadStore {
  const places = createPlaces(kvs);
  const recordKey = (name: string) => `linked:${name}`;
  const ofProject = (projectId: string) => `linked-of:${projectId}`;
  const ofConnection = (connectionId: string) => `linked-by:${connectionId}`;

  async function read(name: string): Promise<LinkedWorkload | undefined> {
    return linkedWorkloadSchema.optional().parse(await kvs.get(recordKey(name)));
  }

  async function records(list: string): Promise<readonly LinkedWorkload[]> {
    const names = await places.all(list);
    const found = await Promise.all(names.map(read));
    return found.filter((link) => link !== undefined);
  }

  return {
    get: (workloadArn) => read(hash(workloadArn)),

    async ofProject(projectId) {
      return (await records(ofProject(projectId))).filter((link) => link.projectId === projectId);
    },

    async ofConnection(connectionId) {
      const found = await records(ofConnection(connectionId));
      return found.filter((link) => link.connectionId === connectionId);
    },

    async save(link) {
      const name = hash(link.workloadArn);
      const before = await read(name);
      if (before?.projectId !== link.projectId) await places.take(ofProject(link.projectId), name);
      if (before?.connectionId !== link.connectionId) {
        await places.take(ofConnection(link.connectionId), name);
      }
      await kvs.set(recordKey(name), link, { keyPolicy: 'OVERRIDE' });
    },
  };
}
