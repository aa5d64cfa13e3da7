/** Laws of merging: checks over generated cases, which are counted. */
import fc from 'fast-check';
import type { Merged } from '../../../src/notes/merged';
import { NEWEST_HEADS, OWN } from './statuses';

let cases = 0;

/** A plain comparison: jest's `expect` costs more than the code under test. */
export function must(truth: boolean, what: string): void {
  if (!truth) throw new Error(what);
}

export function law<T>(numRuns: number, arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
  fc.assert(
    fc.property(arbitrary, (value) => {
      cases += 1;
      holds(value);
    }),
    { numRuns },
  );
}

export function caseCount(): number {
  return cases;
}

export function after(current: string, result: Merged): string {
  return result.kind === 'changed' ? result.notes : current;
}

/** How many opening and closing lines of the newest version name this installation. */
export function blocksIn(notes: string, { installation } = OWN): readonly number[] {
  return NEWEST_HEADS.map((head) => notes.split(`${head} ${installation}`).length - 1);
}

export function holdsOneBlock(notes: string, own = OWN): boolean {
  return blocksIn(notes, own).every((count) => count === 1);
}
