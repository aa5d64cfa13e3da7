/** What storage costs, as Forge counts it: a site has 4,000 units a minute to read, and as many to write. */

/** "Each operation costs a unit for each 10 KB"; whether those are 10,000 or 10,240 bytes is unverified (F13). */
const UNIT_BYTES = 10_000;

/** Of values that are each read or written by a key of their own. */
export function unitsOfAll(values: readonly unknown[]): number {
  return values.reduce<number>((sum, value) => sum + unitsOf(value), 0);
}

/** One at least; what is not there costs as much as what is small. */
export function unitsOf(value: unknown): number {
  const bytes = value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
  return Math.max(1, Math.ceil(bytes / UNIT_BYTES));
}
