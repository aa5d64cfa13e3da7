/**
 * How many requests of `fetch` an invocation may make: 100 in each minute of its running time, requestJira
 * excluded ("Invocation limits" on developer.atlassian.com). As documented for log lines, the minutes are those
 * of the time limit, rounded up; that this holds for requests too is unverified (F23).
 */
export interface EgressBudget {
  /** Answers whether one more request may leave, and counts it if so. */
  take(): boolean;
}

export function createEgressBudget(perMinute: number, limitMs: number): EgressBudget {
  let left = perMinute * Math.ceil(limitMs / 60_000);
  return {
    take() {
      if (left === 0) return false;
      left -= 1;
      return true;
    },
  };
}
