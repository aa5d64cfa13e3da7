/**
 * `npm run bench:triage`: how long the triage of 50 workloads takes, each with the framework lens and everything open, in
 * real time, on a local site as slow as the real services, in a real Chromium; and what it costs of Jira's points and of
 * storage. The baseline is the way of a table that asks Jira for all there is: one search of a hundred after another.
 */
import { PROJECT_ADMIN } from '../sandbox/jira/seed/users';
import { openPages, type Pages, type Tab } from '../test/browser/pages';
import { scenarioOn, type Scenario } from '../test/scenarios/open-site';
import { triageMany } from '../test/scenarios/triaged-many';
import { median } from './median';
import { LATENCY } from './latency';
import { charged } from './charged';

const WORKLOADS = 50;
const RUNS = 5;
/** Baseline searches that are made; all of them are as many more. */
const SEARCHES = 10;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const PROJECT = { projectKey: 'WA' };
const PAGE = '/projects/WA/well-architected/triage';

interface Cost {
  readonly ms: number;
  readonly points: number;
  readonly keys: number;
  readonly refused: number;
}

async function main(): Promise<void> {
  const pages = await openPages({ latency: LATENCY });
  try {
    const scenario = scenarioOn(pages.site);
    const open = await triageMany(scenario, WORKLOADS);
    console.log(`${WORKLOADS} workloads, ${open} open best practices`);
    await baseline(pages, scenario, open);
    told('the first 100 rows, the first time', await firstRows(pages, scenario));
    const answers: Cost[] = [];
    for (let run = 0; run < RUNS; run += 1) answers.push(await firstRows(pages, scenario));
    told(`the first 100 rows, median of ${RUNS}`, middleOf(answers));
    const screens: Cost[] = [];
    for (let run = 0; run < RUNS; run += 1) screens.push(await firstScreen(pages));
    told(`the first screen with 100 rows, median of ${RUNS}`, middleOf(screens));
    await exportAll(pages, open);
  } finally {
    await pages.close();
  }
}

/** As many searches as there are hundreds of rows, each after the other, since each needs the cursor of the one before. */
async function baseline(pages: Pages, scenario: Scenario, open: number): Promise<void> {
  let cursor: string | undefined;
  const cost = await costOf(pages, async () => {
    for (let nth = 0; nth < SEARCHES; nth += 1) {
      const at = cursor === undefined ? {} : { cursor };
      ({ cursor } = await scenario.call('triage.search', { ...PROJECT, search: {}, ...at }));
    }
  });
  const pagesOfAll = Math.ceil(open / 100);
  const times = pagesOfAll / SEARCHES;
  const { ms, points } = cost;
  console.log(
    `baseline, all rows before the first is in order: ${pagesOfAll} searches, one after another, ` +
      `${((ms * times) / SECOND).toFixed(1)} s, ${Math.round(points * times)} points (of ${SEARCHES} measured)`,
  );
}

/** What the page asks for until the first rows are there. */
function firstRows(pages: Pages, scenario: Scenario): Promise<Cost> {
  return costOf(pages, async () => {
    const { workloads } = await scenario.call('triage.list', PROJECT);
    const ids = workloads.flatMap(({ lenses }) =>
      lenses.flatMap(({ pillars }) =>
        pillars.flatMap(({ questions }) =>
          questions.flatMap(({ issues }) => issues.map(([id]) => String(id))),
        ),
      ),
    );
    const { rows } = await scenario.call('triage.rows', { ...PROJECT, issueIds: ids.slice(0, 100) });
    if (rows.length !== 100) throw new Error(`${rows.length} rows`);
  });
}

/** From the address to a hundred rows in the page. */
async function firstScreen(pages: Pages): Promise<Cost> {
  const tab = await pages.open('/', { as: PROJECT_ADMIN });
  const cost = await costOf(pages, async () => {
    await tab.goto(PAGE);
    await rowsIn(tab).nth(100).waitFor();
  });
  await tab.close();
  return cost;
}

const rowsIn = (tab: Tab) => tab.app.getByRole('table').getByRole('row');

/** From the click that confirms the price to the file. */
async function exportAll(pages: Pages, open: number): Promise<void> {
  const tab = await pages.open('/', { as: PROJECT_ADMIN });
  await tab.goto(PAGE);
  await rowsIn(tab).nth(100).waitFor();
  const button = tab.app.getByRole('button', { name: 'Export', exact: true });
  await button.click();
  const price = await tab.app.getByText(/of the 65,000 points/).innerText();
  const shown = Number(/takes ([\d,]+) of/.exec(price)?.[1]?.replaceAll(',', ''));
  const cost = await costOf(pages, async () => {
    const saved = tab.page.waitForEvent('download', { timeout: MINUTE });
    await button.click();
    await (await saved).path();
  });
  told(`export of all ${open}, ${shown} points shown before`, cost);
  await tab.close();
}

/** What is read in a second and in a minute is counted anew. */
async function costOf({ site }: Pages, work: () => Promise<unknown>): Promise<Cost> {
  site.host.advanceClock(MINUTE);
  const before = charged(site);
  const begin = performance.now();
  await work();
  const ms = performance.now() - begin;
  const after = charged(site);
  return {
    ms,
    points: after.points - before.points,
    keys: after.keys - before.keys,
    refused: after.refused - before.refused,
  };
}

function middleOf(costs: readonly Cost[]): Cost {
  const of = (pick: (cost: Cost) => number) => median(costs.map(pick));
  return {
    ms: of(({ ms }) => ms),
    points: of(({ points }) => points),
    keys: of(({ keys }) => keys),
    refused: of(({ refused }) => refused),
  };
}

function told(what: string, { ms, points, keys, refused }: Cost): void {
  const trouble = refused > 0 ? `, ${refused} REFUSED` : '';
  console.log(`${what}: ${(ms / SECOND).toFixed(2)} s, ${points} points, ${keys} keys of storage${trouble}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
