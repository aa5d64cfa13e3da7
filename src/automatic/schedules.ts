/** What nobody asks for: finding out whether reviews changed in AWS. */
import type { ConnectionStore } from '../connection/connection-store';
import type { PolledRegion, PollQueue } from './queue';
import type { WatchedRegions } from './watched-regions';

export interface WatchedPorts {
  readonly connections: Pick<ConnectionStore, 'list'>;
  readonly watchedRegions: Pick<WatchedRegions, 'isWatched'>;
}

export interface QueuePollsPorts extends WatchedPorts {
  readonly queue: PollQueue;
}

/** Every five minutes: one job for each Region of each connection that has workloads in automatic mode. */
export async function queuePolls(ports: QueuePollsPorts): Promise<void> {
  for (const polled of await watchedRegions(ports)) await ports.queue.enqueuePoll(polled);
}

/** Regions of connections that have, or may have, workloads in automatic mode. */
export async function watchedRegions({
  connections,
  watchedRegions,
}: WatchedPorts): Promise<readonly PolledRegion[]> {
  const all = (await connections.list()).flatMap(({ id, regions }) =>
    regions.map((region) => ({ connectionId: id, region })),
  );
  const isWatched = await Promise.all(
    all.map(({ connectionId, region }) => watchedRegions.isWatched(connectionId, region)),
  );
  return all.filter((_, index) => isWatched[index]);
}
