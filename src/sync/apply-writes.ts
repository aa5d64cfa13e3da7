import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import { doneBy } from '../plan/done-meaning';
import type { Reason } from '../reason';
import type { Move, Resolve, Update } from '../review-entries/entry';
import { moveIssues, type Moves, type Moving } from './move-issues';
import { targetOf } from './move-target';
import { because, type Step } from './reasons';
import { movedRemark, resolvedRemark } from './resolution-remarks';
import type { Work } from './work';
import { failureOf, writeBeside, type Writes } from './write-beside';
import { writeInBatches, type Updated } from './write-in-batches';

/** Settings that name nothing ask for nothing. */
const NOT_OFFERED = { kind: 'not-offered' } as const;

/**
 * Writes texts, labels, properties and parents; a refused one does not stop the others, and what somebody changed
 * since this run read it is left and told.
 *
 * @param made issues that this run made, by identity
 */
export async function applyUpdates(
  updates: readonly Update[],
  made: ReadonlyMap<string, OurIssue>,
  work: Work,
): Promise<void> {
  const parents = new Map([
    ...work.reading.issues.map((issue) => [identityKey(issue.property), issue] as const),
    ...made,
  ]);
  const patched = updates.flatMap((update) => {
    const { patch, below } = update;
    const parent = below === undefined ? undefined : parents.get(below);
    if (below === undefined || parent)
      return [{ update, patch: parent ? { ...patch, parentId: parent.id } : patch }];
    fail(update, because('parent-not-created'), work);
    work.advance('updating-issues', 1);
    return [];
  });
  await writeInBatches(patched, work, {
    done(update, outcome) {
      noteUpdate(update, outcome, work);
      work.advance('updating-issues', 1);
    },
    failed(update, error) {
      const [reason] = failureOf(error, 1);
      work.ledger.didFail(error);
      fail(update, reason, work);
      work.advance('updating-issues', 1);
    },
  });
}

function noteUpdate(update: Update, outcome: Updated, work: Work): void {
  switch (outcome.kind) {
    case 'applied':
      work.ledger.didUpdate(update.issue);
      return;
    case 'refused':
      fail(update, because('write-refused', { because: outcome.reason }), work);
      return;
    case 'gone':
      fail(update, because('gone-meanwhile'), work);
      return;
    case 'changed':
      work.ledger.didLeave();
      fail(update, because('changed-meanwhile'), work);
  }
}

/** Closes and reopens, group by group in the plan's order: each group is one kind and one level. See `moveIssues`. */
export async function applyMoves(moves: readonly Move[], work: Work): Promise<void> {
  const { settings } = work.request;
  const moving = moves.map((move) => ({ ...move, target: targetOf(move, settings) }));
  const hears: Moves<Move & Moving> = {
    ...writesOf<Move>(work, ({ kind }) => (kind === 'close' ? 'closing-issues' : 'reopening-issues')),
    isMoved: (issueId) => work.ledger.isMoved(issueId),
    moved(move, { now }) {
      work.ledger.didMove(move, now);
      work.ledger.notices.push(...movedRemark(move, now, settings));
    },
  };
  await moveIssues(groups(moving), hears, work.ports);
}

/** Lets issues that stay done say how their items were finished. */
export async function applyResolves(resolves: readonly Resolve[], work: Work): Promise<void> {
  await writeBeside(
    resolves,
    writesOf<Resolve>(work, () => 'resolving-issues'),
    async (resolve) => {
      const as = doneBy(work.request.settings.resolveSelects, resolve.to);
      const answer = as ? await work.ports.jira.resolve(resolve.issue, as) : NOT_OFFERED;
      if (answer.kind === 'refused') return answer;
      const now = answer.kind === 'applied' ? answer.now : undefined;
      const left = resolvedRemark(resolve, now, work.request.settings);
      work.ledger.didResolve(resolve, now, left.length === 0);
      work.ledger.notices.push(...left);
      return { kind: 'applied' };
    },
  );
}

/** Runs of moves that may go in any order among themselves. */
function groups<M extends Move>(moves: readonly M[]): readonly (readonly M[])[] {
  const found = new Map<string, M[]>();
  for (const move of moves) {
    const name = `${move.kind} ${move.entry.level}`;
    found.set(name, [...(found.get(name) ?? []), move]);
  }
  return [...found.values()];
}

function writesOf<C extends Move | Resolve>(work: Work, stepOf: (change: C) => Step): Writes<C> {
  return {
    checkpoint: (change) => work.checkpoint(stepOf(change)),
    failed(change, why, error) {
      if (error) work.ledger.didFail(error);
      fail(change, why, work);
    },
    over: (change) => work.advance(stepOf(change), 1),
  };
}

function fail({ issue }: Update | Move | Resolve, reason: Reason, work: Work): void {
  work.ledger.failed.push({ key: issue.key, title: issue.summary, ...reason });
}
