import type { AnyIssue, OurIssue } from '../../src/jira/model';
import { hasProperty } from '../../src/jira/ownership';

interface After {
  readonly projectKey: string;
  readonly afterNumber: number;
  /** Windows of 100 keys, at most. */
  readonly windows: number;
}

/** See `Jira.scan`. */
export function scanned(
  { projectKey, afterNumber, windows }: After,
  readAll: (keys: readonly string[]) => readonly AnyIssue[],
): { readonly issues: readonly OurIssue[]; readonly complete: boolean } {
  const issues: OurIssue[] = [];
  let empty = 0;
  for (let window = 0; window < windows; window++) {
    const first = afterNumber + window * 100 + 1;
    const read = readAll(Array.from({ length: 100 }, (_, index) => `${projectKey}-${first + index}`));
    issues.push(...read.filter(hasProperty));
    empty = read.length > 0 ? 0 : empty + 1;
    if (empty === 2) return { issues, complete: true };
  }
  return { issues, complete: false };
}

/** 0 of none. */
export function highestNumber(
  issues: readonly { readonly key: string; readonly projectKey: string }[],
  projectKey: string,
): number {
  const own = issues.filter((issue) => issue.projectKey === projectKey);
  return Math.max(0, ...own.map(({ key }) => Number(key.split('-')[1])));
}
