/**
 * `npm run bench:pages`: how long pages take on the local site, in a real Chromium, as medians and beside a baseline of the
 * same run. The baseline of a first screen is a page of the site without the app; that of the long triage table is
 * the same page with a quarter of its rows.
 */
import { PROJECT_ADMIN } from '../sandbox/jira/seed/users';
import { openGallery } from '../test/browser/gallery';
import { openPages, type Pages, type Tab } from '../test/browser/pages';
import { scenarioOn } from '../test/scenarios/open-site';
import { addOpenWorkload } from './add-workload';
import { median } from './median';

const RUNS = 5;
const SHOWN = ['overview', 'result', 'issue', 'admin', 'project-settings'];
/** Each has 307 best practices. */
const WORKLOADS = 4;
const TRIAGE = '/projects/WA/well-architected/triage';

async function firstScreens(): Promise<void> {
  const gallery = await openGallery();
  const times = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run += 1) {
    for (const view of gallery.views.filter(({ name }) => ['home', ...SHOWN].includes(name))) {
      const begin = performance.now();
      const tab = await gallery.show(view, { theme: 'light', width: 1280 });
      times.set(view.name, [...(times.get(view.name) ?? []), performance.now() - begin]);
      await tab.close();
    }
  }
  await gallery.close();
  const baseline = median(times.get('home') ?? []);
  console.log(`First screen, median of ${RUNS} (baseline: a page of the site without the app)`);
  for (const [name, found] of times) report(name, median(found), baseline);
}

async function longTable(): Promise<void> {
  const pages = await openPages({ fastForward: true });
  const scenario = scenarioOn(pages.site);
  const drawn: number[][] = [];
  for (let nth = 1; nth <= WORKLOADS; nth += 1) {
    await scenario.sync({ workload: addOpenWorkload(pages.site, `Large ${nth}`) });
    if (nth === 1 || nth === WORKLOADS) drawn.push(await measureTable(pages));
  }
  await pages.close();
  const [few = [], many = []] = drawn;
  console.log('\nTriage (baseline: the table of one workload)');
  for (const [step, name] of [
    'the first 100 rows',
    'sorted by best practice',
    'filtered by text',
  ].entries()) {
    report(name, many[step] ?? NaN, few[step] ?? NaN);
  }
}

async function measureTable(pages: Pages): Promise<number[]> {
  const timings: number[][] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const tab = await pages.open('/', { as: PROJECT_ADMIN });
    timings.push([
      await timed(async () => {
        await tab.goto(TRIAGE);
        await tab.app.getByText(/^[\d,]+ open best practices/).waitFor();
        await tab.app.getByRole('table').getByRole('row').nth(100).waitFor();
      }),
      await timed(() => sorted(tab)),
      await timed(async () => {
        await tab.app.getByLabel('Find').fill('recovery');
        await tab.app.getByText(/^\d+ of [\d,]+ open best practices$/).waitFor();
      }),
    ]);
    await tab.close();
  }
  return [0, 1, 2].map((step) => median(timings.map((timing) => timing[step] ?? NaN)));
}

async function sorted(tab: Tab): Promise<void> {
  await tab.app.getByRole('columnheader', { name: 'Best practice' }).getByRole('button').click();
  await tab.app.locator('th[aria-sort]').filter({ hasText: 'Best practice' }).waitFor();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function report(name: string, ms: number, baseline: number): void {
  console.log(`${name.padEnd(28)} ${Math.round(ms)} ms, ${(ms / baseline).toFixed(1)} × the baseline`);
}

async function main(): Promise<void> {
  await firstScreens();
  await longTable();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
