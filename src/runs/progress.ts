/** How far a run is: kept in storage at most once a second, for whoever watches. */
import type { Clock } from '../clock';
import type { Progress } from '../sync/ports';
import type { Unfinished } from '../sync/sync-end';
import type { Run } from './model';
import { progressOf, stepsTogether } from './run-steps';
import { secondsLeft, type Pace } from './time-left';
import type { RunStore } from './run-store';

/** A run asks storage at most this often whether it may go on, and tells its progress as often. */
export const EVERY_MS = 1000;

export interface Reporter {
  /** The run as last reported. */
  readonly current: () => Run;
  readonly report: (progress: Progress) => Promise<void>;
  readonly leave: (what: Unfinished) => void;
  /** What it did of its plan before an error stopped it; undefined until then. */
  readonly unfinished: () => Unfinished | undefined;
}

/** Another step is told at once. @param calls of all invocations so far */
export function createReporter(
  run: Run,
  calls: () => Run['calls'],
  { clock, runs }: { readonly clock: Clock; readonly runs: Pick<RunStore, 'save'> },
): Reporter {
  let current: Run = { ...run, state: 'running' };
  let saved = 0;
  let pace: Pace | undefined;
  let unfinished: Unfinished | undefined;
  return {
    current: () => current,
    unfinished: () => unfinished,
    leave: (what) => {
      unfinished = what;
    },
    report: async ({ step, steps, tally }) => {
      const news = step !== current.step;
      const together = steps ? stepsTogether(run.steps, steps) : current.steps;
      const now = together?.find((each) => each.step === step);
      if (news || pace === undefined) pace = { beganAt: clock.now(), doneBefore: now?.done ?? 0 };
      const left = now && secondsLeft(pace, now, clock.now());
      const { secondsLeft: _, ...before } = current;
      current = {
        ...before,
        step,
        ...(together ? { steps: together } : {}),
        progress: progressOf(steps && together),
        ...(left === undefined ? {} : { secondsLeft: left }),
        ...(tally ? { tally } : {}),
        calls: run.calls,
      };
      if (!news && clock.now() - saved < EVERY_MS) return;
      saved = clock.now();
      await runs.save({ ...current, calls: calls() });
    },
  };
}

/** The last answer, until it is that old. @param knownAt when it was last found to be so by other means */
export function atMostEvery(
  ms: number,
  clock: Clock,
  ask: () => Promise<boolean>,
  knownAt = -Infinity,
): () => Promise<boolean> {
  let asked = knownAt;
  let last = true;
  return async () => {
    if (clock.now() - asked < ms) return last;
    asked = clock.now();
    last = await ask();
    return last;
  };
}
