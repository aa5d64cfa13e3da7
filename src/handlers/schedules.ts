/** What nobody asks for: looking whether reviews changed in AWS, and whether an event of Jira was missed. */
import { connections } from '../connection/open-review-source';
import { mapInFlight } from '../in-flight';
import { watchedPlaces } from './automatic-stores';
import { jiraAsApp } from './forge';
import { touchIssue } from './jira-events';
import { enqueuePoll } from './queue';

/** Every five minutes: one job for each Region of each connection that has workloads in automatic mode. */
export async function pollAws(): Promise<void> {
  for (const place of await watched()) await enqueuePoll(place);
}

/**
 * Longer than the hour between two looks: the search index lags, and Forge may skip a schedule ("never retried").
 * What was moved earlier still is found by the daily round.
 */
const LOOK_BACK_MINUTES = 150;

/** Issues looked up at a time; each takes some reads of storage. */
const IN_FLIGHT = 5;

/** Every hour: issues that moved lately are looked at as if their events had come just now. */
export async function reconcileJira(): Promise<void> {
  if ((await watched()).length === 0) return;
  const moved = await jiraAsApp().recentlyMoved(LOOK_BACK_MINUTES);
  await mapInFlight(moved, IN_FLIGHT, touchIssue);
}

async function watched() {
  const places = (await connections.list()).flatMap(({ id, regions }) =>
    regions.map((region) => ({ connectionId: id, region })),
  );
  const kept = await Promise.all(
    places.map(async (place) => (await watchedPlaces.isWatched(place.connectionId, place.region)) && place),
  );
  return kept.filter((place) => place !== false);
}
