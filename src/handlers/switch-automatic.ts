/** What follows when a workload may have come into automatic mode: by its settings, the site's, or a new link. */
import { connections } from '../connection/open-review-source';
import { parseWorkloadArn } from '../wellarchitected/arn';
import { automaticLink } from './automatic-link';
import { watchedPlaces } from './automatic-stores';
import { startRound } from './start-round';

/** Starts the first round, which finds what both sides agree on, and looking for changes from then on. */
export async function beginIfAutomatic(workloadArn: string, site: string): Promise<void> {
  const found = await automaticLink(workloadArn);
  if (found === undefined) return;
  await watchedPlaces.watch(found.connection.id, parseWorkloadArn(workloadArn)?.region ?? '');
  await startRound(found.link, site);
}

/** Links that inherit from the site are found by the next poll. */
export async function watchEverything(): Promise<void> {
  for (const { id, regions } of await connections.list())
    for (const region of regions) await watchedPlaces.watch(id, region);
}
