/** Rights of callers that Jira confirmed a moment ago, in the memory of the process, which serves several sites. */
import type { Clock } from '../clock';
import type { Caller } from '../use-cases/caller';

export interface ConfirmedRights {
  /**
   * What `ask` answers, or yes without asking where it said so of the same person and right within the last ten
   * seconds. A no, and a failure, are remembered by nobody.
   *
   * @param right equal for equal questions
   */
  confirm(caller: Caller, right: readonly string[], ask: () => Promise<boolean>): Promise<boolean>;
}

/** As often as a page that watches may ask: a right that was taken away holds for so long at most. */
const BELIEVED_MS = 10_000;

/** Then those that are over are forgotten. */
const MANY = 1_000;

export function createConfirmedRights(clock: Clock): ConfirmedRights {
  const confirmedAt = new Map<string, number>();
  const holds = (at: number | undefined): boolean =>
    at !== undefined && clock.now() >= at && clock.now() - at < BELIEVED_MS;

  function remember(key: string, at: number): void {
    if (confirmedAt.size >= MANY)
      for (const [known, time] of confirmedAt) if (!holds(time)) confirmedAt.delete(known);
    if (confirmedAt.size < MANY) confirmedAt.set(key, at);
  }

  return {
    async confirm({ site, accountId }, right, ask) {
      const key = JSON.stringify([site, accountId, right]);
      if (holds(confirmedAt.get(key))) return true;
      const askedAt = clock.now();
      const confirmed = await ask();
      if (confirmed) remember(key, askedAt);
      else confirmedAt.delete(key);
      return confirmed;
    },
  };
}
