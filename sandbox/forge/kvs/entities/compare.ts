/** Negative, zero or positive as `a` comes before, with or after `b`; NaN where they cannot be compared. */
export function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  if (typeof a !== 'string' || typeof b !== 'string') return NaN;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
