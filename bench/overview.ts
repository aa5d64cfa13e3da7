/**
 * `npm run bench:overview`: how long the project page takes that links 150 workloads, in real time, on a local site as
 * slow as the real services, in a real Chromium; and what it asks of AWS, Jira and storage until it is there.
 */
import { setTimeout } from 'node:timers/promises';
import { JIRA_ADMIN, PROJECT_ADMIN } from '../sandbox/jira/seed/users';
import { openPages, type Pages } from '../test/browser/pages';
import { scenarioOn, type Scenario } from '../test/scenarios/open-site';
import { FRAMEWORK_ALIAS } from './add-workload';
import { median } from './median';
import { LATENCY } from './latency';
import { charged } from './charged';

const WORKLOADS = 150;
/** Linking reads storage: more at once would be more than there is in a second. */
const AT_ONCE = 5;
const RUNS = 5;
const POLL_MS = 300_000;
const PAGE = '/projects/WA/well-architected';

async function main(): Promise<void> {
  const pages = await openPages({ latency: LATENCY });
  try {
    const scenario = scenarioOn(pages.site);
    const arns = await linkMany(pages, scenario);
    await poll(pages, scenario, arns[0] ?? '');
    const answers: number[] = [];
    for (let run = 0; run < RUNS; run += 1) answers.push(await timeOfAnswer(pages, scenario));
    console.log(`the first cards of ${WORKLOADS}: answered in ${median(answers).toFixed(0)} ms`);
    const screens: number[] = [];
    for (let run = 0; run < RUNS; run += 1) screens.push(await timeOfScreen(pages));
    console.log(`the first screen: ${median(screens).toFixed(0)} ms, medians of ${RUNS}`);
  } finally {
    await pages.close();
  }
}

async function linkMany({ site }: Pages, scenario: Scenario): Promise<readonly string[]> {
  const many = site.aws.admin.addWorkloads({ count: WORKLOADS, lenses: [FRAMEWORK_ALIAS] });
  const arns = many.map(({ arn }) => arn);
  const { connections } = await scenario.call('connection.list', {}, JIRA_ADMIN);
  const connectionId = connections.find(({ owner }) => owner.kind === 'site')?.id;
  for (let from = 0; from < WORKLOADS; from += AT_ONCE) {
    const part = arns.slice(from, from + AT_ONCE);
    await Promise.all(
      part.map((workloadArn) =>
        scenario.call('workload.link', { projectKey: 'WA', connectionId, workloadArn }),
      ),
    );
    site.host.advanceClock(10_000);
  }
  return arns;
}

/** One workload in automatic mode has its Region polled; that tells of the others too. */
async function poll({ site }: Pages, scenario: Scenario, workloadArn: string): Promise<void> {
  const settings = { issueManagementStatus: 'ENABLED', issueManagementType: 'AUTO' };
  await scenario.call('settings.save', { projectKey: 'WA', workloadArn, settings });
  if (!(await site.host.idle(120_000))) throw new Error('the first run did not end');
  site.host.advanceClock(POLL_MS);
  if (!(await site.host.idle(120_000))) throw new Error('the poll did not end');
  site.host.advanceClock(60_000);
}

/** What is read of storage in a minute is counted anew; a poll that comes due meanwhile is done first. */
async function minuteLater({ site }: Pages): Promise<void> {
  site.host.advanceClock(60_000);
  await setTimeout(1000);
  if (!(await site.host.idle(120_000))) throw new Error('a poll did not end');
  site.clearRequests();
}

async function timeOfAnswer(pages: Pages, scenario: Scenario): Promise<number> {
  const { site } = pages;
  await minuteLater(pages);
  const before = charged(site);
  const begin = performance.now();
  const { workloads } = await scenario.call('workload.overview', { projectKey: 'WA' });
  const ms = performance.now() - begin;
  const after = charged(site);
  const own = site.requests().filter(({ via }) => via === 'app');
  const jira = own.filter(({ service }) => service === 'jira').length;
  const known = workloads.filter(({ risks }) => risks.total ?? risks.review).length;
  console.log(
    `${workloads.length} cards, ${known} with figures: ${ms.toFixed(0)} ms, ${own.length - jira} AWS and ${jira} Jira calls, ` +
      `${after.keys - before.keys} keys of storage, ${after.refused - before.refused} refused`,
  );
  return ms;
}

/** From the address to the risks of the first card. */
async function timeOfScreen(pages: Pages): Promise<number> {
  const tab = await pages.open('/', { as: PROJECT_ADMIN });
  await minuteLater(pages);
  const begin = performance.now();
  await tab.goto(PAGE);
  await tab.app
    .getByText(/as AWS listed them|Read from AWS/)
    .first()
    .waitFor();
  const ms = performance.now() - begin;
  const own = pages.site.requests().filter(({ via, service }) => via === 'app' && service !== 'jira');
  console.log(`first screen: ${ms.toFixed(0)} ms, ${own.length} AWS calls`);
  await tab.close();
  return ms;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
