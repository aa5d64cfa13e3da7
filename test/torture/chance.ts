/** What a seed decides, one thing after the other. */
import { seededRandom } from '../../sandbox/random';

export interface Chance {
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** So many different ones, in their own order. */
  some<T>(from: readonly T[], count: number): readonly T[];
}

export function chanceOf(seed: string): Chance {
  const random = seededRandom(seed);
  const below = (end: number): number => Math.floor(random() * end);
  function pick<T>(from: readonly T[]): T {
    const picked = from[below(from.length)];
    if (picked === undefined) throw new Error('there is nothing to pick from');
    return picked;
  }
  return {
    below,
    pick,
    happens: (share) => random() < share,
    some(from, count) {
      const left = [...from.keys()];
      const chosen = new Set<number>();
      while (chosen.size < Math.min(count, from.length)) {
        chosen.add(left.splice(below(left.length), 1)[0] ?? 0);
      }
      return from.filter((_, index) => chosen.has(index));
    },
  };
}
