import type { AuditPorts } from '../audit/record';
import type { Clock } from '../clock';
import type { AwsAccess } from '../connection/aws-access';
import type { Connection } from '../connection/model';
import { ahead, whenAll } from '../in-flight';
import type { Jira } from '../jira/jira';
import type { ProjectRef } from '../jira/model';
import type { SiteAddress } from '../jira/site-address';
import type { WayStore } from '../jira/way-store';
import { settingsOf } from '../linked-workloads/link-settings';
import { examineLink, type LinkStatePorts } from '../linked-workloads/link-state';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { IntentStore } from '../links/intent-store';
import type { DeletedIssues } from '../links/deleted-issues';
import type { IssueIndex } from '../links/issue-index';
import type { LinkStore } from '../links/link-store';
import type { Guard } from '../storage/guarded';
import { CONSUMER_REQUESTS, CONSUMER_SECONDS } from './consumer-seconds';
import { createDoneLines, type DoneLines } from './done-lines';
import type { LeaseStore } from './lease-store';
import { Refusal } from '../refusal';
import type { RecentChangesStore } from '../sync/budget/recent-changes-store';
import type { SyncPorts, SyncRequest } from '../sync/ports';
import { resolveProject } from '../sync/resolve-project';
import { parseWorkloadArn } from '../wellarchitected/arn';
import type { Answers } from '../wellarchitected/answers';
import type { ReviewSource } from '../wellarchitected/source';
import type { NotesMemory } from '../sync/write-back/notes-memory';
import type { Run } from './model';
import { because } from './reasons';
import { atMostEvery, createReporter, EVERY_MS, type Reporter } from './progress';
import type { RunStore } from './run-store';
import { showPlan } from './show-plan';
import { readHeld, requestOf, type Held, type RequestPorts } from './sync-request';

export interface OpenRunPorts extends LinkStatePorts, AuditPorts, Omit<RequestPorts, 'runs'> {
  readonly runs: Pick<RunStore, 'save' | 'approve' | 'approved' | 'readAhead' | 'together'>;
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get'>;
  /** As the invocation that has the lease may write them. */
  readonly intentsUnder: (lease: Guard) => IntentStore;
  readonly leases: Pick<LeaseStore, 'holds'>;
  readonly issueIndex: Pick<IssueIndex, 'questionOf'>;
  readonly deletedIssues: Pick<DeletedIssues, 'has'>;
  /** As the invocation that has the lease may write them. */
  readonly recentChangesUnder: (lease: Guard) => RecentChangesStore;
  readonly ways: WayStore;
  /** As the invocation that has the lease may write it. */
  readonly triageUnder: (lease: Guard) => SyncPorts['triage'];
  /** As the invocation that has the lease may write it. */
  readonly notesMemoryUnder: (lease: Guard) => NotesMemory;
  /** As the invocation that has the lease may write them; one of its own for each, because it remembers what it read. */
  readonly linksUnder: (lease: Guard) => LinkStore;
  readonly openJira: () => Jira;
  readonly siteAddress: SiteAddress;
  /** Names this installation in the notes: see `installationId`. @param site as runs have it */
  readonly installationOn: (site: string) => string;
  readonly aws: Pick<AwsAccess, 'openReviews' | 'openAnswers'>;
  /** What a run that nobody started has to ask before it changes anything. */
  readonly guardAutomatic: (
    run: Run,
    source: ReviewSource,
  ) => Pick<SyncPorts, 'objection' | 'isQuiet' | 'waiting'>;
  readonly clock: Clock;
}

export interface OpenRun
  extends Pick<Reporter, 'current' | 'unfinished'>, Pick<DoneLines, 'take' | 'tellRest'> {
  readonly request: SyncRequest;
  readonly ports: SyncPorts;
  /** Calls of all its invocations. */
  readonly calls: () => Run['calls'];
  /** When the run last wrote to AWS, by AWS's clock, in milliseconds since the epoch. */
  readonly lastWriteAt: () => number | undefined;
}

/**
 * Builds what one invocation of a run needs. Project, link and connection are looked at again: a run that was
 * queued before its link ended does nothing, and one under way stops within a second or two (a Refusal out of
 * `report`). Throws Refusal or `UpstreamError`.
 */
export async function openRun(run: Run, lease: Guard, ports: OpenRunPorts): Promise<OpenRun> {
  const jira = ports.openJira();
  const [project, entry] = await whenAll([resolveProject(jira, run.projectId), enter(run, ports)]);
  return openWith(entry, project, run, lease, jira, ports);
}

/** As `openRun`, in a project that was found already. */
export async function openRunIn(
  project: ProjectRef,
  run: Run,
  lease: Guard,
  jira: Jira,
  ports: OpenRunPorts,
): Promise<OpenRun> {
  return openWith(await enter(run, ports), project, run, lease, jira, ports);
}

/**
 * Begins to read what `openRun` asks for first, beside what its caller does until then: link, settings and connection
 * are kept for a second. What fails is met by `openRun`.
 */
export function readAhead(run: Run, ports: OpenRunPorts): void {
  void ahead(connectionOfLink(run, ports).then((connection) => openReview(run, connection, ports)));
  void ahead(settingsOf(run, ports));
}

/** What an invocation alone writes while it has the lease. */
function openStores(
  run: Run,
  lease: Guard,
  ports: OpenRunPorts,
): Pick<SyncPorts, 'links' | 'intents' | 'recentChanges' | 'triage'> {
  const stores = {
    links: ports.linksUnder(lease),
    intents: ports.intentsUnder(lease),
    recentChanges: ports.recentChangesUnder(lease),
    triage: ports.triageUnder(lease),
  };
  readAheadUnder(run, stores, ports);
  return stores;
}

