/**
 * `npm run bench:lenses`: a workload with 20 lenses that was synced once, previewed and synced again with nothing
 * changed, on a local site as slow as the real services, in real time, beside the workload of one lens.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerLens } from '../sandbox/aws';
import { startSite, type Site } from '../sandbox/site/site';
import { outcomeOf, scenarioOn } from '../test/scenarios/open-site';
import { addOpenWorkload, FRAMEWORK_ALIAS } from './add-workload';
import { startWatched, timed, told, type Measured } from './measured-run';

const LENSES = 20;
/** Of the framework's six pillars, in each of the other lenses: together they have as many best practices as eight frameworks. */
const PILLARS = 2;
const NAMES = { one: 'One lens', many: 'Twenty lenses' };

interface Synced {
  readonly arn: string;
  readonly issues: number;
}

async function main(): Promise<void> {
  const stateDir = await mkdtemp(path.join(tmpdir(), 'bench-lenses-'));
  try {
    const workloads = await syncedOnce(stateDir);
    const { site, watch } = await startWatched({ stateDir });
    try {
      for (const [name, { arn, issues }] of workloads) {
        const measured = { site, scenario: scenarioOn(site), workloadArn: arn, issues, watch };
        await tell(`${name}, ${issues} issues`, measured);
      }
    } finally {
      await site.close();
    }
  } finally {
    await rm(stateDir, { recursive: true });
  }
}

async function tell(name: string, measured: Measured): Promise<void> {
  for (const mode of ['preview', 'sync'] as const) {
    // What storage and Jira take in a minute is counted anew.
    measured.site.host.advanceClock(60_000);
    await measured.site.idle();
    console.log(`${name}, ${mode} again: ${told(await timed(measured, mode))}`);
  }
}

/** Makes the issues, on a site that waits for nothing. */
async function syncedOnce(stateDir: string): Promise<readonly (readonly [string, Synced])[]> {
  const site = await startSite({ stateDir, fastForward: true });
  try {
    const many = addWithLenses(site);
    return [
      [NAMES.one, await sync(site, addOpenWorkload(site, NAMES.one))],
      [NAMES.many, await sync(site, many)],
    ];
  } finally {
    await site.close();
  }
}

async function sync(site: Site, workload: string): Promise<Synced> {
  const { created } = outcomeOf(await scenarioOn(site).sync({ workload }));
  return { arn: workload, issues: created.epics + created.tasks + created.subtasks };
}

/** The framework, and lenses of an organization with some of its pillars each; nothing is selected in any. */
function addWithLenses({ aws: { admin } }: Site): string {
  return admin.batch(() => {
    const framework = admin.lenses().find(({ alias }) => alias === FRAMEWORK_ALIAS);
    if (!framework) throw new Error('the framework lens is missing');
    const { form, version, pillars } = framework;
    const own = Array.from({ length: LENSES - 1 }, (_, nth) => {
      const some = pillars.slice(nth % (pillars.length - PILLARS + 1)).slice(0, PILLARS);
      return admin.publishLens({ form, version, name: `Lens ${nth + 1}`, pillars: some });
    });
    const lenses = [framework, ...own];
    const workload = admin.addWorkload({ name: NAMES.many, lenses: lenses.map(({ alias }) => alias) });
    for (const lens of lenses) answerLens(admin, workload.id, lens, 'none');
    return workload.arn;
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
