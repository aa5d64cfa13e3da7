/** One look at the workloads of a Region, for those that are in automatic mode. */
import { kvs } from '@forge/kvs';
import { poll, type PollResult } from '../automatic/poll';
import { createWatchStore } from '../automatic/watch-store';
import { connections, openReviewSource } from '../connection/open-review-source';
import { UpstreamError } from '../upstream-error';
import { parseWorkloadArn } from '../wellarchitected/arn';
import { automaticLink } from './automatic-link';
import { pulses, touches, watchedPlaces } from './automatic-stores';
import { stateOf } from './connection-view';
import { linkedWorkloads } from './forge';
import type { PollPlace } from './queue';

/** A failed look is made up for by the next one, five minutes later. */
export async function handlePoll(place: PollPlace, site: string): Promise<void> {
  const { connectionId, region } = place;
  const connection = await connections.get(connectionId);
  if (connection === undefined || !(await hasAutomatic(place))) {
    await watchedPlaces.unwatch(connectionId, region);
    return;
  }
  if ((await stateOf(connection)).code !== 'ready') return;
  const source = await openReviewSource(connectionId, region, { runId: 'poll', site });
  try {
    const result = await poll({
      summaries: () => source.workloads(),
      watch: createWatchStore(kvs, connectionId, region),
      pulses,
      isAutomatic: async (arn) => (await automaticLink(arn))?.connection.id === connectionId,
      enqueue: touchWorkload,
      now: Date.now(),
    });
    report(place, result, source.calls());
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    // eslint-disable-next-line no-console -- the platform's log
    console.warn('Poll failed', JSON.stringify({ ...place, code: error.details.code }));
  }
}

/** The quiet time holds for polls too: which question was touched is not known, so the workload has to be still. */
async function touchWorkload(workloadArn: string): Promise<void> {
  const found = await automaticLink(workloadArn);
  if (found) await touches.touch({ direction: 'aws', workloadArn }, found.settings.quietSeconds);
}

/** Found out once a day: with many links it takes a while, and switching automatic mode on watches the place anyway. */
async function hasAutomatic({ connectionId, region }: PollPlace): Promise<boolean> {
  if (!(await watchedPlaces.isDue(connectionId, region, Date.now()))) return true;
  for (const { workloadArn } of await linkedWorkloads.ofConnection(connectionId)) {
    if (parseWorkloadArn(workloadArn)?.region === region && (await automaticLink(workloadArn))) {
      await watchedPlaces.checked(connectionId, region, Date.now());
      return true;
    }
  }
  return false;
}

function report(place: PollPlace, { workloads, counts, error }: PollResult, calls: number): void {
  const isQuiet = Object.values(counts).every((count) => count === 0);
  if (isQuiet && error === undefined) return;
  // eslint-disable-next-line no-console -- the platform's log
  console.info('Poll', JSON.stringify({ ...place, workloads, ...counts, calls }));
}
