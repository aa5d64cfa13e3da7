/** Which calls meet which fault: the same ones for a seed and the same calls, whatever runs beside them. */
import { drawn } from '../../random';

/** The fate of a call, by what is called and how often it was called before. */
export type Choose<F extends string> = (target: string, fits: (fault: F) => boolean) => F | undefined;

export function createChooser<F extends string>(
  seed: string,
  shares: Readonly<Partial<Record<F, number>>>,
): Choose<F> {
  const calls = new Map<string, number>();
  const faults = Object.entries(shares) as [F, number][];
  return (target, fits) => {
    const count = (calls.get(target) ?? 0) + 1;
    calls.set(target, count);
    const chance = drawn(`${seed} ${target} ${count}`);
    let reached = 0;
    return faults.filter(([fault]) => fits(fault)).find(([, share]) => chance < (reached += share))?.[0];
  };
}
