/** The parts of a page, of which Jira's address says which one is open. Pure. */
import type { ComponentType } from 'react';
import type { Path } from '../bridge/use-path';

export interface PartProps {
  /** Its first step is the part's own name; what follows is the part's to read. */
  readonly path: Path;
}

export interface Part {
  /** What the navigation calls it; absent where other parts lead to it. */
  readonly label?: () => string;
  readonly component: ComponentType<PartProps>;
}

/**
 * The one table of a page: by name, which is the first step of the part's address, in the order of the
 * navigation. What has no component does not compile.
 */
export type Parts = Readonly<Record<string, Part>>;

/** The part that an address names; the table's first where it names none. */
export function openPart(parts: Parts, [name = '']: readonly string[]): readonly [name: string, part: Part] {
  const all = Object.entries(parts);
  const open = all.find(([known]) => known === name) ?? all[0];
  if (!open) throw new Error('A page has at least one part');
  return open;
}

/** What the navigation lists. */
export function listedParts(parts: Parts): readonly { readonly key: string; readonly label: string }[] {
  return Object.entries(parts).flatMap(([key, { label }]) => (label ? [{ key, label: label() }] : []));
}
