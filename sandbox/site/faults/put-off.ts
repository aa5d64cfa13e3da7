/** What is done later than it was answered. */
import type { Clock } from '../../clock';

export interface PutOff {
  add(ms: number, perform: () => Promise<unknown>): void;
  /** Does what is due. */
  wake(): Promise<void>;
}

export function createPutOff(clock: Clock): PutOff {
  let waiting: { readonly at: number; readonly perform: () => Promise<unknown> }[] = [];
  return {
    add: (ms, perform) => waiting.push({ at: clock.now() + ms, perform }),
    async wake() {
      const now = clock.now();
      const due = waiting.filter(({ at }) => at <= now);
      waiting = waiting.filter(({ at }) => at > now);
      for (const { perform } of due) await perform();
    },
  };
}
