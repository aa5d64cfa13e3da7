/** One run of a workload on a local site with latency: how long it takes, what it calls and what it is charged for. */
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_ADMIN } from '../sandbox/jira/seed/users';
import { startSite, type Site, type SiteOptions } from '../sandbox/site/site';
import { outcomeOf, type Scenario } from '../test/scenarios/open-site';
import { watchCalls, type Calls, type CallWatch } from './calls-of-run';
import { LATENCY } from './latency';
import { charged } from './charged';

/** A site as slow as the real services, and a watch that sees each call as it leaves the app. */
export async function startWatched(
  options: SiteOptions = {},
): Promise<{ readonly site: Site; readonly watch: CallWatch }> {
  const watch = watchCalls(LATENCY.kvs);
  const beforeCall = (call: Parameters<CallWatch['see']>[0]) => {
    watch.see(call, performance.now());
    return Promise.resolve();
  };
  return { site: await startSite({ ...options, latency: LATENCY, beforeCall }), watch };
}

export interface Measured {
  readonly site: Site;
  readonly scenario: Scenario;
  readonly workloadArn: string;
  /** So many issues it has once it is synced. */
  readonly issues: number;
  readonly watch: CallWatch;
}

export interface Timed {
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
export async function timed(
  { site, scenario, workloadArn, issues, watch }: Measured,
  mode: 'preview' | 'sync',
): Promise<Timed> {
  watch.clear();
  const before = charged(site);
  const begin = performance.now();
  const { runId } = await scenario.call('sync.start', { projectKey: 'WA', workloadArn, mode });
  const [issuesMs, isIdle] = await Promise.all([
    timeOfIssues(site, workloadArn, issues, begin),
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
async function timeOfIssues(
  { jira }: Site,
  workloadArn: string,
  expected: number,
  begin: number,
): Promise<number> {
  const jql = `issue.property[well-architected].workload = "${workloadArn}"`;
  for (;;) {
    const request = new Request('http://site/rest/api/3/search/jql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jql, maxResults: 5000, fields: ['id'] }),
    });
    const { response } = await jira.handle(request, { kind: 'user', accountId: PROJECT_ADMIN });
    const { issues } = (await response.json()) as { issues: readonly unknown[] };
    if (issues.length >= expected) return performance.now() - begin;
    if (performance.now() - begin > 60_000) throw new Error(`only ${issues.length} issues are there`);
    await sleep(50);
  }
}

export function told({ ms, issuesMs, click, run, points, keys, refused }: Timed): string {
  const calls = `${run.jira} Jira and ${run.aws} AWS calls, ${run.storageSteps} steps of storage`;
  const ofClick = `before it ${click.jira} and ${click.storageSteps}`;
  const prices = `${points} points, ${keys} keys of storage${refused > 0 ? `, ${refused} REFUSED` : ''}`;
  return `${seconds(ms)}, issues there after ${seconds(issuesMs)} (${calls}; ${ofClick}; ${prices})`;
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
