/**
 * `npm run bench:card`: how long it takes, once a moved card has been quiet for its time, until the question's notes in
 * AWS tell of it; on a framework workload in automatic mode, in real time, on a local site as slow as the real services.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AppCall } from '../sandbox/forge/intervene';
import { startSite, type Site } from '../sandbox/site/site';
import { asPerson, outcomeOf, scenarioOn, type Issue } from '../test/scenarios/open-site';
import { addOpenWorkload } from './add-workload';
import { LATENCY } from './latency';
import { median } from './median';
import { untilQuiet } from './until-quiet';

const RUNS = 5;
/** The default quiet time, and a little. */
const QUIET_MS = 121_000;

interface Seen extends Pick<AppCall, 'kind'> {
  readonly at: number;
}

async function main(): Promise<void> {
  const stateDir = await mkdtemp(path.join(tmpdir(), 'bench-card-'));
  try {
    await firstSync(stateDir);
    await measure(stateDir);
  } finally {
    await rm(stateDir, { recursive: true });
  }
}

/** Makes the issues, on a site that waits for nothing. */
async function firstSync(stateDir: string): Promise<void> {
  const site = await startSite({ stateDir, fastForward: true });
  try {
    const workloadArn = addOpenWorkload(site, 'Cards');
    const scenario = scenarioOn(site);
    outcomeOf(await scenario.sync({ workload: workloadArn }));
    const settings = { issueManagementStatus: 'ENABLED', issueManagementType: 'AUTO' };
    await scenario.call('settings.save', { projectKey: 'WA', workloadArn, settings });
    await site.idle(60_000);
  } finally {
    await site.close();
  }
}

async function measure(stateDir: string): Promise<void> {
  const calls: Seen[] = [];
  const beforeCall = ({ kind }: AppCall) => {
    calls.push({ kind, at: performance.now() });
    return Promise.resolve();
  };
  const site = await startSite({ stateDir, latency: LATENCY, beforeCall });
  try {
    await untilQuiet(calls);
    const cards = await openCards(site);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await timeOf(cards[run]?.key ?? '', site, calls));
    console.log(
      `a moved card, from the end of its quiet time to the notes: ${median(times).toFixed(0)} ms, median of ${RUNS}`,
    );
  } finally {
    await site.close();
  }
}

/** One of each question. */
async function openCards(site: Site): Promise<readonly Issue[]> {
  const all = await scenarioOn(site).issues();
  const cards = all.filter(({ fields }) => fields.issuetype.hierarchyLevel === -1);
  return [...new Map(cards.map((card) => [card.fields.parent?.key, card])).values()];
}

/** From the first call of the question's run to the answer of UpdateAnswer. */
async function timeOf(key: string, site: Site, calls: Seen[]): Promise<number> {
  await move(key, site);
  await untilQuiet(calls);
  calls.length = 0;
  site.clearRequests();
  site.host.resetCharges();
  site.host.advanceClock(QUIET_MS);
  const begin = performance.now();
  const isWritten = () => site.requests().some(({ operation }) => operation === 'UpdateAnswer');
  while (!isWritten()) {
    if (performance.now() - begin > 30_000) throw new Error(`the notes do not tell of ${key}`);
    await setTimeout(5);
  }
  const ms = performance.now() - (calls[0]?.at ?? begin);
  const own = [...calls];
  await untilQuiet(calls);
  const { read, operations } = site.host.charges().storage;
  const of = (kind: AppCall['kind']) => own.filter((call) => call.kind === kind).length;
  console.log(
    `${key}: ${ms.toFixed(0)} ms, ${of('jira')} Jira and ${of('aws')} AWS calls and ${of('kvs')} of storage until then; ` +
      `${operations} keys with what follows, ${read.total} units of 10 KB read`,
  );
  return ms;
}

async function move(key: string, site: Site): Promise<void> {
  const { body } = await asPerson(site, 'GET', `issue/${key}/transitions`);
  const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
  const id = transitions.find(({ to }) => to.name === 'Done')?.id;
  const { status } = await asPerson(site, 'POST', `issue/${key}/transitions`, { transition: { id } });
  if (status !== 204) throw new Error(`${key} did not move`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
