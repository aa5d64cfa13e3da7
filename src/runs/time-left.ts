/** How long the step of a run that is under way will take yet, from how fast it went so far. Pure. */

/** Of a step in this invocation. */
export interface Pace {
  /** Milliseconds since the epoch, and what was done by then. */
  readonly beganAt: number;
  readonly doneBefore: number;
}

/** Fewer, or what took less time, tell nothing of how fast it goes. */
const FEWEST = 3;
const SHORTEST_MS = 2_000;

/** Whole seconds until all of the step is done, if it goes on as it went; undefined where nothing is known of that. */
export function secondsLeft(
  { beganAt, doneBefore }: Pace,
  { done, total }: { readonly done: number; readonly total: number },
  now: number,
): number | undefined {
  const [made, tookMs] = [done - doneBefore, now - beganAt];
  if (made < FEWEST || tookMs < SHORTEST_MS || done >= total) return undefined;
  return Math.ceil(((total - done) * tookMs) / made / 1000);
}
