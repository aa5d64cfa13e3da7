/** Time that is left, as people say it. Pure. */

export interface Left {
  readonly unit: 'seconds' | 'minutes';
  readonly count: number;
}

/** Below it seconds are told, five at a time: an estimate is no countdown. */
const IN_SECONDS = 90;
const ROUNDED_TO = 5;

/** @param seconds from 0 on */
export function leftOf(seconds: number): Left {
  if (seconds >= IN_SECONDS) return { unit: 'minutes', count: Math.ceil(seconds / 60) };
  return { unit: 'seconds', count: Math.max(ROUNDED_TO, Math.ceil(seconds / ROUNDED_TO) * ROUNDED_TO) };
}
