/** What is known of the ways that issues of one type take to a target. Pure. */

/** Most transitions that the app takes to bring an issue to its target. */
export const MAX_STEPS = 5;

/** Statuses by id. */
export interface Guide {
  /** From each status of a way that worked, the next one on it. */
  readonly next: ReadonlyMap<string, string>;
  /** Statuses of walks that got stuck, unless a way that worked leads through them: not entered again. */
  readonly avoid: ReadonlySet<string>;
}

export const NO_GUIDE: Guide = { next: new Map(), avoid: new Set() };
