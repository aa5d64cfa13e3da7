/** Where the app remembers which issue is which: the only place that knows how links are stored. */
import { identityKey } from '../jira/ownership';
import type { BatchKeyValues } from '../key-values';
import { canonicalJson } from '../hash';
import type { Link } from '../review-entries/link';
import { mapInFlight, whenAll } from '../in-flight';
import type { RecordLog } from '../storage/record-log';
import { createIssueIndex, indexChanges } from './issue-index';
import { HeadValues } from './head-values';
import type { ShardId } from './link-records';
import { ShardValues } from './shard-values';
import { cut, type Shard } from './shards';

export interface WorkloadLinks {
  /** Id of the project that the workload syncs to; absent as long as it has no issue. */
  readonly projectId: string | undefined;
  /** By `identityKey`. */
  readonly links: ReadonlyMap<string, Link>;
}

export interface LinkStore {
  /** @throws RecordError: links that cannot be read never look like none. */
  load(workloadArn: string): Promise<WorkloadLinks>;
  /**
   * Keeps these links in the place of all; what did not change is not written. Without a link, now or before,
   * nothing is: a workload that has no issue belongs to no project.
   */
  save(workloadArn: string, projectId: string, links: readonly Link[]): Promise<void>;
}

/** Writes of storage under way at a time. */
const IN_FLIGHT = 10;

/**
 * A store for one who has the lease of the workload, for as long: it remembers what it read and wrote, as nobody else
 * writes meanwhile.
 */
export function createLinkStore(kvs: BatchKeyValues, log?: RecordLog): LinkStore {
  const heads = new HeadValues(kvs, log);
  const values = new ShardValues(kvs, log);
  const index = createIssueIndex(kvs, log);

  return {
    async load(workloadArn) {
      const head = heads.valueOf(await heads.inspect(workloadArn));
      const shards = await whenAll((head?.shards ?? []).map((name) => values.read({ workloadArn, name })));
      const links = shards.flat().map((link): [string, Link] => [identityKey(link.identity), link]);
      return { projectId: links.length === 0 ? undefined : head?.projectId, links: new Map(links) };
    },

    /**
     * The head names every shard from before it is written until after it is deleted, and a link leaves a
     * shard only after it stands in another: stopping anywhere loses no link. An entry of the index is there
     * from before its link until after it, and the head names those that change meanwhile: stopping anywhere
     * leaves no link without an entry, and the next save settles the others.
     */
    async save(workloadArn, projectId, links) {
      const shards = cut(links).map((shard) => ({ ...shard, workloadArn }));
      const names = shards.map(({ name }) => name);
      let head = await heads.known(workloadArn);
      const before = heads.valueOf(head) ?? { projectId: '', shards: [] };
      if (links.length === 0 && before.shards.length === 0) return;
      await whenAll(before.shards.map((name) => values.readUnknown({ workloadArn, name })));

      const stored = before.shards.flatMap((name) => values.stored({ workloadArn, name }));
      const { put, drop, unsettled } = indexChanges(stored, links, before.unsettled ?? []);
      const next = {
        projectId,
        shards: union(before.shards, names),
        ...(unsettled.length === 0 ? {} : { unsettled }),
      };
      if (canonicalJson(next) !== canonicalJson(before)) head = await heads.replace(head, next);
      await index.put(put);
      await writeShards(values, shards, links);

      const stale = before.shards.filter((name) => !names.includes(name));
      if (stale.length === 0 && unsettled.length === 0) return;
      await mapInFlight(stale, IN_FLIGHT, (name) => values.delete({ workloadArn, name }));
      await index.drop(drop);
      await heads.replace(head, { projectId, shards: names });
    },
  };
}

/** Links that go from one shard to another stand in both until every shard has what comes. */
async function writeShards(
  values: ShardValues,
  shards: readonly (Shard & ShardId)[],
  links: readonly Link[],
): Promise<void> {
  const kept = new Set(links.map(({ identity }) => identityKey(identity)));
  const parts = shards.map((shard) => {
    const leaving = values.leaving(shard, shard.links);
    return { shard, moving: leaving.filter(({ identity }) => kept.has(identityKey(identity))) };
  });
  await mapInFlight(parts, IN_FLIGHT, ({ shard, moving }) =>
    values.write(shard, [...shard.links, ...moving]),
  );
  const left = parts.filter(({ moving }) => moving.length > 0);
  await mapInFlight(left, IN_FLIGHT, ({ shard }) => values.write(shard, shard.links));
}

function union(some: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...some, ...others])].sort();
}
