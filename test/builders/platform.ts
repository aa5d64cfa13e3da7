/**
 * What use cases are handed, in memory: the app's own stores, and in place of Jira, AWS, the queue and the clock
 * such as a test can set. One project links one workload through one connection that works.
 */
import type { AuditStore } from '../../src/audit/audit-store';
import type { NewEntry } from '../../src/audit/model';
import { afterRunEnded, afterRunFailed, afterRunInterrupted } from '../../src/automatic/after-run';
import { createAttentionStore } from '../../src/automatic/attention';
import { guardAutomaticRun } from '../../src/automatic/automatic-run-guard';
import { createEventSecretStore } from '../../src/automatic/event-secret-store';
import { createQuotaStore } from '../../src/usage/quota-store';
import { createUsageStore } from '../../src/usage/usage-store';
import { createWatermarkStore } from '../../src/automatic/watermark-store';
import { createNamedQuestions } from '../../src/automatic/named-questions';
import { createReconcileProgress } from '../../src/automatic/reconcile-progress';
import { createSeenEvents } from '../../src/automatic/seen-events';
import { createAwaitedRuns } from '../../src/automatic/awaited-runs';
import { createEarlierChanges } from '../../src/automatic/earlier-changes';
import { createPendingChanges } from '../../src/automatic/pending-changes';
import { createWatchStore } from '../../src/automatic/watch-store';
import { createWatchedRegions } from '../../src/automatic/watched-regions';
import { createAccessKeyStore } from '../../src/connection/access-key-store';
import { createConnectionStore } from '../../src/connection/connection-store';
import type { Connection } from '../../src/connection/model';
import type { Platform } from '../../src/handlers/platform';
import type { Examination } from '../../src/jira/client/examine-project';
import type { MakeSettings } from '../../src/jira/model';
import type { TriageIssue, TriageIssuePage, WhichSubtasks } from '../../src/jira/client/triage-issues';
import type { Permission } from '../../src/jira/client/permissions';
import { createSiteAddress } from '../../src/jira/site-address';
import { createWayStore } from '../../src/jira/way-store';
import { createLinkedWorkloadStore } from '../../src/linked-workloads/linked-workload-store';
import { createSiteLinks } from '../../src/linked-workloads/site-links';
import type { LinkedWorkload } from '../../src/linked-workloads/model';
import { createDeletedIssues } from '../../src/links/deleted-issues';
import { createIssueIndex } from '../../src/links/issue-index';
import { createLinkStore } from '../../src/links/link-store';
import { installationId } from '../../src/notes/installation';
import { asReason, type Reason } from '../../src/reason';
import { createRecentReads } from '../../src/reviews/recent-reads';
import { createKnownQuestions } from '../../src/reviews/known-questions';
import { createReviewMemory } from '../../src/reviews/review-memory';
import { createDueRuns } from '../../src/runs/due-runs';
import { createLatestRuns } from '../../src/runs/latest-runs';
import type { Run } from '../../src/runs/model';
import type { RunLine } from '../../src/runs/run-log';
import { createRunStore } from '../../src/runs/run-store';
import { DEFAULT_LINK_SETTINGS, type LinkSettings } from '../../src/settings/model';
import { batchesFencedBy, fencedBy } from '../../src/storage/fenced';
import type { Guard } from '../../src/storage/guarded';
import { unread } from '../../src/storage/unread';
import type { SyncEnd } from '../../src/sync/sync-end';
import type { Review } from '../../src/wellarchitected/model';
import type { ReviewSource } from '../../src/wellarchitected/source';
import { createRecentChangesStore } from '../../src/sync/budget/recent-changes-store';
import { createTriageStore } from '../../src/triage/triage-store';
import { createNotesMemory } from '../../src/sync/write-back/notes-memory';
import { Board } from './board';
import { MemoryGuarded, NO_WAITS } from './guarded';
import { MemoryAws } from './memory-aws';
import { callerOf } from './memory-caller';
import { memoryAudit, MemoryPeople, NO_CHAINS } from './audit';
import { examinerOf } from './memory-examiner';
import { liveCheckOn } from './live-check';
import { MemoryJira } from './memory-jira';
import { MemoryPendingChanges } from './pending-changes';
import { MemoryQueue } from './memory-queue';
import { practice, question, smallReview, WORKLOAD_ARN } from './review';
import { PROBES, PROJECT, REGION, ROLE_ARN, USER_ARN } from './platform-names';
import { AUTOMATIC } from './settings';
import { settingsOn, siteSettingsOn } from './settings-stores';
import { MemoryStorage } from './storage';

export * from './platform-names';
export type { Job } from './memory-queue';

/** Whom a key belongs to; the store takes its secret as given. */
const KEY = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'a secret', principalArn: USER_ARN };

