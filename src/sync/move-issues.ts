/** Issues that are moved to another status: the one place, whatever asks for it. */
import type { Jira, MoveAnswer, MoveTarget } from '../jira/jira';
import type { AnyIssue } from '../jira/model';
import { inTurn } from './in-turn';
import { because } from './reasons';
import { WaysOfRun, type WayPorts } from './ways-of-run';
import { writeBeside, type Writes, type Written } from './write-beside';

/** An issue, and where it is to go. */
export interface Moving {
  /** As it was when the move was decided on: where its status is another one by now, that stays. */
  readonly issue: AnyIssue;
  readonly target: MoveTarget;
  /** Ids of issues that are to be moved before it: where one of them was not, it stays. */
  readonly after: readonly string[];
}

/** What hears of the moves. */
export interface Moves<M> extends Writes<M> {
  isMoved(issueId: string): boolean;
  /** It was moved, or stood there already. */
  moved(move: M, answer: Extract<MoveAnswer, { kind: 'applied' }>): void;
}

export type MovePorts = WayPorts & { readonly jira: Pick<Jira, 'move'> };

/**
 * Moves issues group by group. Where no way from their status is known one goes alone, before the others of its group,
 * and what it learned is kept at once; each status is read and compared directly before it is changed. One that fails
 * stays alone in that.
 *
 * @param groups issues that may go in any order among themselves
 * @throws as `writeBeside` does
 */
export async function moveIssues<M extends Moving>(
  groups: readonly (readonly M[])[],
  moves: Moves<M>,
  ports: MovePorts,
): Promise<void> {
  const ways = await WaysOfRun.open(groups.flat(), ports);
  for (const group of groups) await inTurn(group, ways, (sent) => moveBeside(sent, ways, moves, ports));
}

/** Answers those whose turn came to be another one while others were moved. */
async function moveBeside<M extends Moving>(
  sent: readonly M[],
  ways: WaysOfRun,
  moves: Moves<M>,
  ports: MovePorts,
): Promise<readonly M[]> {
  const waiting: M[] = [];
  await writeBeside(sent, moves, async (move): Promise<Written> => {
    const turn = ways.turnOf(move);
    if (turn === 'not') return { kind: 'left', because: because('way-not-tried') };
    if (turn === 'with-others' || sent.length === 1) return moveOne(move, ways, moves, ports);
    waiting.push(move);
    return { kind: 'waits' };
  });
  return waiting;
}

async function moveOne<M extends Moving>(
  move: M,
  ways: WaysOfRun,
  moves: Moves<M>,
  { jira }: MovePorts,
): Promise<Written> {
  const open = move.after.filter((id) => !moves.isMoved(id));
  if (open.length > 0) {
    return { kind: 'left', because: because('open-subtasks', { children: open.length }) };
  }
  const answer = await jira.move(move.issue, move.target, ways.guideFor(move));
  if (answer.kind === 'applied') moves.moved(move, answer);
  await ways.learn(move, answer);
  return answer;
}
