/** Milliseconds since the epoch; `Date` fits. */
export interface Clock {
  now(): number;
}

export type Sleep = (milliseconds: number) => Promise<void>;

/** ISO 8601. */
export function timestamp(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
