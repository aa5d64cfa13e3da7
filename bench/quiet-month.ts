/**
 * `npm run bench:quiet`: what a quiet month of a thousand framework workloads in automatic mode costs. Jira's points and
 * runs are counted over a virtual week of some of them, among a thousand that AWS lists; how long each kind of invocation
 * lasts is measured in real time, on a site as slow as the real services. Nothing changes on either side.
 */
import { startSite, type Site } from '../sandbox/site/site';
import { linkMany } from '../test/scenarios/linked-many';
import { AUTO } from '../test/scenarios/reviewed-site';
import { outcomeOf, scenarioOn, type Scenario } from '../test/scenarios/open-site';
import { startOfWeek } from '../src/workload-day';
import { addOpenWorkload, FRAMEWORK_ALIAS } from './add-workload';
import { LATENCY } from './latency';

const WORKLOADS = 1000;
/** So many of them are synced and in automatic mode for the virtual week. */
const AUTOMATIC = 20;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const POLL_MS = 5 * MINUTE_MS;
const WEEK_HOURS = 168;
const MONTH_DAYS = 30;
const QUIET_POLLS = 12;

const GOALS = { points: 2_500, gbSeconds: 30_000 };

interface Opened {
  readonly site: Site;
  readonly scenario: Scenario;
  readonly arns: readonly string[];
}

async function main(): Promise<void> {
  const week = await virtualWeek();
  const times = await timesOfInvocations();
  const share = WORKLOADS / AUTOMATIC;
  const runsOfMonth = (WORKLOADS * MONTH_DAYS) / 7;
  const pollsOfMonth = (MONTH_DAYS * 24 * HOUR_MS) / POLL_MS;
  const polls = pollsOfMonth * times.poll;
  const reads = runsOfMonth * times.read;
  const searches = MONTH_DAYS * 24 * times.search;
  const points = (week.points * share) / WEEK_HOURS;
  console.log(
    `a virtual week, ${AUTOMATIC} of ${WORKLOADS} workloads in automatic mode: ${week.runs} runs, ${week.points} points (${(week.points / Math.max(1, week.runs)).toFixed(0)} a run), the worst hour ${week.worstHour}`,
  );
  console.log(
    `a quiet poll of ${WORKLOADS}: ${times.poll.toFixed(2)} GB-s; the hourly search: ${times.search.toFixed(2)} GB-s; a full read with its notes: ${times.read.toFixed(2)} GB-s`,
  );
  console.log(
    `a month of ${WORKLOADS}: ${points.toFixed(0)} points an hour (goal ≤ ${GOALS.points}); ${(polls + reads + searches).toFixed(0)} GB-s (goal ≤ ${GOALS.gbSeconds}): polls ${polls.toFixed(0)}, full reads ${reads.toFixed(0)}, hourly searches ${searches.toFixed(0)}`,
  );
}

/** Counted without latency, in steps of an hour: what is due then is due in it. */
async function virtualWeek() {
  const opened = await openWith(AUTOMATIC, {});
  const { site } = opened;
  try {
    await step(site, HOUR_MS);
    const before = runsOf(site);
    site.jira.resetCharges();
    for (let hour = 0; hour < WEEK_HOURS; hour += 1) await step(site, HOUR_MS);
    const { jira } = chargesOf(site);
    return {
      ...{ points: jira.points.total, worstHour: jira.points.worstHour, runs: runsOf(site) - before },
    };
  } finally {
    await site.close();
  }
}

/** GB-seconds of one invocation each, sleeping included. */
async function timesOfInvocations() {
  const { site, arns } = await openWith(1, { latency: LATENCY });
  const week = startOfWeek(arns[0] ?? '', site.clock.now()) + WEEK_HOURS * HOUR_MS;
  try {
    await step(site, week - 2 * HOUR_MS - site.clock.now());
    for (let poll = 0; poll < 3; poll += 1) await step(site, POLL_MS);
    site.host.resetCharges();
    for (let poll = 0; poll < QUIET_POLLS; poll += 1) await step(site, POLL_MS);
    const search = spent(site, 'jira-reconcile');
    const poll = (spent(site) - search) / QUIET_POLLS;
    await step(site, week - 2 * MINUTE_MS - site.clock.now());
    site.host.resetCharges();
    const before = runsOf(site);
    await step(site, 2 * POLL_MS);
    const runs = runsOf(site) - before;
    if (runs !== 1) throw new Error(`${runs} full reads came instead of one`);
    return { poll, search, read: spent(site) - spent(site, 'jira-reconcile') - poll };
  } finally {
    await site.close();
  }
}

/** A thousand workloads linked, so many of them synced and in automatic mode, at rest. */
async function openWith(automatic: number, options: { readonly latency?: typeof LATENCY }): Promise<Opened> {
  const site = await startSite({ fastForward: true, ...options });
  const scenario = scenarioOn(site);
  const arns: string[] = [];
  for (let nth = 0; nth < automatic; nth += 1) {
    const workloadArn = addOpenWorkload(site, `Workload ${nth}`);
    await scenario.link(workloadArn);
    await synced(site, scenario, workloadArn);
    arns.push(workloadArn);
    site.host.advanceClock(HOUR_MS);
  }
  await linkMany({ site, workloadArn: arns[0] ?? '', lensAlias: FRAMEWORK_ALIAS }, WORKLOADS - automatic);
  for (const workloadArn of arns)
    await scenario.call('settings.save', {
      projectKey: 'WA',
      workloadArn,
      settings: AUTO,
    });
  for (let poll = 0; poll < 3; poll += 1) await step(site, POLL_MS);
  return { site, scenario, arns };
}

async function synced(site: Site, scenario: Scenario, workloadArn: string): Promise<void> {
  const { runId } = await scenario.call('sync.start', { projectKey: 'WA', workloadArn, mode: 'sync' });
  if (!(await site.host.idle(300_000))) throw new Error('the first sync did not end');
  const { failed } = outcomeOf(await scenario.call('sync.run', { projectKey: 'WA', runId }));
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
}

/** Time passes, and what has become due is done. */
async function step(site: Site, ms: number): Promise<void> {
  site.host.advanceClock(ms);
  if (!(await site.host.idle(300_000))) throw new Error('the site does not come to rest');
}

function chargesOf(site: Site) {
  const [charges] = Object.values(site.charges());
  if (charges === undefined) throw new Error('the site has no installation');
  return charges;
}

/** GB-seconds of all functions, or of one. */
function spent(site: Site, name?: string): number {
  const all = Object.entries(chargesOf(site).functions);
  return all
    .filter(([key]) => name === undefined || key === name)
    .reduce((sum, [, { gbSeconds }]) => sum + gbSeconds, 0);
}

/** Runs that ended, by what the app logs of them. */
function runsOf(site: Site): number {
  return site.host.logs().filter((line) => line.includes('"is":"ended"')).length;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
