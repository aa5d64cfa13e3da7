/** What a person leaves out of a run: lenses, pillars, questions. Everything is chosen until they do. Pure. */
import type { QuestionView } from '../../../../../../src/contract';

export interface ChoiceLens {
  readonly alias: string;
  readonly name: string;
  readonly pillars: readonly { readonly id: string; readonly name: string }[];
  /** Absent until they are loaded. */
  readonly questions?: readonly QuestionView[];
}

/** Lens alias, pillar id, question id: as many as it takes. */
export type Path = readonly string[];

/** Left-out paths, each as one text. A path that is left out has none below it that is. */
export type LeftOut = readonly string[];

export type Mark = 'all' | 'some' | 'none';

const nameOf = (path: Path) => path.join('\n');

/** How much below a path is chosen. */
export function markOf(leftOut: LeftOut, path: Path): Mark {
  if (path.some((_, index) => leftOut.includes(nameOf(path.slice(0, index + 1))))) return 'none';
  return leftOut.some((each) => each.startsWith(`${nameOf(path)}\n`)) ? 'some' : 'all';
}

/** Ticks or clears a box: one that is partly chosen becomes wholly chosen, and its parents follow. */
export function toggle(leftOut: LeftOut, lenses: readonly ChoiceLens[], path: Path): LeftOut {
  const name = nameOf(path);
  const others = leftOut.filter((each) => each !== name && !each.startsWith(`${name}\n`));
  switch (markOf(leftOut, path)) {
    case 'all':
      return collapse([...others, name], lenses, path);
    case 'some':
      return others;
    case 'none':
      return uncover(others, lenses, path);
  }
}

/** Where an ancestor is left out, its other children are left out instead. */
function uncover(leftOut: LeftOut, lenses: readonly ChoiceLens[], path: Path): LeftOut {
  const cut = path.findIndex((_, index) => leftOut.includes(nameOf(path.slice(0, index + 1))));
  if (cut === -1) return leftOut;
  const kept = leftOut.filter((each) => each !== nameOf(path.slice(0, cut + 1)));
  const siblings = path.slice(cut + 1).flatMap((step, index) => {
    const parent = path.slice(0, cut + 1 + index);
    return childrenOf(lenses, parent)
      .filter((id) => id !== step)
      .map((id) => nameOf([...parent, id]));
  });
  return [...kept, ...siblings];
}

/** A parent without a chosen child is left out itself. */
function collapse(leftOut: LeftOut, lenses: readonly ChoiceLens[], path: Path): LeftOut {
  const parent = path.slice(0, -1);
  if (parent.length === 0) return leftOut;
  const children = childrenOf(lenses, parent).map((id) => nameOf([...parent, id]));
  if (!children.every((child) => leftOut.includes(child))) return leftOut;
  return collapse([...leftOut.filter((each) => !children.includes(each)), nameOf(parent)], lenses, parent);
}

function childrenOf(lenses: readonly ChoiceLens[], path: Path): readonly string[] {
  const [alias, pillar] = path;
  const lens = lenses.find((each) => each.alias === alias);
  if (pillar === undefined) return lens?.pillars.map(({ id }) => id) ?? [];
  return (lens?.questions ?? []).filter(({ pillarId }) => pillarId === pillar).map(({ id }) => id);
}
