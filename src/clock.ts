/** Milliseconds since the epoch; `Date` fits. */
export interface Clock {
  now(): number;
}

/** ISO 8601. */
export function timestamp(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
