/** Two issues that say they are one Task: whatever else a run writes, their question's notes stay. */
import { expect, test } from '@jest/globals';
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
import { WORKLOAD_ARN, lensTimesOf } from '../../../builders/review';
import { PROJECT, PROJECT_ID } from '../../../builders/world';
import { INSTALLATION, LENS, NOW, SELECTS, SITE_URL, ToldSite } from './told-site';

/** A run of the whole workload. */
async function syncWhole({ answers, memory, settings, servedProjects, jira, world, kvs }: ToldSite) {
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

test('a choice of its Sub-task leaves the block, and the app remembers it', async () => {
  const site = await ToldSite.told();
  site.settings = { ...site.settings, ...SELECTS };
  const { projectKey, summary, parentId, property } = site.world.find('q1');
  const clone = site.world.board.create({
    ...{ projectKey, level: 'task', summary, description: undefined, labels: [], property },
    ...(parentId === undefined ? {} : { parentId }),
  });
  site.world.board.setStatus(site.world.find('q1', 'p1').id, 'done');
  const [before, remembered] = [site.notes('q1'), await site.memory.load(WORKLOAD_ARN, LENS)];

  const end = await syncWhole(site);
  expect(end.plan.changes.map(({ kind }) => kind)).toEqual(['choose']);
  expect(site.answers.asked.filter((call) => call.startsWith('update'))).toEqual([
    expect.not.stringContaining('notes'),
  ]);
  expect(site.notes('q1')).toBe(before);
  expect((await site.memory.load(WORKLOAD_ARN, LENS))?.questions.get('q1')).toEqual(
    remembered?.questions.get('q1'),
  );

  site.world.board.delete(clone.id);
  expect((await syncWhole(site)).notices).toEqual([]);
});
