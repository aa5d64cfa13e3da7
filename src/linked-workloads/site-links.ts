/** The links of a whole site, for whoever administers it: found by their keys, whichever list has them. */
import { ForgeKvsAPIError } from '@forge/kvs';
import { pageByPrefix, type QueriedStorage } from '../storage/by-prefix';
import { decode, isNewer, type Reading } from '../storage/decode';
import { listingOf, type Listing } from '../storage/listing';
import { openRecord, type RecordStorage } from '../storage/open-record';
import type { RecordLog } from '../storage/record-log';
import {
  linkedWorkloadRecord,
  nameOf,
  ownerOfLinkRecord,
  type LinkedWorkload,
  type OwnerOfLink,
} from './model';
import { createRosters } from './roster';

export type PageOfSiteLinks = Listing<LinkedWorkload> & { readonly next?: string };

export interface SiteLinks {
  /**
   * Records that were not ended, and which cannot be read, 25 at most, by their keys, which mean nothing to a reader.
   * `next`: with what the list goes on; absent at the end. A page may be empty and go on. One query that reads 25
   * records, four where hardly any link is left; nothing is read twice, since Forge lets an installation read 4,000 in
   * a minute. What changed in the latest seconds may be missing, or told as it was: Forge's indexes lag.
   *
   * @param from `next` of the page before
   * @returns undefined for what storage does not take as one
   */
  page(from?: string): Promise<PageOfSiteLinks | undefined>;

  /** The same of one workload, as it stands now, in one read. */
  of(workloadArn: string): Promise<Listing<LinkedWorkload>>;

  /**
   * Deletes the record of that name where it cannot be read, whosever it was, and answers whether it did. One of a newer
   * version stays.
   */
  deleteUnreadable(name: string): Promise<boolean>;
}

export interface SiteLinksStorage extends QueriedStorage, RecordStorage {
  delete(key: string): Promise<void>;
}

const PREFIX = linkedWorkloadRecord.key({ name: '' });

/** As many as a reader sees at a time; each names a project, which Jira is asked for. */
const PAGE = 25;

/** So many pages of links that were ended are passed over in one call. */
const MOST_PAGES = 4;

export function createSiteLinks(kvs: SiteLinksStorage, log?: RecordLog): SiteLinks {
  const record = openRecord(linkedWorkloadRecord, kvs, log);
  const owners = openRecord<OwnerOfLink, string>(ownerOfLinkRecord, kvs, () => undefined);
  const rosters = createRosters(kvs, log);

  async function pageAt(cursor: string | undefined): Promise<PageOfSiteLinks> {
    const { results, nextCursor } = await pageByPrefix(kvs, PREFIX, { limit: PAGE, cursor });
    // Storage alone knows which query a cursor belongs to.
    const found = results.filter(({ key }) => key.startsWith(PREFIX));
    const next = nextCursor === undefined ? {} : { next: nextCursor };
    return { ...standing(found.map(({ key, value }) => decode(linkedWorkloadRecord, key, value))), ...next };
  }

  return {
    async page(from) {
      try {
        let page = await pageAt(from);
        for (let nth = 1; nth < MOST_PAGES && isEmpty(page) && page.next !== undefined; nth += 1)
          page = await pageAt(page.next);
        return page;
      } catch (error) {
        if (from !== undefined && isRefusal(error)) return undefined;
        throw error;
      }
    },

    of: async (workloadArn) => standing([await record.inspect(nameOf(workloadArn))]),

    async deleteUnreadable(name) {
      const reading = await record.inspect({ name });
      if (reading.kind !== 'problem' || isNewer(reading)) return false;
      const owner = await owners.inspect(reading.key);
      const remove = () => kvs.delete(reading.key);
      // Which project has it in its list is known where the record still says so; what others keep ends with its life.
      await (owner.kind === 'value'
        ? rosters.changing(owner.value.projectId, { deleted: name }, remove)
        : remove());
      return true;
    },
  };
}

function standing(readings: readonly Reading<LinkedWorkload>[]): Listing<LinkedWorkload> {
  const { records, problems } = listingOf(readings);
  return { records: records.filter(({ ended }) => !ended), problems };
}

function isEmpty({ records, problems }: PageOfSiteLinks): boolean {
  return records.length + problems.length === 0;
}

function isRefusal(error: unknown): boolean {
  return error instanceof ForgeKvsAPIError && error.responseDetails.status === 400;
}
