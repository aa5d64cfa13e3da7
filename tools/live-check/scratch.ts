/** What a check makes for itself and removes again, whatever happens between. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Scratch<T> {
  /** In words, with the name that it will have: `the project WAB12345`. */
  readonly what: string;
  /** How a person removes it. */
  readonly byHand: string;
  readonly make: () => Promise<T>;
  /** Whether an error of `make` leaves open that it was made: no answer, or the error of a server or gateway. */
  readonly mayBeMade: (error: unknown) => boolean;
  /** By its name; undefined where there is none. */
  readonly find: () => Promise<T | undefined>;
  /** Answers as well where it is gone already. */
  readonly remove: (made: T) => Promise<void>;
}

export interface ScratchOptions {
  /** Aborted where the check is to end: nothing more is made. */
  readonly signal: AbortSignal;
  /** Writes a line to whoever watches. */
  readonly say: (line: string) => void;
  /** Between two tries, in milliseconds. */
  readonly pauseMs?: number;
}

/** Of a look for what was made without an answer, and of a removal. */
const TRIES = 3;
const PAUSE_MS = 2_000;

/**
 * Names it before it is made, so that a process that is killed leaves a name, and removes it after use, also where
 * `use` fails. What cannot be removed is named with the way to remove it, and changes no result.
 *
 * @throws the error of `make` where nothing was made or found; the error of `use`; the signal's reason
 */
export async function withScratch<T, R>(
  scratch: Scratch<T>,
  options: ScratchOptions,
  use: (made: T) => Promise<R>,
): Promise<R> {
  options.signal.throwIfAborted();
  options.say(`Making ${scratch.what}.`);
  const made = await makeOrFind(scratch, options);
  try {
    return await use(made);
  } finally {
    await removeOrTell(scratch, made, options);
  }
}

/** A create is sent once. */
async function makeOrFind<T>(scratch: Scratch<T>, options: ScratchOptions): Promise<T> {
  try {
    return await scratch.make();
  } catch (error) {
    const found = scratch.mayBeMade(error) ? await findOrTell(scratch, options) : undefined;
    if (found === undefined) throw error;
    return found;
  }
}

async function findOrTell<T>(
  { what, byHand, find }: Scratch<T>,
  { say, pauseMs = PAUSE_MS }: ScratchOptions,
): Promise<T | undefined> {
  say(`No answer says whether ${what} was made: looking for it.`);
  for (let left = TRIES; left > 0; left -= 1) {
    const found = await find().catch(() => undefined);
    if (found !== undefined) return found;
    if (left > 1) await sleep(pauseMs);
  }
  say(`It was not found. Should ${what} appear later, remove it by hand: ${byHand}`);
  return undefined;
}

async function removeOrTell<T>(
  { what, byHand, remove }: Scratch<T>,
  made: T,
  { say, pauseMs = PAUSE_MS }: ScratchOptions,
): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) {
    const error = await refusalOf(() => remove(made));
    if (error === undefined) {
      say(`Removed ${what}.`);
      return;
    }
    if (left === 1) say(`LEFT BEHIND: ${what} (${error}). Remove it by hand: ${byHand}`);
    else await sleep(pauseMs);
  }
}

async function refusalOf(act: () => Promise<void>): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    return String(error);
  }
}
