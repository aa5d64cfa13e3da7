/**
 * How long an invocation has run, by the measure of its time limit and its bill. That is real time, and what the site's
 * clock was moved on its account: for its own pauses and calls. What others pause is no time of its own, nor what
 * somebody moves the clock by hand, which would end whatever happens to run at that moment.
 */
export interface InvocationTime {
  /** The function begins only now: its worker was not ready. */
  begin(): void;
  usedMs(): number;
  leftMs(): number;
  /** The clock was moved so far on its account. */
  skip(ms: number): void;
}

/** `timeRuns`: whether the site's time goes on by itself; where it stands, only what is skipped counts. */
export function startTime(limitMs: number, timeRuns: boolean): InvocationTime {
  let begun = performance.now();
  let skipped = 0;
  const usedMs = (): number => skipped + (timeRuns ? performance.now() - begun : 0);
  return {
    begin() {
      begun = performance.now();
    },
    usedMs,
    leftMs: () => Math.max(0, limitMs - usedMs()),
    skip(ms) {
      skipped += ms;
    },
  };
}
