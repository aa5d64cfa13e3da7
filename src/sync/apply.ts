import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { Change, Create, Move, Resolve, Update } from '../review-entries/entry';
import type { NotesPlan } from './write-back/plan-notes';
import { applyCreates } from './apply-creates';
import { applyMoves, applyResolves, applyUpdates } from './apply-writes';
import { LeaseLost } from '../storage/fenced';
import { removeTwins } from './remove-twins';
import type { Work } from './work';
import { writeBack } from './write-back/write-answers';

/** Applies changes in the plan's order, then brings status back, and records each outcome as it happens. */
export async function apply(changes: readonly Change[], notes: NotesPlan, work: Work): Promise<void> {
  try {
    await work.ledger.save();
    await work.announcements.settle();
    await removeTwins(work.reading.twins, work);
    const creates = changes.filter((change): change is Create => change.kind === 'create');
    const made = await applyCreates(creates, work);
    await work.announcements.settle();
    await applyUpdates(
      changes.filter((change): change is Update => change.kind === 'update'),
      made,
      work,
    );
    const moves = changes.filter(
      (change): change is Move => change.kind === 'close' || change.kind === 'reopen',
    );
    await applyMoves([...moves, ...closings(creates, made)], work);
    await applyResolves(
      changes.filter((change): change is Resolve => change.kind === 'resolve'),
      work,
    );
    if (isToRecord(work)) await work.record();
    await writeBack({ changes, made }, notes, work);
  } catch (error) {
    if (!(error instanceof LeaseLost)) await work.record();
    throw error;
  }
  await work.record();
}

/** The run of one question that changed no issue has nothing to keep that the next one would not find again. */
function isToRecord({ request, ledger }: Work): boolean {
  return request.question === undefined || ledger.hasChanged();
}

/** Issues for work that is finished already are made and then closed, so that a board shows them as done. */
function closings(creates: readonly Create[], made: ReadonlyMap<string, OurIssue>): readonly Move[] {
  return creates.flatMap(({ entry, thenClose }) => {
    const issue = made.get(identityKey(entry.identity));
    return issue && thenClose ? [{ kind: 'close', entry, issue, reason: thenClose, after: [] } as const] : [];
  });
}
