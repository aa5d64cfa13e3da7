/** The run of one question: an event sets it off, and it is done at once. */
import type { RunOutcome } from '../contract';
import type { LinkedWorkload } from '../linked-workloads/model';
import { LeaseLost } from '../storage/fenced';
import { Pause } from '../sync/pause';
import type { SyncPorts } from '../sync/ports';
import type { QuestionPorts, QuestionRequest } from '../sync/read-question';
import { runQuestion, type QuestionEnd } from '../sync/run-question';
import type { SyncEnd } from '../sync/sync-end';
import type { Guard } from '../storage/guarded';
import { StorageUnavailable } from '../storage/unavailable';
import { UpstreamError } from '../upstream-error';
import { endInterrupted, type EndInterruptedPorts } from './end-interrupted';
import { doneRun, endRun, failedRun, isNews, type EndRunPorts } from './end-run';
import type { NotesMemory } from '../sync/write-back/notes-memory';
import type { Run } from './model';
import { newRun } from './new-run';
import { giveBackAtEnd, secondsToWait, type LeaseStore } from './lease-store';
import { openRunIn, type OpenRun, type OpenRunPorts } from './open-run';
import type { Reason } from '../reason';
import { Refusal } from '../refusal';
import { because } from './reasons';
import { outcomeOf, shownPlan } from './outcome';
import { endedLine, lineOf, stoppedLine, type RunLog } from './run-log';
import { createRunStore, type RunStore } from './run-store';
import { showPlan } from './show-plan';
import { saveStoppedOutcome } from './stopped-outcome';

export interface QuestionRunPorts extends OpenRunPorts, EndRunPorts, EndInterruptedPorts {
  readonly runs: OpenRunPorts['runs'] & EndInterruptedPorts['runs'];
  /** For a run that storage has not heard of. */
  readonly newRuns: Pick<RunStore, 'save' | 'together'>;
  readonly leases: LeaseStore;
  readonly notesMemory: NotesMemory;
  readonly triage: SyncPorts['triage'];
  readonly runLog: RunLog;
  readonly newId: () => string;
}

export interface AskedQuestion {
  readonly link: LinkedWorkload;
  readonly lens: string;
  readonly question: string;
  readonly site: string;
}

export interface QuestionRun {
  readonly run: Run;
  readonly end: QuestionEnd;
  /** As `OpenRun` has it. */
  readonly lastWriteAt: number | undefined;
}

/**
 * Does the run to its end within this invocation, under the lease of the workload; where another invocation has it, or
 * a run that died is to go on, a Pause says for how long. What nobody is to hear of leaves no trace in storage. Throws
 * Pause, Refusal and `UpstreamError`: trying again is the caller's, with a run of its own, which reads anew. The
 * connection must be one that may write.
 */
export async function runOneQuestion(asked: AskedQuestion, ports: QuestionRunPorts): Promise<QuestionRun> {
  const run = { ...runOf(asked, ports.newId()), beganAt: ports.clock.now() };
  const taken = await ports.leases.take(run.workloadArn, run.id);
  if (taken.kind === 'held')
    throw new Pause(because('another-run-works'), secondsToWait(taken.until - ports.clock.now()));
  let unsettled = taken.before;
  try {
    await endInterrupted(taken.before, run, ports);
    unsettled = undefined;
    return await runUnder(taken.lease, run, asked, ports);
  } finally {
    await giveBackAtEnd(ports.leases, taken.lease, unsettled);
  }
}

async function runUnder(
  lease: Guard,
  run: Run,
  asked: AskedQuestion,
  ports: QuestionRunPorts,
): Promise<QuestionRun> {
  const jira = ports.openJira();
  // Whether the project is there shows when its issues are read.
  const project = { id: run.projectId, key: run.projectId, archived: false };
  ports.runLog(lineOf(run, 'started', ports.clock.now()));
  let open: OpenRun | undefined;
  try {
    open = await openRunIn(project, run, lease, jira, { ...ports, ...held(ports), runs: UNSTORED });
    const end = await runQuestion(requestOf(asked, open), portsOf(open));
    if (end.kind === 'ran') await store(run, open, end.end, ports);
    else ports.runLog({ ...lineOf(reported(open), 'ended', ports.clock.now()), outcome: end.kind });
    return { run, end, lastWriteAt: open.lastWriteAt() };
  } catch (error) {
    const stopped = { error, reason: reasonOf(error), now: ports.clock.now() };
    ports.runLog(stoppedLine(open ? reported(open) : run, 'failed', stopped));
    if (open) await storeFailure(open, error, ports);
    throw error;
  }
}

