/** The rows of the fault table, as tests and the bench judge them. */
import type { Measured } from './measure';
import type { Trouble } from './troubles';

/** Both sides agree within so many minutes of a trouble's end. */
const WITHIN = 60;

export function boundOf({ within = WITHIN }: Trouble): number {
  return within;
}

/** The slowest of the calls that were tried. */
export function worstOf({ minutes }: Measured): number {
  return Math.max(...minutes);
}
