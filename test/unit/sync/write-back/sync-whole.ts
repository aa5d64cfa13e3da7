/** A run of the whole workload on a site with its answers. */
import { intentsOf } from '../../../builders/guarded';
import { createWayStore } from '../../../../src/jira/way-store';
import { createIssueIndex } from '../../../../src/links/issue-index';
import { createLinkStore } from '../../../../src/links/link-store';
import { ONE_PLACE } from '../../../../src/plan/places';
import { createRecentChangesStore } from '../../../../src/sync/budget/recent-changes-store';
import { NO_RENAMES } from '../../../../src/sync/renames';
import type { SyncPorts } from '../../../../src/sync/ports';
import { NONE_ABSENT } from '../../../../src/sync/absent-issues';
import { carryOut } from '../../../../src/sync/run-sync';
import type { SyncEnd } from '../../../../src/sync/sync-end';
import { WORKLOAD_ARN, lensTimesOf } from '../../../builders/review';
import { PROJECT, PROJECT_ID } from '../../../builders/world';
import { INSTALLATION, NOW, SITE_URL, type ToldSite } from './told-site';

/** Reads issues as they stand on the board now. */
export async function syncWhole(site: ToldSite): Promise<SyncEnd> {
  const { answers, memory, settings, servedProjects, jira, world, kvs } = site;
  const links = createLinkStore(kvs);
  const reading = {
    ...{ review: world.review, workloadLinks: await links.load(WORKLOAD_ARN), issues: world.board.ours() },
    ...{ others: [], adoptable: [], adopted: [], claims: [], moreClaims: false },
    ...NONE_ABSENT,
    ...{ intent: undefined, places: ONE_PLACE, renames: NO_RENAMES, twins: [], uncertain: new Set<string>() },
  };
  const ports: Partial<SyncPorts> = {
    ...{
      jira,
      links,
      intents: intentsOf(kvs),
      issueIndex: createIssueIndex(kvs),
      recentChanges: createRecentChangesStore(kvs),
      ways: createWayStore(kvs),
      now: () => NOW,
      remaining: () => 900_000,
      requestsLeft: () => 1500,
    },
    source: {
      calls: () => 0,
      workloads: () => Promise.resolve([]),
      accountConnector: () => Promise.resolve('DISABLED'),
      workload: () => Promise.resolve(world.review.workload),
      review: () => Promise.resolve(world.review),
      lensTimes: () => Promise.resolve(lensTimesOf(world.review)),
    },
    writeBack: { answers, memory, installation: INSTALLATION, siteUrl: () => Promise.resolve(SITE_URL) },
    hasLease: () => Promise.resolve(true),
    approve: () => Promise.resolve(),
    report: () => Promise.resolve(),
  };
  const request = {
    ...{ runId: 'run-1', workloadArn: WORKLOAD_ARN, projectId: PROJECT_ID, projectKey: PROJECT },
    ...{ servedProjects, settings, automatic: false, fingerprint: undefined, confirm: false },
    ...{
      options: { selection: {}, recreate: false },
      mode: 'sync' as const,
      approved: undefined,
      isLastTry: false,
      named: [],
    },
    tally: { updated: 0, closed: 0, reopened: 0, chosen: 0, notesWritten: 0 },
  };
  return carryOut(request, reading, ports as SyncPorts);
}
