/**
 * The one place that reaches the platform: storage, queue, clients, clock and chance, built once for each runtime
 * and handed to use cases as their ports.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import api, { getAppContext, privacy, webTrigger } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs as forgeKvs } from '@forge/kvs';
import { createAuditStore } from '../audit/audit-store';
import { afterRunEnded, afterRunFailed, afterRunInterrupted } from '../automatic/after-run';
import { createChainHeads } from '../audit/chain-heads';
import { createPeople } from '../audit/people';
import { createAccountPlaces } from '../accounts/account-places';
import type { ReportAccountsPorts } from '../accounts/report-accounts';
import { createAttentionStore } from '../automatic/attention';
import { guardAutomaticRun } from '../automatic/automatic-run-guard';
import { createEventSecretStore } from '../automatic/event-secret-store';
import { createWatermarkStore } from '../automatic/watermark-store';
import { createNamedQuestions } from '../automatic/named-questions';
import { createReconcileProgress } from '../automatic/reconcile-progress';
import { createSeenEvents } from '../automatic/seen-events';
import { createAwaitedRuns } from '../automatic/awaited-runs';
import { createEarlierChanges } from '../automatic/earlier-changes';
import { createPendingChangeStorage } from '../automatic/pending-change-storage';
import { createPendingChanges } from '../automatic/pending-changes';
import type { DelayedJob } from '../automatic/queue';
import { createWatchStore } from '../automatic/watch-store';
import { createWatchedRegions } from '../automatic/watched-regions';
import type { Clock } from '../clock';
import { createAccessKeyStore } from '../connection/access-key-store';
import { createAwsAccess, type AwsAccess } from '../connection/aws-access';
import { createConnectionStore } from '../connection/connection-store';
import { createTemplatesFolders } from '../connection/templates-folders';
import type { HttpOptions } from '../jira/client/http';
import { createJiraAsCaller, createProjectExaminer } from '../jira/create-for-pages';
import { createJira } from '../jira/create-jira';
import { createSiteAddress } from '../jira/site-address';
import { createWayStore } from '../jira/way-store';
import { createLinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import { createSiteLinks } from '../linked-workloads/site-links';
import { createIntentStore } from '../links/intent-store';
import { createDeletedIssues } from '../links/deleted-issues';
import { createIssueIndex } from '../links/issue-index';
import { createLinkStore } from '../links/link-store';
import { installationId } from '../notes/installation';
import { createRecentReads } from '../reviews/recent-reads';
import { createKnownQuestions } from '../reviews/known-questions';
import { createReviewMemory } from '../reviews/review-memory';
import { remembering } from '../reviews/remember-reviews';
import type { ContinueRunPorts } from '../runs/continue-run';
import { atOnce } from '../storage/at-once';
import { batchesFencedBy, fencedBy } from '../storage/fenced';
import { createGuardedStorage, type Guard } from '../storage/guarded';
import { createOrderedChanges } from '../storage/in-order';
import { withKeptReads } from '../storage/kept-reads';
import { steady } from '../storage/steady-storage';
import { unread } from '../storage/unread';
import { createLeaseStore } from '../runs/lease-store';
import { createDueRuns } from '../runs/due-runs';
import { createLatestRuns } from '../runs/latest-runs';
import { logRun } from '../runs/run-log';
import { createRunStore } from '../runs/run-store';
import { createSettingsStore } from '../settings/settings-store';
import { createSiteSettingsStore } from '../settings/site-settings';
import { createAccount } from '../usage/account';
import { countedRequester } from '../usage/counted-requester';
import { metered } from '../usage/metered-storage';
import { createQuotaStore } from '../usage/quota-store';
import { createUsageStore } from '../usage/usage-store';
import { createRecentChangesStore } from '../sync/budget/recent-changes-store';
import { createNotesMemory } from '../sync/write-back/notes-memory';
import { createTriageStore } from '../triage/triage-store';
import type { LiveCheckPorts } from '../use-cases/live-check';
import type { PlacedQuestion } from '../wellarchitected/page-reads';
import { createJobs } from './queue';

const clock: Clock = Date;
const random = randomBytes;

const PATIENCE = { sleep: (ms: number) => sleep(ms), jitter: Math.random };

const meteredKvs = metered(forgeKvs);

const queue = createJobs(new Queue({ key: 'sync' }), PATIENCE);

const steadyKvs = steady(meteredKvs, PATIENCE);

const kvs = withKeptReads(steadyKvs, clock);

const guarded = createGuardedStorage(meteredKvs, PATIENCE);

const inOrder = createOrderedChanges(guarded, randomUUID);

const runs = createRunStore(kvs);

/** Pending changes, and what becomes of them. A conditional write that was repeated is one that another was quicker with. */
const changes = {
  clock,
  storage: createPendingChangeStorage(steadyKvs),
  push: (jobs: readonly DelayedJob[]) => queue.enqueueReconciles(jobs),
};

