import type { Change } from '../review-entries/entry';
import type { EffectiveSettings } from '../settings/model';
import type { Reading } from './read';
import { readQuestion, type QuestionPorts, type QuestionRequest } from './read-question';
import { carryOut } from './run-sync';
import type { SyncEnd } from './sync-end';
import { readingOnce } from './write-back/last-read';

/** How the run of one question ended. */
export type QuestionEnd =
  /** Nothing was sent: see `QuestionReading`. */
  | { readonly kind: 'unchanged' | 'needs-whole' }
  | {
      readonly kind: 'ran';
      readonly end: SyncEnd;
      /** There is more to do, or to tell, than one question's issues and its answer. */
      readonly needsWhole: boolean;
      /** `Workload.updatedAt` as it was read before anything was written. */
      readonly updatedAt: number;
    };

/**
 * The run of one question: what it reads is narrow; what it decides, checks and records is what every run does.
 * It makes no issue, and changes no text of one. Throws as `runSync` does.
 */
export async function runQuestion(request: QuestionRequest, given: QuestionPorts): Promise<QuestionEnd> {
  const ports = readingOnce(given);
  const found = await readQuestion(request, ports);
  if (found.kind !== 'read') return found;
  const end = await carryOut(withKey(request, found.reading), found.reading, ports);
  const { updatedAt } = found.reading.review.workload;
  return { kind: 'ran', end, needsWhole: needsWhole(end, request.settings), updatedAt };
}

/** The project was not asked for: its issues tell what it is called. */
function withKey(request: QuestionRequest, { issues }: Reading): QuestionRequest {
  const own = issues.find(({ projectId }) => projectId === request.projectId);
  return own === undefined ? request : { ...request, projectKey: own.projectKey };
}

/** Conflicts and failures are told by runs of the whole workload; an Epic follows all of its Tasks. */
function needsWhole(
  { plan, kind, isIncomplete, conflicts, failed }: SyncEnd,
  { parentsFollow }: EffectiveSettings,
): boolean {
  if (kind !== 'applied') return false;
  const leavesEpic = parentsFollow && plan.changes.some(movesTask);
  return isIncomplete || conflicts.length > 0 || failed.length > 0 || leavesEpic;
}

function movesTask({ kind, entry }: Change): boolean {
  return (kind === 'close' || kind === 'reopen') && entry.level === 'task';
}
