/** The calls that the app makes for one click, by the moments at which they leave it. */
import type { AppCall } from '../sandbox/forge/intervene';

/** Of the click itself, and of the run that it queues. */
export type Part = 'click' | 'run';

export interface Calls {
  readonly jira: number;
  readonly aws: number;
  /** Round trips of storage that follow one another: those under way beside another one count once. */
  readonly storageSteps: number;
}

export interface CallWatch {
  /** Takes a call as it leaves the app, at a time in milliseconds. */
  see(call: Pick<AppCall, 'kind' | 'functionKey'>, at: number): void;
  of(part: Part): Calls;
  clear(): void;
}

/** @param storageMs how long storage takes to answer */
export function watchCalls(storageMs: number): CallWatch {
  let seen: { readonly kind: AppCall['kind']; readonly part: Part; readonly at: number }[] = [];
  return {
    see({ kind, functionKey }, at) {
      seen.push({ kind, part: functionKey === 'resolver' ? 'click' : 'run', at });
    },
    of(part) {
      const own = seen.filter((each) => each.part === part);
      const count = (kind: AppCall['kind']) => own.filter((each) => each.kind === kind).length;
      const storage = own.filter(({ kind }) => kind === 'kvs').map(({ at }) => at);
      return { jira: count('jira'), aws: count('aws'), storageSteps: stepsIn(storage, storageMs) };
    },
    clear() {
      seen = [];
    },
  };
}

/** The most of them of which each begins once the one before it was answered. */
function stepsIn(begins: readonly number[], ms: number): number {
  let steps = 0;
  let answered = -Infinity;
  for (const at of begins.toSorted((a, b) => a - b)) {
    if (at < answered) continue;
    steps += 1;
    answered = at + ms;
  }
  return steps;
}
