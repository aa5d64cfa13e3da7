/**
 * What pages read of AWS within the last minute, in the memory of the process: many people look at the same lens. A warm
 * process serves several sites, so whoever asks names the site in the key.
 */
import type { Clock } from '../clock';

export interface RecentReads<T> {
  /** What the key's read answered within the last minute, or the read; one that failed is forgotten. */
  read(key: readonly string[], read: () => Promise<T>): Promise<T>;
}

const FRESH_MS = 60_000;
/** Some 100 KB each for the framework lens. */
const MOST = 50;

export function createRecentReads<T>(clock: Clock): RecentReads<T> {
  const known = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();
  return {
    read(parts, read) {
      const key = JSON.stringify(parts);
      const now = clock.now();
      const before = known.get(key);
      if (before !== undefined && before.at <= now && now - before.at < FRESH_MS) return before.answer;
      const answer = read();
      known.delete(key);
      known.set(key, { at: now, answer });
      const [oldest] = known.keys();
      if (known.size > MOST && oldest !== undefined) known.delete(oldest);
      answer.catch(() => {
        if (known.get(key)?.answer === answer) known.delete(key);
      });
      return answer;
    },
  };
}
