/** The test of a connection in words. Pure. */
import type { Reason } from './api';
import { say } from './words';

export interface ConnectionTest {
  readonly region: string;
  readonly ok: boolean;
  readonly checks: readonly {
    readonly what: string;
    readonly result: 'ok' | 'failed' | 'unknown';
    readonly reason: Reason;
    readonly statement?: string;
  }[];
}

const MARKS = { ok: '✓', failed: '✗', unknown: '?' } as const;

/** One line for each check; where something failed, what to add. */
export function renderTest({ region, checks }: ConnectionTest): string {
  const lines = checks.flatMap(({ what, result, reason, statement }) => [
    `  ${MARKS[result]} ${what}: ${say(reason)}`,
    ...(statement === undefined ? [] : [`      add: ${statement}`]),
  ]);
  return [`Tested in ${region}:`, ...lines].join('\n');
}
