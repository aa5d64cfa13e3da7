/** Which two states are compared. Pure. */

/** The number of a milestone, or the state of now. */
export type Chosen = number | 'now';

/** Two at most: a third takes the place of the one that was chosen first. */
export function afterToggle(chosen: readonly Chosen[], state: Chosen): readonly Chosen[] {
  if (chosen.includes(state)) return chosen.filter((each) => each !== state);
  return [...chosen, state].slice(-2);
}

/** The earlier one first: numbers grow, and now is after all of them. */
export function pairOf(
  chosen: readonly Chosen[],
): { readonly before: number; readonly after: Chosen } | undefined {
  const numbers = chosen.filter((each) => each !== 'now').sort((a, b) => a - b);
  const [before, after] = numbers;
  if (before === undefined || chosen.length !== 2) return undefined;
  return { before, after: after ?? 'now' };
}
