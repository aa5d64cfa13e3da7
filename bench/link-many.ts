/**
 * `npm run bench:link`: how long it takes to link 150 workloads that a person selected, in real time, on a local site as slow
 * as the real services, in the calls that the page makes; beside linking them one by one, of which a few are measured.
 */
import { JIRA_ADMIN } from '../sandbox/jira/seed/users';
import { openScenario, type Scenario } from '../test/scenarios/open-site';
import { FRAMEWORK_ALIAS } from './add-workload';
import { LATENCY } from './latency';
import { charged } from './charged';

const WORKLOADS = 150;
const ALONE = 5;
/** Of a call of the page. */
const BATCH = 25;
const PROJECT = { projectKey: 'WA' };

interface Asked {
  readonly workloadArn: string;
  readonly connectionId: string;
}

async function main(): Promise<void> {
  const scenario = await openScenario({ latency: LATENCY, fastForward: false });
  try {
    const asked = await selection(scenario);
    const [alone, together] = [asked.slice(0, ALONE), asked.slice(ALONE)];
    const one = await measured(scenario, async () => {
      for (const link of alone) await scenario.call('workload.link', { ...PROJECT, ...link });
      return 0;
    });
    const each = one.ms / ALONE / 1000;
    console.log(
      `one by one: ${each.toFixed(2)} s and ${Math.round(one.keys / ALONE)} keys of storage each, ${(each * WORKLOADS).toFixed(0)} s for ${WORKLOADS} (of ${ALONE} measured)`,
    );
    scenario.site.host.advanceClock(60_000);
    const many = await measured(scenario, () => linkAll(scenario, together));
    console.log(
      `${WORKLOADS} selected: ${(many.ms / 1000).toFixed(1)} s, ${many.keys} keys of storage, ${many.refused} refused for a while, ${many.failed} workloads not linked`,
    );
    const { workloads } = await scenario.call('workload.linked', PROJECT);
    if (workloads.length !== asked.length) throw new Error(`${workloads.length} workloads are linked`);
  } finally {
    await scenario.close();
  }
}

async function selection(scenario: Scenario): Promise<readonly Asked[]> {
  const many = scenario.site.aws.admin.addWorkloads({ count: WORKLOADS + ALONE, lenses: [FRAMEWORK_ALIAS] });
  const { connections } = await scenario.call('connection.list', {}, JIRA_ADMIN);
  const connectionId = connections.find(({ owner }) => owner.kind === 'site')?.id ?? '';
  return many.map(({ arn }) => ({ workloadArn: arn, connectionId }));
}

/** Answers how many were not linked. */
async function linkAll(scenario: Scenario, asked: readonly Asked[]): Promise<number> {
  let failed = 0;
  for (let from = 0; from < asked.length; from += BATCH) {
    const { links } = await scenario.call('workload.linkMany', {
      ...PROJECT,
      workloads: asked.slice(from, from + BATCH),
    });
    failed += links.filter((each) => 'why' in each).length;
  }
  return failed;
}

async function measured({ site }: Scenario, work: () => Promise<number>) {
  const before = charged(site);
  const begin = performance.now();
  const failed = await work();
  const ms = performance.now() - begin;
  const after = charged(site);
  return { ms, failed, keys: after.keys - before.keys, refused: after.refused - before.refused };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
