/** Writes of one issue: "20 write operations per 2 seconds" and "100 write operations per 30 seconds". */
import { SlidingWindow } from '../../limits/sliding-window';
import type { Limits } from '../../limits/table';

export interface IssueWrites {
  /** How long the issue takes no write, and which limit says so; nothing if it takes one now. */
  refusal(now: number, issueId: string): { readonly waitMs: number; readonly most: number } | undefined;
  add(now: number, issueId: string): void;
}

const SHORT_MS = 2000;
const LONG_MS = 30_000;
/** When so many issues are known, those that were left alone for long are forgotten. */
const MANY = 10_000;

export function createIssueWrites(limits: Limits): IssueWrites {
  const issues = new Map<string, readonly [SlidingWindow, SlidingWindow]>();
  const mosts = [limits['issue-writes'], limits['issue-writes-long']] as const;
  function forgetIdle(now: number): void {
    for (const [id, [, long]] of issues) if (long.used(now) === 0) issues.delete(id);
  }
  return {
    refusal(now, issueId) {
      const waits = issues.get(issueId)?.map((window) => window.wait(now, 1)) ?? [];
      const waitMs = Math.max(0, ...waits);
      return waitMs === 0 ? undefined : { waitMs, most: mosts[waits.indexOf(waitMs)] ?? mosts[0] };
    },
    add(now, issueId) {
      if (issues.size >= MANY) forgetIdle(now);
      const windows = issues.get(issueId) ?? [
        new SlidingWindow(SHORT_MS, mosts[0]),
        new SlidingWindow(LONG_MS, mosts[1]),
      ];
      for (const window of windows) window.add(now, 1);
      issues.set(issueId, windows);
    },
  };
}
