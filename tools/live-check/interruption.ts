/** A check that is interrupted ends in order: what it made is removed, what it found is printed. */

export class Interrupted extends Error {
  override readonly name = 'Interrupted';

  /** @param exitCode as shells count it: 128 and the number of the signal */
  constructor(readonly exitCode: number) {
    super('The check was interrupted.');
  }
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** npm passes on a signal that the terminal sent to the command as well: within this time two are one. */
const SAME_MS = 1_000;

/** Aborted, with an `Interrupted`, at the first signal; the next one ends the process at once. */
export function interruption(say: (line: string) => void): AbortSignal {
  const stop = new AbortController();
  let since: number | undefined;
  for (const [name, exitCode] of Object.entries(EXIT_CODES)) {
    process.on(name, () => {
      if (since === undefined) {
        since = Date.now();
        say(
          'Ending after the look that is under way, and removing what was made. Once more leaves it behind.',
        );
        stop.abort(new Interrupted(exitCode));
      } else if (Date.now() - since > SAME_MS) process.exit(exitCode);
    });
  }
  return stop.signal;
}