/**
 * Who acted, and where chains of entries end: a repeated write of the first comes to the same, the second repeats by
 * itself.
 */
const people = createPeople({ kvs: steadyKvs, clock, random });
const chainHeads = createChainHeads(meteredKvs, PATIENCE);

const stores = {
  accessKeys: createAccessKeyStore({ kvs, environment: process.env, clock }),
  attention: createAttentionStore(kvs),
  audit: createAuditStore({ kvs, heads: chainHeads, people, clock, random }),
  chainHeads,
  people,
  connections: createConnectionStore({ kvs, guarded, random, clock }),
  eventSecrets: createEventSecretStore({ kvs, random, clock }),
  intentsUnder: (lease: Guard) => createIntentStore(kvs, guarded, lease),
  issueIndex: createIssueIndex(kvs),
  deletedIssues: createDeletedIssues(kvs),
  latestRuns: createLatestRuns(kvs),
  leases: createLeaseStore({ guarded, clock }),
  linkedWorkloads: createLinkedWorkloadStore(kvs),
  siteLinks: createSiteLinks(kvs),
  namedQuestions: createNamedQuestions(kvs),
  knownQuestions: createKnownQuestions(kvs, clock),
  notesMemory: createNotesMemory(kvs),
  notesMemoryUnder: (lease: Guard) => createNotesMemory(fencedBy(lease, kvs, guarded)),
  watermarks: createWatermarkStore(kvs),
  recentChanges: createRecentChangesStore(kvs),
  recentChangesUnder: (lease: Guard) => createRecentChangesStore(fencedBy(lease, kvs, guarded)),
  ways: createWayStore(kvs),
  triage: createTriageStore(kvs),
  triageUnder: (lease: Guard) => createTriageStore(fencedBy(lease, kvs, guarded)),
  reconcileProgress: createReconcileProgress(kvs),
  reviewMemory: createReviewMemory(kvs),
  recentQuestions: createRecentReads<readonly PlacedQuestion[]>(clock),
  runs,
  newRuns: createRunStore(unread(kvs, atOnce(steadyKvs))),
  runsUnder: (lease: Guard) => createRunStore(fencedBy(lease, kvs, guarded)),
  dueRuns: createDueRuns(kvs),
  seenEvents: createSeenEvents(kvs),
  settings: createSettingsStore(kvs, inOrder),
  siteSettings: createSiteSettingsStore(kvs, inOrder),
  pendingChanges: createPendingChanges(changes),
  awaitedRuns: createAwaitedRuns({ ...changes, runs }),
  earlierChanges: createEarlierChanges({ ...changes, kvs }),
  watchedRegions: createWatchedRegions(kvs),
  usage: createUsageStore(kvs),
  quotas: createQuotaStore({ guarded, patience: PATIENCE }),
  openLinks: () => createLinkStore(kvs),
  linksUnder: (lease: Guard) => createLinkStore(batchesFencedBy(lease, kvs, guarded)),
  openWatch: (connectionId: string, region: string) => createWatchStore(kvs, connectionId, region),
};

