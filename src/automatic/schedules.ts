/** What nobody asks for: finding out whether reviews changed in AWS, and whether an event of Jira was missed. */
import { allServedProjects } from '../connection/model';
import type { ConnectionStore } from '../connection/connection-store';
import { mapInFlight } from '../in-flight';
import type { Jira } from '../jira/jira';
import { noteIssueChange, type NoteIssueChangePorts } from './note-change';
import type { PolledRegion, PollQueue } from './queue';
import type { WatchedRegions } from './watched-regions';

interface WatchedPorts {
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

/**
 * Longer than the hour between two runs of the schedule: the search index lags, and Forge may skip a schedule
 * ("never retried"). What was moved earlier still is found by the daily run.
 */
const LOOK_BACK_MINUTES = 150;

/** Issues looked up at a time; each takes some reads of storage. */
const IN_FLIGHT = 5;

export interface FindMissedChangesPorts extends NoteIssueChangePorts {
  readonly connections: NoteIssueChangePorts['connections'] & WatchedPorts['connections'];
  readonly watchedRegions: WatchedPorts['watchedRegions'];
  readonly openJira: () => Pick<Jira, 'recentlyMoved'>;
}

/** Every hour: issues that moved lately where workloads sync are noted as if their events had come just now. */
export async function findMissedChanges(ports: FindMissedChangesPorts): Promise<void> {
  const watched = new Set((await watchedRegions(ports)).map(({ connectionId }) => connectionId));
  if (watched.size === 0) return;
  const connections = (await ports.connections.list()).filter(({ id }) => watched.has(id));
  const projects = new Set(connections.flatMap(allServedProjects));
  const moved = await ports.openJira().recentlyMoved(LOOK_BACK_MINUTES, [...projects]);
  await mapInFlight(moved, IN_FLIGHT, (issueId) => noteIssueChange(issueId, ports));
}

async function watchedRegions({
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
