/** What it costs to open the project page, however many workloads the project links. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { VIEWER } from '../../sandbox/jira/seed/users';
import { linkMany } from './linked-many';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

const WORKLOADS = 150;
const POLL_MS = 300_000;
const PAGE = { projectKey: 'WA' };

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite({ fastForward: false });
  await site.link(site.workloadArn);
  await linkMany(site, WORKLOADS - 1);
}, 120_000);
afterAll(() => site.close());
beforeEach(async () => {
  await site.pass(60_000);
  site.site.clearRequests();
});

type Page = Awaited<ReturnType<typeof overview>>;

const overview = (cursor?: string) =>
  site.call('workload.overview', { ...PAGE, ...(cursor === undefined ? {} : { cursor }) }, VIEWER);

/** As somebody sees them who goes down the page to its end; a second passes on the way from one to the next. */
async function allPages(): Promise<readonly Page[]> {
  const pages = [await overview()];
  for (let cursor = pages[0]?.cursor; cursor !== undefined; cursor = pages.at(-1)?.cursor) {
    site.site.host.advanceClock(1000);
    pages.push(await overview(cursor));
  }
  return pages;
}

/** Requests of the app: `aws` or `jira`. */
function asked(of: 'aws' | 'jira'): readonly string[] {
  const requests = site.site.requests().filter(({ via }) => via === 'app');
  const wanted = requests.filter(({ service }) => (service === 'jira') === (of === 'jira'));
  return wanted.map(({ operation }) => operation);
}

function keysRead(): number {
  const [charges] = Object.values(site.site.charges());
  return charges?.storage.operations ?? NaN;
}

describe('the cards of 150 linked workloads', () => {
  test('come in six answers, for which AWS is asked nothing and Jira for the caller’s rights alone', async () => {
    const pages = await allPages();
    expect(pages.map(({ workloads }) => workloads.length)).toEqual([25, 25, 25, 25, 25, 25]);
    const arns = pages.flatMap(({ workloads }) => workloads.map(({ workloadArn }) => workloadArn));
    expect(new Set(arns).size).toBe(WORKLOADS);
    expect(asked('aws')).toEqual([]);
    expect(asked('jira')).toHaveLength(3 * pages.length);
  });

  test('cost a fifth of what storage may be read in a second for those of the first screen', async () => {
    const before = keysRead();
    await overview();
    expect(keysRead() - before).toBeLessThanOrEqual(200);
  });

  test('have totals from one poll, whether they are in automatic mode or not', async () => {
    expect((await overview()).workloads.map(({ risks }) => risks)).toEqual(Array(25).fill({}));
    await site.save(AUTO);
    await site.pass(POLL_MS);
    const listed = site.site.clock.now();
    site.site.clearRequests();
    const cards = (await allPages()).flatMap(({ workloads }) => workloads);
    expect(asked('aws')).toEqual([]);
    const manual = cards.filter(({ workloadArn }) => workloadArn !== site.workloadArn);
    const totals = manual.flatMap(({ risks }) => (risks.total ? [risks.total] : []));
    expect(totals).toHaveLength(WORKLOADS - 1);
    expect(totals[7]?.risks).toEqual({ UNANSWERED: 3, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 });
    for (const { at } of totals) {
      expect(Date.parse(at)).toBeLessThanOrEqual(listed);
      expect(Date.parse(at)).toBeGreaterThan(listed - POLL_MS - 60_000);
    }
    await site.save({});
    await site.pass(POLL_MS);
  });
});

describe('risks by pillar', () => {
  const ofSmall = async () =>
    (await overview()).workloads.find(({ workloadArn }) => workloadArn === site.workloadArn)?.risks.review;

  test('are those that the last run read, or somebody who asked AWS since', async () => {
    await site.call('sync.start', { ...PAGE, workloadArn: site.workloadArn, mode: 'preview' });
    await site.pass(1000);
    const read = await ofSmall();
    expect(read?.lenses.map(({ name, status, risks }) => [name, status, risks.HIGH])).toEqual([
      ['Small Lens', 'CURRENT', 2],
    ]);
    await site.answerInAws('keys', { SelectedChoices: ['keys_rotated'] });
    await site.pass(120_000);
    expect(await ofSmall()).toEqual(read);
    const now = await site.call('workload.review', { ...PAGE, workloadArn: site.workloadArn }, VIEWER);
    expect(now.lenses[0]?.risks.HIGH).toBe(1);
    expect(await ofSmall()).toEqual(now);
  });
});
