/**
 * `npm run bench:sync`: how long the runs of one framework workload take on a local site as slow as the real
 * services, in real time, beside what the way of most tools takes in the same run and beside the least that the
 * calls of a first sync can take.
 */
import { startSite, type Site } from '../sandbox/site/site';
import { outcomeOf, scenarioOn, type Scenario } from '../test/scenarios/open-site';
import { addOpenWorkload } from './add-workload';
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
  const site = await startSite({ latency: LATENCY });
  try {
    const peers =
      ((await timeOfPeers(site, { projectKey: 'WA', count: PEERS_MEASURED })) * ISSUES) / PEERS_MEASURED;
    console.log(
      `${ISSUES} issues the way of most tools: ${seconds(peers)}, from ${PEERS_MEASURED}; the bound ${seconds(BOUND)}`,
    );
    const workload = addOpenWorkload(site, 'First sync');
    const scenario = scenarioOn(site);
    await link(scenario, workload);
    const first = await timed(site, scenario, workload, 'sync');
    console.log(
      `first sync: ${told(first)}, ${(peers / first.ms).toFixed(1)} × faster than most tools, ${(first.ms / BOUND).toFixed(2)} × the bound`,
    );
    for (const mode of ['preview', 'sync', 'preview', 'sync'] as const)
      console.log(`${mode} with nothing changed: ${told(await timed(site, scenario, workload, mode))}`);
  } finally {
    await site.close();
  }
}

interface Timed {
  readonly ms: number;
  readonly issuesThere: number | undefined;
  readonly calls: { readonly jira: number; readonly aws: number; readonly kvs: number };
}

async function link(scenario: Scenario, workloadArn: string): Promise<void> {
  await scenario.link(workloadArn);
  await scenario.site.idle();
}

/** From the click to the end of the run; throws unless everything was done. */
async function timed(
  site: Site,
  scenario: Scenario,
  workloadArn: string,
  mode: 'preview' | 'sync',
): Promise<Timed> {
  site.clearRequests();
  const begin = performance.now();
  const { runId } = await scenario.call('sync.start', { projectKey: 'WA', workloadArn, mode });
  if (!(await site.host.idle(300_000))) throw new Error('the run did not end');
  const ms = performance.now() - begin;
  const run = await scenario.call('sync.run', { projectKey: 'WA', runId });
  const { failed, conflicts } = outcomeOf(run);
  if (failed.length + conflicts.length > 0) throw new Error(JSON.stringify({ failed, conflicts }));
  const of = (service: string) =>
    site.requests().filter((each) => each.via === 'app' && (service === 'jira') === (each.service === 'jira'))
      .length;
  return { ms, issuesThere: undefined, calls: { jira: of('jira'), aws: of('aws'), kvs: 0 } };
}

function told({ ms, calls }: Timed): string {
  return `${seconds(ms)} (${calls.jira} Jira and ${calls.aws} AWS calls)`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
