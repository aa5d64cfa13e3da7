/**
 * `npm run bench:poll`: one scheduled look at a thousand workloads in automatic mode with nothing changed, and at three
 * thousand in three Regions, in real time, on a local site as slow as the real services.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { JIRA_ADMIN } from '../sandbox/jira/seed/users';
import { createWatermarkStore } from '../src/automatic/watermark-store';
import { createLinkedWorkloadStore } from '../src/linked-workloads/linked-workload-store';
import { storageOf } from '../test/scenarios/linked-many';
import { openReviewedSite, type ReviewedSite } from '../test/scenarios/reviewed-site';
import { LATENCY } from './latency';
import { seconds } from './measured-run';
import { untilQuiet } from './until-quiet';

const EACH = 1000;
const REGIONS = ['us-east-1', 'eu-west-1', 'ap-southeast-2'] as const;
const POLL_MS = 300_000;
/** Of the framework lens, unanswered. */
const RISKS = { UNANSWERED: 57, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 };
/** What the set-up reads of storage at once is no part of the question. */
const UNLIMITED = { storage: Infinity, 'storage-second': Infinity };

async function main(): Promise<void> {
  for (const places of [1, 3]) {
    const stateDir = await mkdtemp(path.join(tmpdir(), 'bench-poll-'));
    try {
      await setUp(stateDir, REGIONS.slice(0, places));
      await measure(stateDir, places);
    } finally {
      await rm(stateDir, { recursive: true });
    }
  }
}

/** Workloads that were linked and synced long ago, and three polls that saw them. */
async function setUp(stateDir: string, regions: readonly string[]): Promise<void> {
  const site = await openReviewedSite({ stateDir, fastForward: false, limits: UNLIMITED });
  try {
    await site.run();
    await site.rest();
    await watchRegions(site, regions);
    for (const region of regions) await linkAll(site, region);
    const { settings } = await site.call('siteSettings.get', {}, JIRA_ADMIN);
    const automatic = { ...settings, issueManagementType: 'AUTO' };
    await site.call('siteSettings.save', { settings: automatic }, JIRA_ADMIN);
    for (let poll = 0; poll < 3; poll += 1) await site.pass(POLL_MS);
  } finally {
    await site.close();
  }
}

async function watchRegions(site: ReviewedSite, regions: readonly string[]): Promise<void> {
  const { connections } = await site.call('connection.list', {}, JIRA_ADMIN);
  const [connection] = connections;
  if (!connection) throw new Error('the site has no connection');
  await site.call('connection.update', { connectionId: connection.id, regions }, JIRA_ADMIN);
}

/** What a call of `workload.link` and a first run would leave behind for each, by the app's own stores. */
async function linkAll(site: ReviewedSite, region: string): Promise<void> {
  const storage = storageOf(site);
  const links = createLinkedWorkloadStore(storage);
  const watermarks = createWatermarkStore(storage);
  const link = await links.get(site.workloadArn);
  if (!link) throw new Error('the first workload is not linked');
  const many = site.site.aws.admin.addWorkloads({ count: EACH, region });
  for (const { arn, details, updatedAt } of many) {
    await links.save({ ...link, workloadArn: arn, name: details.WorkloadName });
    await watermarks.sawAll(arn, updatedAt, RISKS);
  }
}

async function measure(stateDir: string, places: number): Promise<void> {
  const calls: { readonly kind: string; readonly at: number }[] = [];
  const beforeCall = ({ kind }: { readonly kind: string }) => {
    calls.push({ kind, at: performance.now() });
    return Promise.resolve();
  };
  const site = await openReviewedSite({ stateDir, fastForward: false, latency: LATENCY, beforeCall });
  try {
    await untilQuiet(calls);
    for (let poll = 1; poll <= 3; poll += 1) {
      calls.length = 0;
      site.site.host.resetCharges();
      site.site.host.advanceClock(POLL_MS);
      await untilQuiet(calls);
      tell(site, places, calls);
    }
  } finally {
    await site.close();
  }
}

function tell(site: ReviewedSite, places: number, calls: readonly { kind: string; at: number }[]): void {
  const of = (kind: string) => calls.filter((call) => call.kind === kind).length;
  const ms = (calls.at(-1)?.at ?? 0) - (calls[0]?.at ?? 0) + LATENCY.kvs;
  const { operations, refused } = site.site.host.charges().storage;
  console.log(
    `${places * EACH} workloads in ${places} Region${places > 1 ? 's' : ''}: ${seconds(ms)}, ${of('aws')} AWS and ${of('jira')} Jira calls, ` +
      `${operations} keys of storage, ${refused} refused`,
  );
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
