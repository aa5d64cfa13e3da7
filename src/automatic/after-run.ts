/** What a run leaves behind for automatic mode, and for whoever looks at the link. */
import { timestamp, type Clock } from '../clock';
import { canonicalJson } from '../hash';
import { whenAll } from '../in-flight';
import type { Reason } from '../reason';
import { isWhole } from '../review-entries/scope';
import { latestOf, type LatestRuns } from '../runs/latest-runs';
import { MAX_TROUBLES, type Run } from '../runs/model';
import type { QuestionRun } from '../runs/question-run';
import type { SyncEnd } from '../sync/sync-end';
import type { Attention, AttentionStore } from './attention';
import type { AutomaticLinkPorts } from './automatic-link';
import type { AwaitedRuns } from './awaited-runs';
import { TWO_CONNECTORS } from './beside-connector';
import type { NamedQuestions } from './named-questions';
import { noteWorkloadChange, type NoteChangePorts } from './note-change';
import type { WatermarkStore } from './watermark-store';

/** Told in a notice. */
const MOST_FAILURES = 3;

export interface AfterRunPorts extends AutomaticLinkPorts, NoteChangePorts {
  readonly latestRuns: Pick<LatestRuns, 'saveEnded'>;
  readonly attention: Pick<AttentionStore, 'get' | 'set' | 'clear'>;
  readonly watermarks: Pick<WatermarkStore, 'sawAll' | 'wrote'>;
  readonly namedQuestions: Pick<NamedQuestions, 'haveRead'>;
  readonly awaitedRuns: Pick<AwaitedRuns, 'settled' | 'failed'>;
  readonly clock: Clock;
}

/**
 * A run that worked takes away what waited for a person; an automatic one that was refused, or that left a part of
 * its plan to them, waits for them, visibly. Either has dealt with the changes that it saw. What it saw of the workload
 * is no news to the next poll, nor is what it wrote itself.
 *
 * @param lastWriteAt as `OpenRun` has it
 */
export async function afterRunEnded(
  run: Run,
  end: SyncEnd,
  lastWriteAt: number | undefined,
  ports: AfterRunPorts,
): Promise<void> {
  if (run.mode === 'preview') return;
  const at = timestamp(ports.clock);
  await whenAll([
    ports.latestRuns.saveEnded(run.workloadArn, latestOf(run, end.kind, at)),
    end.kind === 'applied' ? afterApplied(run, end, lastWriteAt, ports) : leaveToPerson(run, end, at, ports),
  ]);
}

async function leaveToPerson(run: Run, end: SyncEnd, at: string, ports: AfterRunPorts): Promise<void> {
  if (!isAutomatic(run)) return;
  await whenAll([
    ports.attention.set(run.workloadArn, noticeOf(run, end, at)),
    ports.awaitedRuns.settled(run),
  ]);
}

async function afterApplied(
  run: Run,
  end: SyncEnd,
  lastWriteAt: number | undefined,
  ports: AfterRunPorts,
): Promise<void> {
  await whenAll([
    noteWaiting(run, end, ports),
    end.sawAll === undefined ? followPart(run, end, ports) : noteSeen(run, end, lastWriteAt, ports),
  ]);
}

/**
 * A run that left out questions at which people were working, or that changed choices, which AWS may rate anew,
 * is followed by another once all is quiet: nothing else would set one off before the next news. What failed and may
 * work another time is tried after growing waits. The changes that such a run saw stay pending, and so they do after a
 * person's run that put something back, or did a part, which nothing follows: they are dealt with by a run that
 * considered all.
 */
async function followPart(run: Run, { failedForNow }: SyncEnd, ports: AfterRunPorts): Promise<void> {
  const { workloadArn, selection, putBack = false } = run;
  if (!isAutomatic(run) && (putBack || !isWhole(selection))) return;
  await (failedForNow && isAutomatic(run)
    ? ports.awaitedRuns.failed(run)
    : noteWorkloadChange(workloadArn, ports));
}

/** Of a run that considered all: what it saw is dealt with. */
async function noteSeen(
  run: Run,
  { sawAll, failed, notes }: SyncEnd,
  lastWriteAt: number | undefined,
  { awaitedRuns, namedQuestions, watermarks }: AfterRunPorts,
): Promise<void> {
  if (sawAll === undefined) return;
  const { workloadArn, beganAt = 0 } = run;
  const { updatedAt, riskCounts } = sawAll;
  const noteTimes = async () => {
    await watermarks.sawAll(workloadArn, updatedAt, riskCounts, notes.leavesUnread || failed.length > 0);
    if (lastWriteAt !== undefined)
      await watermarks.wrote(workloadArn, { before: updatedAt, at: lastWriteAt });
  };
  await whenAll([
    awaitedRuns.settled(run),
    failed.length === 0 && hasReadNamed(notes)
      ? namedQuestions.haveRead(workloadArn, beganAt)
      : Promise.resolve(),
    noteTimes(),
  ]);
}

/** AWS may not let a run read any note. */
function hasReadNamed({ snapshot, leavesUnread }: SyncEnd['notes']): boolean {
  return snapshot !== undefined || !leavesUnread;
}

/**
 * What was left for a person waits for them; who ran the sync may not be who decides. A run that left nothing takes away
 * what waited, if it saw all of it: after one that did not, automatic mode looks whether something is left.
 */
