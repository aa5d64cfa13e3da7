/** What an invocation has left of its time: it runs down by itself, and jumps where the host says so. */
export interface RemainingTime {
  ms(): number;
  set(ms: number): void;
}

export function createRemainingTime(): RemainingTime {
  let deadline = 0;
  return {
    ms: () => Math.max(0, Math.round(deadline - performance.now())),
    set(ms) {
      deadline = performance.now() + ms;
    },
  };
}