export const TWO_QUESTIONS = smallReview(
  question('q1', 'HIGH', [practice('p1'), practice('p2')]),
  question('q2', 'HIGH', [practice('p3')]),
);

export class MemoryPlatform implements Platform {
  now = Date.UTC(2026, 5, 1);
  readonly clock = { now: () => this.now };
  readonly kvs = new MemoryStorage();
  readonly board = new Board(this.clock.now);
  readonly jira = new MemoryJira(this.board, this.clock.now);
  readonly aws: MemoryAws;
  readonly entries: NewEntry[] = [];
  readonly runLines: RunLine[] = [];
  readonly runLog = (line: RunLine) => void this.runLines.push(line);
  /** Issues and projects that the caller may not see; by key. */
  readonly hidden = new Set<string>();
  /** What the caller may do, wherever. */
  permissions: readonly Permission[] = ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'];
  openSubtasks: (which: WhichSubtasks) => Promise<TriageIssuePage> = () => Promise.resolve({ issues: [] });
  triageIssues: readonly TriageIssue[] = [];
  examination: Examination = { problems: [], screens: [] };
  problemsOfSettings: (make: MakeSettings) => readonly Reason[] = () => [];

  readonly accessKeys = createAccessKeyStore({ kvs: this.kvs, environment: {}, clock: this.clock });
  readonly attention = createAttentionStore(this.kvs);
  readonly guarded = new MemoryGuarded(this.kvs);
  readonly connections = createConnectionStore({ ...this.forStores(), random: this.random() });
  readonly eventSecrets = createEventSecretStore({ ...this.forStores(), random: this.random() });
  readonly leases = this.guarded.leasesBy(this.clock);
  readonly intentsUnder = this.guarded.intentsUnder;
  readonly issueIndex = createIssueIndex(this.kvs);
  readonly deletedIssues = createDeletedIssues(this.kvs);
  readonly latestRuns = createLatestRuns(this.kvs);
  readonly linkedWorkloads = createLinkedWorkloadStore(this.kvs);
  readonly siteLinks = createSiteLinks(this.kvs);
  readonly namedQuestions = createNamedQuestions(this.kvs);
  readonly knownQuestions = createKnownQuestions(this.kvs, this.clock);
  readonly notesMemory = createNotesMemory(this.kvs);
  readonly notesMemoryUnder = (lease: Guard) => createNotesMemory(fencedBy(lease, this.kvs, this.guarded));
  readonly watermarks = createWatermarkStore(this.kvs);
  readonly usage = createUsageStore(this.kvs);
  readonly quotas = createQuotaStore({ guarded: this.guarded, patience: NO_WAITS });
  readonly liveCheck = liveCheckOn(this.kvs);
  readonly recentChanges = createRecentChangesStore(this.kvs);
  readonly recentChangesUnder = (lease: Guard) =>
    createRecentChangesStore(fencedBy(lease, this.kvs, this.guarded));
  readonly ways = createWayStore(this.kvs);
  readonly triage = createTriageStore(this.kvs);
  readonly triageUnder = (lease: Guard) => createTriageStore(fencedBy(lease, this.kvs, this.guarded));
  readonly reconcileProgress = createReconcileProgress(this.kvs);
  readonly reviewMemory = createReviewMemory(this.kvs);
  readonly recentQuestions: Platform['recentQuestions'] = createRecentReads(this.clock);
  readonly runs = createRunStore(this.kvs);
  readonly newRuns = createRunStore(unread(this.kvs));
  readonly runsUnder = (lease: Guard) => createRunStore(fencedBy(lease, this.kvs, this.guarded));
  readonly dueRuns = createDueRuns(this.kvs);
  readonly seenEvents = createSeenEvents(this.kvs);
  readonly settings = settingsOn(this.kvs, undefined, this.guarded);
  readonly siteSettings = siteSettingsOn(this.kvs, undefined, this.guarded);
  readonly watchedRegions = createWatchedRegions(this.kvs);
  readonly siteAddress = createSiteAddress(this.kvs);
  readonly installationOn = (site: string) => installationId(site, 'an-environment');
  readonly queue = new MemoryQueue();
  readonly jobs = this.queue.jobs;
  readonly changes = new MemoryPendingChanges();
  readonly pendingChanges = createPendingChanges(this.forChanges());
  readonly awaitedRuns = createAwaitedRuns(this.forChanges());
  readonly earlierChanges = createEarlierChanges(this.forChanges());
  readonly audit: AuditStore = memoryAudit(this.entries);
  readonly chainHeads = NO_CHAINS;
  licensed = true;
  readonly isLicensed = () => this.licensed;
  readonly people = new MemoryPeople();
  readonly jiraAsCaller = callerOf(this);
  readonly projectExaminer = examinerOf(this);
  readonly afterRun = {
    ended: (run: Run, end: SyncEnd, at: number | undefined) => afterRunEnded(run, end, at, this),
    failed: (run: Run, reason: Reason) => afterRunFailed(run, reason, this),
    interrupted: (run: Run, reason: Reason) => afterRunInterrupted(run, reason, this),
  };
  readonly openLinks = () => createLinkStore(this.kvs);
  readonly linksUnder = (lease: Guard) => createLinkStore(batchesFencedBy(lease, this.kvs, this.guarded));
  readonly openWatch = (id: string, region: string) => createWatchStore(this.kvs, id, region);
  readonly openJira = () => this.jira;
  readonly templatesFolder = () => undefined;
  readonly eventsUrl = () => Promise.resolve('https://site.example/x1');
  readonly newId = () => `id-${(this.ids += 1)}`;
  readonly guardAutomatic = (run: Run, source: ReviewSource) => guardAutomaticRun(run, source, this);
  private ids = 0;
  private drawn = 0;

