/**
 * How much an invocation may log: 100 lines "a runtime-minute" and 200 KB ("Invocation limits"). The minutes are those
 * of its time limit, rounded up; KB are 1,000 bytes, and each line of a text counts: unverified (F23). What is beyond is
 * dropped.
 */
export interface LogBudget {
  /** Lines that are kept and dropped of a text, which is kept or dropped as a whole. */
  take(text: string): { readonly lines: number; readonly verdict: 'kept' | 'first dropped' | 'dropped' };
}

export function createLogBudget(linesPerMinute: number, kilobytes: number, limitMs: number): LogBudget {
  let lines = linesPerMinute * Math.ceil(limitMs / 60_000);
  let bytes = kilobytes * 1000;
  let isSpent = false;
  return {
    take(text) {
      const count = text.split('\n').length;
      lines -= count;
      bytes -= Buffer.byteLength(text);
      if (!isSpent && lines >= 0 && bytes >= 0) return { lines: count, verdict: 'kept' };
      const verdict = isSpent ? 'dropped' : 'first dropped';
      isSpent = true;
      return { lines: count, verdict };
    },
  };
}
