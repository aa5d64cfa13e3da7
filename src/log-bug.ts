/** A bug's class and place go to the log; its message may quote data and does not. */
export function logBug(where: string, error: unknown): void {
  const stack =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  // eslint-disable-next-line no-console -- the platform's log
  console.error('Unexpected error', JSON.stringify({ where, name, stack: stack.slice(0, 12) }));
}
