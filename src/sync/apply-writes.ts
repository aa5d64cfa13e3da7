import type { MoveAnswer, MoveTarget, WriteAnswer } from '../jira/jira';
import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import { doneBy } from '../plan/done-meaning';
import type { Reason } from '../reason';
import type { Move, Resolve, Update } from '../review-entries/entry';
import { UpstreamError } from '../upstream-error';
import { movedRemark, resolvedRemark } from './resolution-remarks';
import type { Work } from './work';
import { Pause, Superseded } from './pause';
import { IN_FLIGHT, OUTAGE } from './outage';
import { because, type Step } from './reasons';
import { inTurn } from './in-turn';
import { WaysOfRun } from './ways-of-run';
import { writeInBatches, type Updated } from './write-in-batches';

/** Settings that name nothing ask for nothing. */
const NOT_OFFERED = { kind: 'not-offered' } as const;

/** What Jira answered, or why it was not asked. */
type Written =
  | WriteAnswer
  | MoveAnswer
  | { readonly kind: 'left'; readonly because: Reason }
  /** It is asked for again later in this run. */
  | { readonly kind: 'waits' };

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
    work.advance(1);
    return [];
  });
  await writeInBatches(patched, work, {
    done(update, outcome) {
      noteUpdate(update, outcome, work);
      work.advance(1);
    },
    failed(update, error) {
      giveUpOrNote(error, update, 1, work);
      work.advance(1);
    },
  });
}

function noteUpdate(update: Update, outcome: Updated, work: Work): void {
  switch (outcome.kind) {
    case 'applied':
      work.ledger.didUpdate(update.issue.id);
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

/**
 * Closes and reopens, group by group in the plan's order: each group is one kind and one level. Where no way is known
 * an issue goes alone, before the others.
 */
export async function applyMoves(moves: readonly Move[], work: Work): Promise<void> {
  const ways = await WaysOfRun.open(moves, work.request.settings, work.ports);
  for (const group of groups(moves)) {
    const [first] = group;
    const step = first?.kind === 'close' ? 'closing-issues' : 'reopening-issues';
    await inTurn(group, ways, (sent) => moveBeside(sent, step, ways, work));
  }
}

/** Answers those whose turn came to be another one while others were moved. */
async function moveBeside(
  moves: readonly Move[],
  step: Step,
  ways: WaysOfRun,
  work: Work,
): Promise<readonly Move[]> {
  const waiting: Move[] = [];
  await inFlight(moves, work, step, async (move) => {
    const turn = ways.turnOf(move);
    if (turn === 'not') return { kind: 'left', because: because('way-not-tried') };
    if (turn === 'with-others' || moves.length === 1) return applyMove(move, ways, work);
    waiting.push(move);
    return { kind: 'waits' };
  });
  return waiting;
}

async function applyMove(move: Move, ways: WaysOfRun, work: Work): Promise<Written> {
  const open = move.after.filter((id) => !work.ledger.isMoved(id));
  if (open.length > 0) {
    return { kind: 'left', because: because('open-subtasks', { children: open.length }) };
  }
  const target = move.kind === 'reopen' ? reopening(move) : closing(move, work);
  const answer = await work.ports.jira.move(move.issue, target, ways.guideFor(move));
  if (answer.kind === 'applied') {
    work.ledger.didMove(move, answer.now);
    work.ledger.notices.push(...movedRemark(move, answer.now, work.request.settings));
  }
  await ways.learn(move, answer);
  return answer;
}

function reopening({ issue: { resolution } }: Move): MoveTarget {
  return { to: 'open', ...(resolution === undefined ? {} : { isResolved: true }) };
}

/** An item's own issue is closed as the settings call what the review says of it. */
function closing({ entry: { state } }: Move, { request: { settings } }: Work): MoveTarget {
  const { doneStatusId, resolveSelects } = settings;
  const as = state === undefined || state.is === 'open' ? undefined : doneBy(resolveSelects, state.is);
  return { to: 'done', ...(doneStatusId ? { statusId: doneStatusId } : {}), ...(as ? { as } : {}) };
}

/** Lets issues that stay done say how their items were finished. */
export async function applyResolves(resolves: readonly Resolve[], work: Work): Promise<void> {
  await inFlight(resolves, work, 'resolving-issues', async (resolve) => {
    const as = doneBy(work.request.settings.resolveSelects, resolve.to);
    const answer = as ? await work.ports.jira.resolve(resolve.issue, as) : NOT_OFFERED;
    if (answer.kind === 'refused') return answer;
    const now = answer.kind === 'applied' ? answer.now : undefined;
    const left = resolvedRemark(resolve, now, work.request.settings);
    work.ledger.didResolve(resolve, now, left.length === 0);
    work.ledger.notices.push(...left);
    return { kind: 'applied' };
  });
}

/** Runs of moves that may go in any order among themselves. */
function groups(moves: readonly Move[]): readonly (readonly Move[])[] {
  const found = new Map<string, Move[]>();
  for (const move of moves) {
    const name = `${move.kind} ${move.entry.level}`;
    found.set(name, [...(found.get(name) ?? []), move]);
  }
  return [...found.values()];
}

async function inFlight<C extends Move | Resolve>(
  changes: readonly C[],
  work: Work,
  step: Step,
  write: (change: C) => Promise<Written>,
): Promise<void> {
  const queue = [...changes];
  let failuresInARow = 0;
  const writeNext = async (change: C) => {
    await work.checkpoint(step);
    try {
      const answer = await write(change);
      if (answer.kind === 'waits') return;
      failuresInARow = 0;
      if (answer.kind === 'left') fail(change, answer.because, work);
      if (answer.kind === 'refused') fail(change, because('write-refused', { because: answer.reason }), work);
      if (answer.kind === 'stuck' || answer.kind === 'interrupted') fail(change, onTheWay(answer), work);
    } catch (error) {
      failuresInARow += 1;
      giveUpOrNote(error, change, failuresInARow, work);
    }
    work.advance(1);
  };
  const stops: unknown[] = [];
  const worker = async () => {
    try {
      for (let change = queue.shift(); change; change = queue.shift()) await writeNext(change);
    } catch (error) {
      stops.push(error);
      queue.length = 0;
    }
  };
  await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, changes.length) }, () => worker()));
  if (stops.length > 0) throw stops.find((stop) => stop instanceof Superseded) ?? stops[0];
}

/** It is named with its status: it stands where neither people nor the app wanted it. */
function onTheWay({ at, reason }: Extract<MoveAnswer, { at: unknown }>): Reason {
  return because('stuck-on-the-way', { status: at.name, because: reason });
}

function giveUpOrNote(error: unknown, change: Update | Move | Resolve, inARow: number, work: Work): void {
  if (!(error instanceof UpstreamError)) throw error;
  const { retryAfterSeconds, code } = error.details;
  // The app itself is kept out, which is about no single issue.
  if (code === '401') throw error;
  if (retryAfterSeconds !== undefined) throw new Pause(error.reason, retryAfterSeconds);
  if (inARow >= OUTAGE) throw error;
  fail(change, because('write-failed', { because: error.reason }), work);
}

function fail({ issue }: Update | Move | Resolve, reason: Reason, work: Work): void {
  work.ledger.failed.push({ key: issue.key, title: issue.summary, ...reason });
}
