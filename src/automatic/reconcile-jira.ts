/** Issues that moved without an event: every hour Jira is asked which did. */
import type { Clock } from '../clock';
import type { ConnectionStore } from '../connection/connection-store';
import { allServedProjects } from '../connection/model';
import type { Jira } from '../jira/jira';
import type { OurIssue } from '../jira/model';
import { ifReadable } from '../storage/problems';
import type { Subject } from './pending-change-record';
import type { PendingChanges } from './pending-changes';
import type { ReconcileProgress, ReconcileProgressStore } from './reconcile-progress';
import { watchedRegions, type WatchedPorts } from './schedules';
import { workloadNews, type WorkloadNewsPorts } from './workload-news';

export interface ReconcileJiraPorts extends WorkloadNewsPorts {
  readonly connections: WorkloadNewsPorts['connections'] & Pick<ConnectionStore, 'list'>;
  readonly watchedRegions: WatchedPorts['watchedRegions'];
  readonly pendingChanges: Pick<PendingChanges, 'addAll' | 'ofWorkload'>;
  readonly reconcileProgress: ReconcileProgressStore;
  readonly openJira: () => Pick<Jira, 'recentlyMoved' | 'fetch' | 'siteUrl'>;
  readonly clock: Clock;
}

const MINUTE_MS = 60_000;

/** The search index lags, and clocks differ. */
const OVERLAP_MS = 15 * MINUTE_MS;

/** Where no pass has come to its end: Forge may skip a schedule. */
const FIRST_WINDOW_MS = 150 * MINUTE_MS;

/** By then each workload has been read as a whole. */
const LONGEST_WINDOW_MS = 8 * 24 * 60 * MINUTE_MS;

/** Of the schedule's function in manifest.yml there are 300. */
const SECONDS = 200;

/** Changes at a time: Forge takes 500 events a minute, and others queue theirs. */
const MOST = 300;

/**
 * Every hour: questions whose issues moved and were not told are noted as if their events had come just now. It goes on
 * where it stopped, and begins where the last pass that came to its end began.
 */
export async function reconcileJira(ports: ReconcileJiraPorts): Promise<void> {
  const now = ports.clock.now();
  const { from = now - FIRST_WINDOW_MS, pass } = (await ports.reconcileProgress.load()) ?? {};
  await goThrough({ from, pass: pass ?? { beganAt: now, last: '' } }, ports);
}

/** Every five minutes: a pass that could not come to its end goes on. One read where there is none. */
export async function continueReconcile(ports: ReconcileJiraPorts): Promise<void> {
  const progress = await ports.reconcileProgress.load();
  if (progress?.pass !== undefined) await goThrough({ ...progress, pass: progress.pass }, ports);
}

type Pass = Required<ReconcileProgress>;

/** Wherever it ends, it is known how far it came: what is noted a second time costs a read. */
async function goThrough({ from, pass }: Pass, ports: ReconcileJiraPorts): Promise<void> {
  const projects = await watchedProjects(ports);
  if (projects.length === 0) return;
  const { clock, reconcileProgress } = ports;
  const end = clock.now() + SECONDS * 1000;
  const jira = ports.openJira();
  let { last } = pass;
  let left: number = MOST;
  let isDone = false;
  try {
    const moved = await jira.recentlyMoved(minutesSince(from, clock), projects);
    for (const [workloadArn, issues] of byWorkload(moved)) {
      if (workloadArn <= pass.last) continue;
      const noted = clock.now() < end ? await noteNews(workloadArn, issues, left, jira, ports) : undefined;
      if (noted === undefined) return;
      left -= noted;
      last = workloadArn;
    }
    isDone = true;
  } finally {
    await reconcileProgress.save(isDone ? { from: pass.beganAt } : { from, pass: { ...pass, last } });
  }
}

/** Ids. */
async function watchedProjects(ports: ReconcileJiraPorts): Promise<readonly string[]> {
  const watched = new Set((await watchedRegions(ports)).map(({ connectionId }) => connectionId));
  if (watched.size === 0) return [];
  const connections = (await ports.connections.list()).filter(({ id }) => watched.has(id));
  return [...new Set(connections.flatMap(allServedProjects))];
}

function minutesSince(from: number, clock: Clock): number {
  const window = clock.now() - from + OVERLAP_MS;
  return Math.ceil(Math.min(LONGEST_WINDOW_MS, Math.max(OVERLAP_MS, window)) / MINUTE_MS);
}

/** By the workload that they say they are of, in the order of ARNs. */
function byWorkload(moved: readonly OurIssue[]): readonly (readonly [string, readonly OurIssue[]])[] {
  const found = new Map<string, OurIssue[]>();
  for (const issue of moved) {
    const { workload } = issue.property;
    found.set(workload, [...(found.get(workload) ?? []), issue]);
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * How many changes it noted; undefined: some of the workload are left. What waits already is not noted again, and links
 * that cannot be read are left to the run that names them.
 */
async function noteNews(
  workloadArn: string,
  moved: readonly OurIssue[],
  most: number,
  jira: ReturnType<ReconcileJiraPorts['openJira']>,
  ports: ReconcileJiraPorts,
): Promise<number | undefined> {
  const news = await ifReadable(workloadNews(workloadArn, moved, jira, ports));
  if (news === undefined || news.subjects.length === 0) return 0;
  const waiting = await ports.pendingChanges.ofWorkload(workloadArn);
  const keys = new Set(waiting.map(({ subject }) => keyOf(subject)));
  const subjects = news.subjects.filter((subject) => !keys.has(keyOf(subject)));
  await ports.pendingChanges.addAll(subjects.slice(0, most), news.quietSeconds);
  return subjects.length > most ? undefined : subjects.length;
}

function keyOf({ direction, lens, question }: Subject): string {
  return JSON.stringify([direction, lens, question]);
}
