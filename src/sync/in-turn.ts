import type { Turn, Travelling } from './ways-of-run';

/** What decides who goes; it may say otherwise after each issue that was moved. */
export interface Turns {
  turnOf(move: Travelling): Turn;
  inOrder<M extends Travelling>(moves: readonly M[]): readonly M[];
}

/**
 * Moves issues: from each status where no way is known one alone, before the others, until one got through; then all
 * that know a way, beside one another.
 *
 * @param send moves them beside one another, and answers those whose turn has changed meanwhile: they wait again
 */
export async function inTurn<M extends Travelling>(
  moves: readonly M[],
  turns: Turns,
  send: (moves: readonly M[]) => Promise<readonly M[]>,
): Promise<void> {
  let waiting = turns.inOrder(moves);
  while (waiting.length > 0) {
    const alone = waiting.find((move) => turns.turnOf(move) === 'alone');
    if (alone === undefined) {
      waiting = await send(waiting);
      continue;
    }
    await send([alone]);
    waiting = waiting.filter((move) => move !== alone);
  }
}
