/** One poll of the workloads of a Region, for those that are in automatic mode. */
import type { Clock } from '../clock';
import type { AwsAccess } from '../connection/aws-access';
import { connectionStateNow } from '../connection/state-now';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import { UpstreamError } from '../upstream-error';
import { parseWorkloadArn } from '../wellarchitected/arn';
import type { AttentionStore } from './attention';
import { automaticLink } from './automatic-link';
import { noteWorkloadChange, type NoteChangePorts } from './note-change';
import { poll, POLL_LIMITS, type PollLimits, type PollResult } from './poll';
import type { WatermarkStore } from './watermark-store';
import type { PolledRegion } from './queue';
import type { WatchStore } from './watch-store';
import type { UsageStore } from '../usage/usage-store';
import type { WatchedRegions } from './watched-regions';

export interface PollRegionPorts extends NoteChangePorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get' | 'ofConnection'>;
  readonly watchedRegions: Pick<
    WatchedRegions,
    'isDue' | 'checked' | 'polled' | 'unwatch' | 'wantRuns' | 'runsWantedAt'
  >;
  readonly watermarks: Pick<WatermarkStore, 'explains' | 'leftNotes'>;
  readonly attention: Pick<AttentionStore, 'get'>;
  readonly usage: Pick<UsageStore, 'load'>;
  /** A store of its own for each poll, because it remembers what it loaded. */
  readonly openWatch: (connectionId: string, region: string) => WatchStore;
  readonly aws: Pick<AwsAccess, 'openReviews'>;
  readonly clock: Clock;
}

/** A failed poll is made up for by the next one, five minutes later. */
export async function pollRegion(polled: PolledRegion, site: string, ports: PollRegionPorts): Promise<void> {
  const { connectionId, region } = polled;
  const connection = await ports.connections.get(connectionId);
  if (connection !== undefined && (await connectionStateNow(connection, ports)).code !== 'ready') {
    await ports.watchedRegions.wantRuns(connectionId, region, ports.clock.now());
    return;
  }
  if (connection === undefined || !(await hasAutomatic(polled, ports))) {
    await ports.watchedRegions.unwatch(connectionId, region);
    return;
  }
  const source = await ports.aws.openReviews(connectionId, region, { runId: 'poll', site });
  const now = ports.clock.now();
  try {
    const limits = await limitsNow(now, ports);
    const result = await poll(
      {
        summaries: () => source.workloads(),
        watch: ports.openWatch(connectionId, region),
        watermarks: ports.watermarks,
        isAutomatic: async (arn) => (await automaticLink(arn, ports))?.connection.id === connectionId,
        waits: (arn, fullAt) => waitsForDay(arn, fullAt, polled, ports),
        // The quiet time holds for polls too.
        enqueue: (arn) => noteWorkloadChange(arn, ports),
        now,
      },
      limits,
    );
    if (result.isCurrent) await ports.watchedRegions.polled(connectionId, region, now);
    report(polled, result, source.calls());
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    // eslint-disable-next-line no-console -- the platform's log
    console.warn('Poll failed', JSON.stringify({ ...polled, code: error.details.code }));
  }
}

/** Where Jira's points of the hour run out, what is in no hurry waits for the next; who waited longest goes first then. */
async function limitsNow(now: number, { usage }: Pick<PollRegionPorts, 'usage'>): Promise<PollLimits> {
  const { nearUntil = 0 } = await usage.load();
  return nearUntil > now ? { ...POLL_LIMITS, unhurried: 0 } : POLL_LIMITS;
}

/**
 * A notice that waits for a person, notes of other questions than those that changed, or runs that are wanted of the
 * whole Region. One to three reads of storage.
 */
async function waitsForDay(
  workloadArn: string,
  fullAt: number,
  { connectionId, region }: PolledRegion,
  { attention, watermarks, watchedRegions }: PollRegionPorts,
): Promise<boolean> {
  if ((await attention.get(workloadArn)) !== undefined) return true;
  if (await watermarks.leftNotes(workloadArn)) return true;
  const wantedAt = await watchedRegions.runsWantedAt(connectionId, region);
  return wantedAt !== undefined && fullAt <= wantedAt;
}

/** Found out once a day: with many links it takes a while, and switching automatic mode on watches the Region anyway. */
async function hasAutomatic(
  { connectionId, region }: PolledRegion,
  ports: PollRegionPorts,
): Promise<boolean> {
  const { watchedRegions, clock } = ports;
  if (!(await watchedRegions.isDue(connectionId, region, clock.now()))) return true;
  for (const { workloadArn } of await ports.linkedWorkloads.ofConnection(connectionId)) {
    if (parseWorkloadArn(workloadArn)?.region === region && (await automaticLink(workloadArn, ports))) {
      await watchedRegions.checked(connectionId, region, clock.now());
      return true;
    }
  }
  return false;
}

function report(polled: PolledRegion, { workloads, counts, error }: PollResult, calls: number): void {
  const { quiet, ...told } = counts;
  const isQuiet = Object.values(told).every((count) => count === 0);
  if (isQuiet && error === undefined) return;
  // eslint-disable-next-line no-console -- the platform's log
  console.info('Poll', JSON.stringify({ ...polled, workloads, ...counts, calls }));
}
