/** The test of a connection in words. Pure. */

export interface ConnectionTest {
  readonly region: string;
  readonly ok: boolean;
  readonly checks: readonly {
    readonly what: string;
    readonly result: 'ok' | 'failed' | 'unknown';
    readonly message: string;
    readonly statement?: string;
  }[];
}

const MARKS = { ok: '✓', failed: '✗', unknown: '?' } as const;

/** One line for each check; where something failed, what to add. */
export function renderTest({ region, checks }: ConnectionTest): string {
  const lines = checks.flatMap(({ what, result, message, statement }) => [
    `  ${MARKS[result]} ${what}: ${message}`,
    ...(statement === undefined ? [] : [`      add: ${statement}`]),
  ]);
  return [`Tested in ${region}:`, ...lines].join('\n');
}