/** The same of what is asked for once plan or outcome are known, and stands in memory from then on. */
function readAheadUnder(
  { id, mode, question, workloadArn }: Run,
  { recentChanges, triage }: Pick<SyncPorts, 'recentChanges' | 'triage'>,
  { runs }: Pick<OpenRunPorts, 'runs'>,
): void {
  if (question !== undefined) return;
  void ahead(runs.readAhead(id));
  void ahead(recentChanges.load(workloadArn));
  if (mode === 'sync') void ahead(triage.load(workloadArn));
}

/** What stands in storage of a run's link, and the ways into AWS that it opens. */
interface Entry {
  readonly connection: Connection;
  readonly held: Held;
  readonly source: ReviewSource;
  readonly answers: Answers | undefined;
}

/** Sends nothing to AWS. @throws Refusal where the link does not sync */
async function enter(run: Run, ports: OpenRunPorts): Promise<Entry> {
  const [connection, held] = await whenAll([connectionOfLink(run, ports), readHeld(run, ports)]);
  return { connection, held, ...(await openReview(run, connection, ports)) };
}

function openWith(
  { connection, held, source, answers }: Entry,
  project: ProjectRef,
  run: Run,
  lease: Guard,
  jira: Jira,
  ports: OpenRunPorts,
): OpenRun {
  const sent = () => source.calls() + (answers?.calls() ?? 0);
  const calls = () => ({ jira: run.calls.jira + jira.calls(), aws: run.calls.aws + sent() });
  const reporter = createReporter(run, calls, ports);
  const done = createDoneLines(run, ports);
  const mayStill = async () => Boolean(await connectionOfLink(run, ports));
  const mayGoOn = atMostEvery(EVERY_MS, ports.clock, mayStill, ports.clock.now());
  return {
    request: requestOf(run, project, connection, held),
    ports: {
      source,
      jira,
      issueIndex: ports.issueIndex,
      deletedIssues: ports.deletedIssues,
      ways: ports.ways,
      ...openStores(run, lease, ports),
      writeBack: answers && { answers, memory: ports.notesMemoryUnder(lease), ...ownBlock(run, jira, ports) },
      ...(run.startedBy === undefined ? ports.guardAutomatic(run, source) : {}),
      ...invocationOf(run, lease, ports),
      requestsLeft: () => CONSUMER_REQUESTS - sent(),
      report: async (progress) => {
        await whenAll([mayGoOn(), reporter.report(progress)]);
      },
      leave: reporter.leave,
      ...accountedBy(done, run),
    },
    current: reporter.current,
    calls,
    unfinished: reporter.unfinished,
    ...{ take: done.take, tellRest: done.tellRest },
    lastWriteAt: () => answers?.lastWriteAt(),
  };
}

function ownBlock({ site }: Run, jira: Jira, ports: Pick<OpenRunPorts, 'installationOn' | 'siteAddress'>) {
  return { installation: ports.installationOn(site), siteUrl: askedOnce(() => ports.siteAddress(jira)) };
}

/** The run of one question tells what it did at its end, which is near. */
function accountedBy({ did, tellSome }: DoneLines, { question }: Run): Pick<SyncPorts, 'did' | 'tellDone'> {
  return { did, ...(question === undefined ? { tellDone: tellSome } : {}) };
}

/** The first answer; a failure is not remembered. */
function askedOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}

/** Whether the project is there Jira says at the start of each invocation. */
const THERE = { archived: false };

async function connectionOfLink(
  { projectId, workloadArn }: Run,
  ports: Pick<OpenRunPorts, 'linkedWorkloads'> & LinkStatePorts,
): Promise<Connection> {
  const link = await ports.linkedWorkloads.get(workloadArn);
  if (link?.projectId !== projectId) {
    throw new Refusal('conflict', because('run-linked-elsewhere'));
  }
  const { state, connection } = await examineLink(link, THERE, ports);
  if (state.code !== 'active' || !connection) throw new Refusal('conflict', state.reason);
  return connection;
}

/** A connection that may only read opens no answers. */
async function openReview(
  { id: runId, site, workloadArn }: Run,
  { id, access }: Connection,
  { aws }: Pick<OpenRunPorts, 'aws'>,
): Promise<{ readonly source: ReviewSource; readonly answers: Answers | undefined }> {
  const { region = '' } = parseWorkloadArn(workloadArn) ?? {};
  const [source, answers] = await whenAll([
    aws.openReviews(id, region, { runId, site }),
    access === 'read-write' ? aws.openAnswers(id, workloadArn, { runId, site }) : Promise.resolve(undefined),
  ]);
  return { source, answers };
}

/** What of the ports is about this invocation: how long it lasts, and whether it still is the one. */
function invocationOf(
  { id: runId }: Run,
  lease: Guard,
  { clock, runs, leases }: Pick<OpenRunPorts, 'clock' | 'runs' | 'leases'>,
): Pick<SyncPorts, 'now' | 'remaining' | 'hasLease' | 'approve'> {
  const end = clock.now() + CONSUMER_SECONDS * 1000;
  return {
    now: () => clock.now(),
    remaining: () => end - clock.now(),
    hasLease: atMostEvery(EVERY_MS, clock, () => leases.holds(lease)),
    approve: async (digests, plan, notes) => {
      await whenAll([showPlan(runId, plan, notes, { runs }), runs.approve(runId, digests)]);
    },
  };
}