  private constructor(review: Review) {
    this.aws = new MemoryAws(review);
  }

  /** A connection that is ready serves the project, and nothing is linked. */
  static async connected(review: Review = TWO_QUESTIONS): Promise<MemoryPlatform> {
    const platform = new MemoryPlatform(review);
    platform.board.projectId(PROJECT.key);
    await platform.accessKeys.save('aws', KEY);
    await platform.connect();
    return platform;
  }

  /** The workload is linked too. */
  static async linked(settings?: Partial<LinkSettings>, review?: Review): Promise<MemoryPlatform> {
    const platform = await MemoryPlatform.connected(review);
    await platform.link();
    if (settings) await platform.change(settings);
    return platform;
  }

  /** Linked, and nobody has to start a run. */
  static automatic(settings: Partial<LinkSettings> = {}, review?: Review): Promise<MemoryPlatform> {
    return MemoryPlatform.linked({ ...AUTOMATIC, ...settings }, review);
  }

  /** The test of its Region found its role closed to others. */
  async connect(more: Partial<Connection> = {}): Promise<Connection> {
    const draft = { owner: { kind: 'site' }, access: 'read-write', auth: { kind: 'accessKey' } } as const;
    const connection = await this.connections.create({
      ...{ ...draft, name: 'Production', roleArn: ROLE_ARN, regions: [REGION], createdBy: 'jira admin' },
      ...{ serves: [{ projectId: PROJECT.id }], ...(more.owner ? { owner: more.owner } : {}) },
    });
    const checks = PROBES.map((what) => ({ what, result: 'ok', reason: asReason('AWS refused.') }) as const);
    const tests = [{ region: REGION, at: '2026-01-02T00:00:00.000Z', ok: true, checks }] as const;
    return (await this.storeConnection({ ...connection, tests, ...more })) ?? connection;
  }

  async link(more: Partial<LinkedWorkload> = {}): Promise<LinkedWorkload> {
    const [connection] = await this.connections.list();
    const link: LinkedWorkload = {
      ...{ projectId: PROJECT.id, workloadArn: WORKLOAD_ARN, name: 'Web shop' },
      ...{ connectionId: connection?.id ?? '', linkedBy: 'project admin', linkedAt: 'once', ...more },
    };
    return this.linkedWorkloads.save(link).then(() => link);
  }

  async change(settings: Partial<LinkSettings>): Promise<void> {
    await this.settings.save(PROJECT.id, WORKLOAD_ARN, { ...DEFAULT_LINK_SETTINGS, ...settings });
  }

  /** In place of what stands there. */
  readonly storeConnection = (it: Connection) => this.connections.change(it.id, () => it);

  /** The only connection. */
  async connection(): Promise<Connection> {
    const [connection] = await this.connections.list();
    if (!connection) throw new Error('There is no connection');
    return connection;
  }

  /** What the audit log tells, in words: `sync.ended by project admin`. */
  told(): readonly string[] {
    const by = (actor: NewEntry['actor']) => (actor.kind === 'person' ? actor.accountId : 'the app');
    return this.entries.map(({ action, actor }) => `${action} by ${by(actor)}`);
  }

  /** Runs that were queued, in order. */
  readonly queuedRuns = () => this.jobs.flatMap((job) => ('runId' in job ? [job.runId] : []));

  private forStores() {
    return { kvs: this.kvs, clock: this.clock, guarded: this.guarded };
  }

  private forChanges() {
    const { changes: storage, queue, runs } = this;
    return { ...this.forStores(), storage, runs, push: queue.enqueueReconciles };
  }

  private random() {
    return (bytes: number) => new Uint8Array(bytes).fill((this.drawn += 1));
  }
}
