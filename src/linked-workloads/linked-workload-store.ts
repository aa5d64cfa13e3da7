/** Linked workloads in Forge storage: one record for each workload, so that it has one project. */
import { listingOf, type Listing } from '../storage/listing';
import { openRecord, type OpenRecord, type RecordStorage } from '../storage/open-record';
import type { RecordLog } from '../storage/record-log';
import { openDamagedLinks, type DamagedLinks, type LinkedWorkloadStorage } from './damaged-links';
import {
  linkedWorkloadRecord,
  nameOf,
  ownerOfLinkRecord,
  type LinkedWorkload,
  type OwnerOfLink,
} from './model';
import { createRosters, type ListedWorkload, type Rosters } from './roster';
import {
  createNameLists,
  ofConnection,
  ofProject,
  type ClaimableKeyValues,
  type NameLists,
  type Names,
} from './name-lists';

export type { LinkedWorkloadStorage } from './damaged-links';

export type PageOfLinks = Listing<LinkedWorkload> & { readonly next?: number };

export interface LinkedWorkloadStore extends DamagedLinks {
  /** The workload's record, of whatever project, ended or not. @throws RecordError */
  get(workloadArn: string): Promise<LinkedWorkload | undefined>;

  /** Records of a project, ended ones too, in the order in which they were first linked. */
  ofProject(projectId: string): Promise<readonly LinkedWorkload[]>;

  /**
   * As `ofProject`, and which records in its list cannot be read. Whose project those are now is not always known:
   * a workload that was linked elsewhere since is named too where its record does not say so (`isOfAnother`).
   */
  listOfProject(projectId: string): Promise<Listing<LinkedWorkload>>;

  /**
   * As `listOfProject`, a part of the list, from one of its places on: 25 records at most, and one thing at least
   * where the list has more. `next`: the place with which it goes on; absent at the end. A record whose project
   * changed and changed back may be in two parts.
   */
  pageOfProject(
    projectId: string,
    from: number,
  ): Promise<Listing<LinkedWorkload> & { readonly next?: number }>;

  /** The workloads that the project links and did not end, in a few reads: see `Rosters`. */
  rosterOf(projectId: string): Promise<Listing<ListedWorkload>>;

  /** Records that go through a connection, of all projects, as `ofProject`. */
  ofConnection(connectionId: string): Promise<readonly LinkedWorkload[]>;

  /**
   * Takes the place of the workload's record, also of another project's (see `linkConflict`), and of one that
   * cannot be read.
   *
   * @throws NewerRecord
   */
  save(link: LinkedWorkload): Promise<void>;
}

/**
 * Lists are lists of slots that are claimed once and for all and read with `get`, so what was saved is
 * listed at once and two saves at the same time lose nothing (`query` lags, and a list in one value would
 * lose one of the two). Places are taken before the record is written, so a record has them: dying between the
 * two leaves a place without a record, which no list shows. What a list shows is decided by the records themselves.
 */
export function createLinkedWorkloadStore(kvs: LinkedWorkloadStorage, log?: RecordLog): LinkedWorkloadStore {
  const lists = createNameLists(kvs, log);
  const storage = overwriting(kvs);
  const record = openRecord(linkedWorkloadRecord, storage, log);
  const owners = openRecord<OwnerOfLink, string>(ownerOfLinkRecord, storage, LOGGED_ALREADY);
  const damaged = openDamagedLinks(kvs, lists, record, owners);
  const rosters = createRosters(storage, log);

  async function recordsOf({ names, problems }: Names): Promise<Listing<LinkedWorkload>> {
    const found = listingOf(await Promise.all(names.map((name) => record.inspect({ name }))));
    return { records: found.records, problems: [...problems, ...found.problems] };
  }

  async function ownOf(projectId: string, names: Names): Promise<Listing<LinkedWorkload>> {
    const { records, problems } = await recordsOf(names);
    const others = await Promise.all(problems.map(({ key }) => damaged.isOfAnother(projectId, key)));
    return {
      records: records.filter((link) => link.projectId === projectId),
      problems: problems.filter((_, index) => others[index] === false),
    };
  }

  const listOfProject = async (projectId: string) => ownOf(projectId, await lists.all(ofProject(projectId)));

  return {
    ...damaged,
    mendLists: (link) => rosters.changing(link.projectId, link, () => damaged.mendLists(link)),
    deleteUnreadable: (projectId, name) =>
      rosters.changing(projectId, { deleted: name }, () => damaged.deleteUnreadable(projectId, name)),
    rosterOf: (projectId) => rosters.of(projectId, () => listOfProject(projectId)),
    get: (workloadArn) => record.read(nameOf(workloadArn)),
    listOfProject,

    pageOfProject: (projectId, from) =>
      pageWithSome(from, async (place) => {
        const { next, ...names } = await lists.page(ofProject(projectId), place);
        return { ...(await ownOf(projectId, names)), ...(next === undefined ? {} : { next }) };
      }),
    ofProject: async (projectId) => (await listOfProject(projectId)).records,

    async ofConnection(connectionId) {
      const { records } = await recordsOf(await lists.all(ofConnection(connectionId)));
      return records.filter((link) => link.connectionId === connectionId);
    },

    save: (link) => save(link, { lists, record, rosters }),
  };
}

interface Saved {
  readonly lists: NameLists;
  readonly record: OpenRecord<LinkedWorkload, { readonly name: string }>;
  readonly rosters: Rosters;
}

/** Of the project that has the workload from now on, and of the one that had it, the rosters change. */
async function save(link: LinkedWorkload, { lists, record, rosters }: Saved): Promise<void> {
  const name = nameOf(link.workloadArn);
  const reading = await record.inspect(name);
  const before = reading.kind === 'value' ? reading.value : undefined;
  const write = () =>
    rosters.changing(link.projectId, link, async () => {
      if (before?.projectId !== link.projectId) await lists.append(ofProject(link.projectId), name.name);
      if (before?.connectionId !== link.connectionId)
        await lists.append(ofConnection(link.connectionId), name.name);
      await record.replace(reading, link);
    });
  const isTaken = before !== undefined && before.projectId !== link.projectId;
  await (isTaken ? rosters.changing(before.projectId, link, write) : write());
}

/** The first page from a place on that has anything, or the last. */
async function pageWithSome(
  from: number,
  pageAt: (place: number) => Promise<PageOfLinks>,
): Promise<PageOfLinks> {
  for (let place = from; ;) {
    const page = await pageAt(place);
    if (page.next === undefined || page.records.length + page.problems.length > 0) return page;
    place = page.next;
  }
}

const LOGGED_ALREADY: RecordLog = () => undefined;

function overwriting(kvs: ClaimableKeyValues): RecordStorage {
  return {
    get: (key) => kvs.get(key),
    set: (key, value) => kvs.set(key, value, { keyPolicy: 'OVERRIDE' }),
  };
}