async function noteWaiting(run: Run, end: SyncEnd, ports: AfterRunPorts): Promise<void> {
  const { workloadArn } = run;
  if (end.why !== undefined || isUndecided(end)) {
    await ports.attention.set(workloadArn, noticeOf(run, end, timestamp(ports.clock)));
  } else if (end.gaveUp !== undefined || isLeftFailed(end)) {
    // Of an automatic run nobody else hears; a person sees it in their result.
    if (isAutomatic(run)) await ports.attention.set(workloadArn, noticeOf(run, end, timestamp(ports.clock)));
  } else if (isWhole(run.selection)) {
    await ports.attention.clear(workloadArn);
  } else if (!isAutomatic(run) && (await ports.attention.get(workloadArn))?.why === 'undecided') {
    await noteWorkloadChange(workloadArn, ports);
  }
}

/** What failed and is not tried again in a moment. */
function isLeftFailed({ failed, sawAll, failedForNow = false }: SyncEnd): boolean {
  return failed.length > 0 && (sawAll !== undefined || failedForNow);
}

function isUndecided({ undecided = [] }: SyncEnd): boolean {
  return undecided.length > 0;
}

/**
 * One question's run is no sync of the workload: what people see of the latest one stays. What it was refused waits
 * for a person all the same; where it worked, a notice that its question failed is gone with its cause.
 *
 * @param ports `isNoticed`: an earlier run of the question left such a notice
 * @returns whether there is none any more
 */
export async function afterQuestionRun(
  { run, end, lastWriteAt }: QuestionRun,
  ports: Pick<AfterRunPorts, 'attention' | 'watermarks' | 'clock'> & { readonly isNoticed: boolean },
): Promise<boolean> {
  const { attention, watermarks, clock, isNoticed } = ports;
  if (end.kind !== 'ran') return !isNoticed;
  const { workloadArn } = run;
  const waits = end.end.kind !== 'applied' || end.end.why !== undefined;
  if (waits) await attention.set(workloadArn, noticeOf(run, end.end, timestamp(clock)));
  else if (isNoticed) await clearNoticeOf(run, attention);
  const hasWritten = end.end.kind === 'applied' && !end.end.isIncomplete;
  if (lastWriteAt !== undefined && hasWritten) {
    await watermarks.wrote(workloadArn, { before: end.updatedAt, at: lastWriteAt });
  }
  return true;
}

/** Another notice has taken its place where it names no question, or another one. */
async function clearNoticeOf(
  { workloadArn, question }: Run,
  attention: Pick<AttentionStore, 'get' | 'clear'>,
): Promise<void> {
  const notice = await attention.get(workloadArn);
  const { lens = '', question: about } = notice?.question ?? {};
  if (notice?.why === 'failed' && about === question?.question && lens === question?.lens)
    await attention.clear(workloadArn);
}

/** Of a run that was refused, or that left a part of its plan to a person. */
function noticeOf({ id: runId }: Run, end: SyncEnd, at: string): Attention {
  const { why = [], undecided = [], gaveUp } = end;
  const reasons = [...why, ...undecided, ...(gaveUp ? [gaveUp] : [])];
  return { why: whyOf(end), runId, reasons: reasons.length > 0 ? reasons : failuresOf(end), at };
}

/** Each once, and not all of many: the run has the list. */
function failuresOf({ failed = [] }: Partial<SyncEnd>): Reason[] {
  const all = failed.map(({ code, params }): [string, Reason] => [
    canonicalJson({ code, params }),
    { code, params },
  ]);
  return [...new Map(all).values()].slice(0, MOST_FAILURES);
}

function whyOf(end: SyncEnd): Attention['why'] {
  const { kind, why } = end;
  if (kind === 'applied' && why === undefined) return isUndecided(end) ? 'undecided' : 'failed';
  if (kind === 'refused' || kind === 'applied') return 'refused';
  return why?.some(({ code }) => code === TWO_CONNECTORS.code) ? 'aws-connector' : 'blocked';
}

/**
 * An automatic run that failed as often as a service is asked, or by a mistake of the app, is tried again after the time
 * that this has lasted. What another try would not change waits for a person, and for the daily run.
 *
 * @param reason for whoever manages the project
 */
export async function afterRunFailed(run: Run, reason: Reason, ports: AfterRunPorts): Promise<void> {
  const mayPass = run.troubles >= MAX_TROUBLES || reason.code === 'run-met-bug';
  await afterFailure(run, reason, mayPass, ports);
}

/** An automatic run is followed by another: nobody else asks for what it left undone. */
export async function afterRunInterrupted(run: Run, reason: Reason, ports: AfterRunPorts): Promise<void> {
  await afterFailure(run, reason, true, ports);
}

async function afterFailure(run: Run, reason: Reason, mayPass: boolean, ports: AfterRunPorts): Promise<void> {
  if (run.mode === 'preview') return;
  const { id: runId, workloadArn } = run;
  const at = timestamp(ports.clock);
  await ports.latestRuns.saveEnded(workloadArn, latestOf(run, 'failed', at));
  if (!isAutomatic(run)) return;
  await ports.attention.set(workloadArn, { why: 'failed', runId, reasons: [reason], at });
  await (mayPass ? ports.awaitedRuns.failed(run) : ports.awaitedRuns.settled(run));
}

function isAutomatic({ startedBy }: Run): boolean {
  return startedBy === undefined;
}
