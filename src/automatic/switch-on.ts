/** What follows when a workload may have come into automatic mode: by its settings, the site's, or a new link. */
import type { Clock } from '../clock';
import type { ConnectionStore } from '../connection/connection-store';
import { parseWorkloadArn } from '../wellarchitected/arn';
import { automaticLink, type AutomaticLinkPorts } from './automatic-link';
import { startAutomaticRun, type StartAutomaticRunPorts } from './start-automatic-run';
import type { WatchedRegions } from './watched-regions';

interface WatchPorts {
  readonly watchedRegions: Pick<WatchedRegions, 'watch' | 'wantRuns'>;
}

export interface SwitchOnPorts extends AutomaticLinkPorts, StartAutomaticRunPorts {
  readonly watchedRegions: Pick<WatchedRegions, 'watch'>;
}

/** Starts the first run, which finds what both sides agree on, and looking for changes from then on. */
export async function beginIfAutomatic(
  workloadArn: string,
  site: string,
  ports: SwitchOnPorts,
): Promise<void> {
  const found = await automaticLink(workloadArn, ports);
  if (found === undefined) return;
  await ports.watchedRegions.watch(found.connection.id, parseWorkloadArn(workloadArn)?.region ?? '');
  await startAutomaticRun(found.link, site, ports);
}

export interface WatchEverythingPorts extends WatchPorts {
  readonly connections: Pick<ConnectionStore, 'list'>;
  readonly clock: Clock;
}

/** Links that inherit from the site are found by the next poll, those in a Region that is polled already within the day. */
export async function watchEverything({ connections, watchedRegions }: WatchEverythingPorts): Promise<void> {
  for (const { id, regions } of await connections.list())
    for (const region of regions) await watchedRegions.watch(id, region);
}

/** Each workload in automatic mode gets a run within the day, since settings of the site may hold for it. */
export async function settingsChanged({
  connections,
  watchedRegions,
  clock,
}: WatchEverythingPorts): Promise<void> {
  for (const { id, regions } of await connections.list())
    for (const region of regions) await watchedRegions.wantRuns(id, region, clock.now());
}
