/** The parts of a page, of which Jira's address says which one is open. Pure. */
import type { Path } from '../bridge/path';

export interface PartProps {
  /** Its first step is the part's own name; what follows is the part's to read. */
  readonly path: Path;
}

/** @param C what draws a part; in the pages a React component of `PartProps` */
export interface Part<C> {
  /** What the navigation calls it; absent where other parts lead to it. */
  readonly label?: () => string;
  readonly component: C;
}

/**
 * The one table of a page: by name, which is the first step of the part's address, in the order of the
 * navigation. What has no component does not compile.
 */
export type Parts<C> = Readonly<Record<string, Part<C>>>;

/** The part that an address names; the table's first where it names none. */
export function openPart<C>(
  parts: Parts<C>,
  [name = '']: readonly string[],
): readonly [name: string, part: Part<C>] {
  const all = Object.entries(parts);
  const open = all.find(([known]) => known === name) ?? all[0];
  if (!open) throw new Error('A page has at least one part');
  return open;
}

/** What the navigation lists. */
export function listedParts(
  parts: Parts<unknown>,
): readonly { readonly key: string; readonly label: string }[] {
  return Object.entries(parts).flatMap(([key, { label }]) => (label ? [{ key, label: label() }] : []));
}
