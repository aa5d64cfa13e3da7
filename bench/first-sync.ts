/**
 * `npm run bench:sync`: how long the runs of one framework workload take on a local site as slow as the real
 * services, in real time, beside what the way of most tools takes in the same run and beside the least that the
 * calls of a first sync can take; and what the platform charges for each.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_ADMIN } from '../sandbox/jira/seed/users';
import { startSite, type Site } from '../sandbox/site/site';
import { outcomeOf, scenarioOn, type Scenario } from '../test/scenarios/open-site';
import { addOpenWorkload } from './add-workload';
import { watchCalls, type Calls, type CallWatch } from './calls-of-run';
import { timeOfPeers } from './peers';

/** Milliseconds that a call takes. */
const LATENCY = { jira: 150, aws: 60, kvs: 20 };
const ISSUES = 1 + 57 + 307;
/** So many findings are measured, and the time of all counted from them: each takes as long as another. */
const PEERS_MEASURED = 40;

/**
 * AssumeRole and three dependent reads of the review; a search beside the create metadata; three levels of creates;
 * one read each of Tasks and Sub-tasks; 57 answers read and written, four at a time; five steps of storage.
 */
const BOUND = 4 * 60 + 150 + 3 * (20 + 150) + 2 * 150 + 15 * 120 + 5 * 20;

async function main(): Promise<void> {
  const watch = watchCalls(LATENCY.kvs);
  const beforeCall = (call: Parameters<CallWatch['see']>[0]) => {
    watch.see(call, performance.now());
    return Promise.resolve();
  };
  const site = await startSite({ latency: LATENCY, beforeCall });
  try {
    const peers =
      ((await timeOfPeers(site, { projectKey: 'WA', count: PEERS_MEASURED })) * ISSUES) / PEERS_MEASURED;
    console.log(
      `${ISSUES} issues the way of most tools: ${seconds(peers)}, from ${PEERS_MEASURED}; the bound ${seconds(BOUND)}`,
    );
    const measured = {
      site,
      scenario: scenarioOn(site),
      workloadArn: addOpenWorkload(site, 'First sync'),
      watch,
    };
    await measured.scenario.link(measured.workloadArn);
    await site.idle();
    const first = await timed(measured, 'sync');
    console.log(
      `first sync: ${told(first)}, ${(peers / first.ms).toFixed(1)} × faster than most tools, ${(first.ms / BOUND).toFixed(2)} × the bound`,
    );
    for (const mode of ['preview', 'sync', 'preview', 'sync'] as const)
      console.log(`${mode} with nothing changed: ${told(await timed(measured, mode))}`);
  } finally {
    await site.close();
  }
}

interface Measured {
  readonly site: Site;
  readonly scenario: Scenario;
  readonly workloadArn: string;
  readonly watch: CallWatch;
}

interface Timed {
  readonly ms: number;
  /** Until Jira, asked from outside, has all issues. */
  readonly issuesMs: number;
  readonly click: Calls;
  readonly run: Calls;
  /** Points of Jira, and keys of storage read and written. */
  readonly points: number;
  readonly keys: number;
  readonly refused: number;
}

/** From the click to the end of the run; throws unless everything was done. */
async function timed(
  { site, scenario, workloadArn, watch }: Measured,
  mode: 'preview' | 'sync',
): Promise<Timed> {
  watch.clear();
  const before = charged(site);
  const begin = performance.now();
  const { runId } = await scenario.call('sync.start', { projectKey: 'WA', workloadArn, mode });
  const [issuesMs, isIdle] = await Promise.all([
    timeOfIssues(site, workloadArn, begin),
    site.host.idle(300_000),
  ]);
  if (!isIdle) throw new Error('the run did not end');
  const ms = performance.now() - begin;
  const after = charged(site);
  const [click, run] = [watch.of('click'), watch.of('run')];
  const { failed, conflicts } = outcomeOf(await scenario.call('sync.run', { projectKey: 'WA', runId }));
  if (failed.length + conflicts.length > 0) throw new Error(JSON.stringify({ failed, conflicts }));
  return {
    ...{ ms, issuesMs, click, run, points: after.points - before.points },
    ...{ keys: after.keys - before.keys, refused: after.refused - before.refused },
  };
}

/** Milliseconds since then until a person's search shows all of them; throws where it does not within a minute. */
async function timeOfIssues({ jira }: Site, workloadArn: string, begin: number): Promise<number> {
  const jql = `issue.property[well-architected].workload = "${workloadArn}"`;
  for (;;) {
    const request = new Request('http://site/rest/api/3/search/jql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jql, maxResults: 5000, fields: ['id'] }),
    });
    const { response } = await jira.handle(request, { kind: 'user', accountId: PROJECT_ADMIN });
    const { issues } = (await response.json()) as { issues: readonly unknown[] };
    if (issues.length >= ISSUES) return performance.now() - begin;
    if (performance.now() - begin > 60_000) throw new Error(`only ${issues.length} issues are there`);
    await sleep(50);
  }
}

function charged(site: Site) {
  const [all] = Object.values(site.charges());
  if (all === undefined) throw new Error('the site charges nobody');
  const { storage, jira } = all;
  return { points: jira.points.total, keys: storage.operations, refused: storage.refused };
}

function told({ ms, issuesMs, click, run, points, keys, refused }: Timed): string {
  const calls = `${run.jira} Jira and ${run.aws} AWS calls, ${run.storageSteps} steps of storage`;
  const ofClick = `before it ${click.jira} and ${click.storageSteps}`;
  const prices = `${points} points, ${keys} keys of storage${refused > 0 ? `, ${refused} REFUSED` : ''}`;
  return `${seconds(ms)}, issues there after ${seconds(issuesMs)} (${calls}; ${ofClick}; ${prices})`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
