/** The checks of a test in the order in which a person reads them. Pure. */
import { sayReason } from '../../texts/reasons';
import type { Check } from '../../../../../src/contract';

export interface Grouped {
  readonly failed: readonly Check[];
  readonly ok: readonly Check[];
  /** Checks that nothing could be found out for, by what is said of them: often all for one reason. */
  readonly unknown: readonly { readonly said: string; readonly whats: readonly string[] }[];
}

export function groupChecks(checks: readonly Check[]): Grouped {
  const reasons = new Map<string, string[]>();
  for (const { what, reason } of checks.filter(({ result }) => result === 'unknown')) {
    const said = sayReason(reason);
    reasons.set(said, [...(reasons.get(said) ?? []), what]);
  }
  return {
    failed: checks.filter(({ result }) => result === 'failed'),
    ok: checks.filter(({ result }) => result === 'ok'),
    unknown: [...reasons].map(([said, whats]) => ({ said, whats })),
  };
}
