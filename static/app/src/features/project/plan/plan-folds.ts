/** Which groups of a plan are open before anybody opens or closes one. Pure. */
import type { PlanTree, groupOthers } from './plan-tree';

export interface Folds {
  readonly isOpen: (id: string) => boolean;
  readonly turn: (id: string) => void;
}

/** Changes that a page shows at once without anybody asking. */
const MANY = 60;
/** Lines about notes say nearly the same. */
const MANY_NOTES = 10;

/**
 * Lenses and kinds are open; what is below them, and long lists of notes, only in a small plan or one that a text
 * was searched in.
 */
export function startsOpen(
  { lenses }: PlanTree,
  others: ReturnType<typeof groupOthers>,
  isFiltered: boolean,
): (id: string) => boolean {
  const total = lenses.reduce((sum, { tasks, subtasks }) => sum + tasks + subtasks, 0);
  const isSmall = total <= (isFiltered ? MANY * 4 : MANY);
  const deep = new Set(
    isSmall
      ? []
      : lenses.flatMap(({ pillars }) =>
          pillars.flatMap(({ id, questions }) => [id, ...questions.map((each) => each.id)]),
        ),
  );
  const manyNotes = others.some(([kind, { length }]) => kind === 'notes' && length > MANY_NOTES);
  const isLong = (id: string) => manyNotes && !isFiltered && id === foldOfKind('notes');
  return (id) => !deep.has(id) && !isLong(id);
}

/** Ids of everything that can be folded. */
export function foldIds({ lenses }: PlanTree, others: ReturnType<typeof groupOthers>): readonly string[] {
  return [
    ...lenses.flatMap(({ id, pillars }) => [
      id,
      ...pillars.flatMap((pillar) => [pillar.id, ...pillar.questions.map((question) => question.id)]),
    ]),
    ...others.map(([kind]) => foldOfKind(kind)),
  ];
}

/** Lenses are named by people, so a kind's id is something that no name is. */
export function foldOfKind(kind: string): string {
  return `\n\n${kind}`;
}