const JIRA_PACE = { clock, ...PATIENCE };

/** Requests as the app: for writes, after the caller's right is checked. */
const asApp: HttpOptions = {
  ...JIRA_PACE,
  requester: countedRequester(
    (path, init) => api.asApp().requestJira(path, init),
    () => clock.now(),
  ),
};

/** Requests as the person who calls: for what they may do and see. */
const asCaller: HttpOptions = {
  ...JIRA_PACE,
  requester: countedRequester(
    (path, init) => api.asUser().requestJira(path, init),
    () => clock.now(),
  ),
};

/** A person waits: a resolver has 25 seconds. */
const ONE_RETRY = { retries: 1 };

/** Whole reviews that are read through it leave their risks in memory. */
function rememberingAccess(aws: AwsAccess): AwsAccess {
  const { reviewMemory, knownQuestions } = stores;
  const ports = { reviewMemory, knownQuestions, clock };
  return { ...aws, openReviews: async (...asked) => remembering(await aws.openReviews(...asked), ports) };
}

const clients = {
  aws: rememberingAccess(createAwsAccess({ ...stores, random, awsPorts: { clock, sleep } })),
  /** A client of its own for each use: it counts its calls. */
  openJira: () => createJira({ ...asApp, rightsMayLag: true }),
  jiraAsCaller: createJiraAsCaller({ ...asCaller, ...ONE_RETRY }),
  projectExaminer: createProjectExaminer({ ...asApp, ...ONE_RETRY }),
  siteAddress: createSiteAddress(kvs),
  /** Site and environment survive a rename and a re-install. */
  installationOn: (site: string) => installationId(site, getAppContext().environmentAri.environmentId),
  templatesFolder: createTemplatesFolders(process.env),
  /** Of the web trigger, as manifest.yml names it. */
  eventsUrl: () => webTrigger.getUrl('aws-events'),
};

/** As they are, without the retries that everything else has: a check of the platform is to see what it does. */
const liveCheck: LiveCheckPorts['liveCheck'] = {
  kvs: meteredKvs,
  fetch: (url: string) => fetch(url),
  newId: (): string => randomUUID(),
};

/**
 * False only where the platform says that the site's licence is not active. Where it says nothing the app is not sold:
 * licensing is off in the manifest, or the environment is none of production (unverified on a live site, F39).
 */
function isLicensed(): boolean {
  const { license } = getAppContext();
  return (license?.isActive ?? license?.active) !== false;
}

const ports = {
  ...stores,
  ...clients,
  liveCheck,
  isLicensed,
  queue,
  clock,
  runLog: logRun,
  newId: (): string => randomUUID(),
};

/** Runs know nothing of automatic mode: what it wants of them is passed in. */
const automaticMode: Pick<ContinueRunPorts, 'afterRun' | 'guardAutomatic'> = {
  afterRun: {
    ended: (run, end, lastWriteAt) => afterRunEnded(run, end, lastWriteAt, ports),
    failed: (run, reason) => afterRunFailed(run, reason, ports),
    interrupted: (run, reason) => afterRunInterrupted(run, reason, ports),
  },
  guardAutomatic: (run, source) => guardAutomaticRun(run, source, ports),
};

export const platform = { ...ports, ...automaticMode };

/** Of the weekly report of accounts, which nobody asks for. */
export const accountReport: ReportAccountsPorts = {
  people,
  audit: stores.audit,
  accountPlaces: createAccountPlaces({
    ...{ kvs: steadyKvs, connections: stores.connections, changes: inOrder },
  }),
  reportPersonalData: (accounts) => privacy.reportPersonalData(accounts),
  patience: PATIENCE,
};

/** Entry points do their work through it. */
export const account = createAccount(stores.usage, clock);

/** Every port that a use case asks for is a part of it. */
export type Platform = typeof platform;