function reported(open: OpenRun): Run {
  return { ...open.current(), calls: open.calls() };
}

function reasonOf(error: unknown): Reason | undefined {
  const isTold = [UpstreamError, StorageUnavailable, Pause, Refusal].some((kind) => error instanceof kind);
  return isTold ? (error as UpstreamError | StorageUnavailable | Pause | Refusal).reason : undefined;
}

function runOf({ link, lens, question, site }: AskedQuestion, id: string): Run {
  return newRun({
    id,
    site,
    workloadArn: link.workloadArn,
    question: { lens, question },
    projectId: link.projectId,
    mode: 'sync',
    selection: { lensAliases: [lens], questionIds: [question] },
    recreate: false,
    settle: [],
    confirm: false,
    workloadName: link.name,
  });
}

function requestOf({ link, lens, question }: AskedQuestion, { request }: OpenRun): QuestionRequest {
  return { ...request, question: { workload: link.workloadArn, lens, question } };
}

/** Its invocation ends before its lease does, and nobody can take that from it: storage knows no such run to end. */
function held({ openLinks, notesMemory, triage }: QuestionRunPorts) {
  return {
    leases: { holds: () => Promise.resolve(true) },
    linksUnder: openLinks,
    notesMemoryUnder: () => notesMemory,
    triageUnder: () => triage,
  } satisfies Partial<OpenRunPorts>;
}

/** Nobody watches it go on, goes on with it or takes its workload: storage hears of its end alone, if that is news. */
const UNSTORED: OpenRunPorts['runs'] = createRunStore({
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
});

function portsOf({ ports }: OpenRun): QuestionPorts {
  const { writeBack } = ports;
  if (writeBack === undefined) throw new Error('The run of a question needs a connection that may write');
  return { ...ports, writeBack };
}

async function store(run: Run, open: OpenRun, end: SyncEnd, ports: QuestionRunPorts): Promise<void> {
  const calls = open.calls();
  const foreseen = outcomeOf(end, shownPlan(end.plan, end.notes, 0), calls);
  if (isNews(run, foreseen)) await storeNews(open, end, foreseen, ports);
  ports.runLog(endedLine(reported(open), foreseen, ports.clock.now()));
}

async function storeNews(
  open: OpenRun,
  end: SyncEnd,
  foreseen: RunOutcome,
  ports: QuestionRunPorts,
): Promise<void> {
  const run = open.current();
  const { newRuns: runs } = ports;
  const outcome = await runs.together(async (runs) => {
    const known = { ...foreseen, ...(await showPlan(run.id, end.plan, end.notes, { runs })) };
    await runs.saveOutcome(run.id, known);
    return known;
  });
  await endRun(doneRun(run, end, foreseen.calls), outcome, { ...ports, runs }, open.take());
}

/** What was changed before it failed is told; what failed before it changed anything is tried again in silence. */
async function storeFailure(open: OpenRun, error: unknown, ports: QuestionRunPorts): Promise<void> {
  const run = reported(open);
  const isRetried =
    error instanceof Pause ||
    error instanceof LeaseLost ||
    error instanceof StorageUnavailable ||
    (error instanceof UpstreamError && error.details.retryable);
  const hasChanged = Object.values(run.tally).some((count) => count > 0);
  if (isRetried && !hasChanged) return;
  const message = error instanceof Refusal ? undefined : reasonOf(error);
  await saveStoppedOutcome(run, open.unfinished(), ports);
  await endRun(failedRun(run, message), undefined, ports, open.take());
}
