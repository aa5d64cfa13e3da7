/** What people are told of runs and issues that they ask for; `words/en/visible.ts` has the words. */
import type { None, Param, Reason } from '../reason';

export interface VisibleReasons {
  // In place of what a person may not see.
  hidden: None;
  'hidden-title': None;
  'hidden-issue': None;
  'for-admins': None;

  // What is not there.
  'no-run': { readonly project: string; readonly run: string };
  'no-plan-page': { readonly run: string; readonly page: number };
  'no-visible-issue': { readonly project: string; readonly issue: string };

  // Why AWS is not asked about an issue, or does not know it.
  'workload-not-linked-here': None;
  'question-withdrawn-in-aws': None;
}

/** A reason of the table with its params. */
export function because<Code extends keyof VisibleReasons>(
  code: Code,
  ...[params]: None extends VisibleReasons[Code] ? [] : [params: VisibleReasons[Code]]
): Reason {
  const given: Readonly<Record<string, Param>> = { ...params };
  return { code, params: given };
}
