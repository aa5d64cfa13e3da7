/** A plan as people read it: what is made by lens, pillar and question, then what changes, by kind. Pure. */
import type { PlannedChange, PlannedCreate } from '../../../../../../src/contract';
import { sayReason } from '../../../texts/reasons';

export type ChangeKind = PlannedChange['kind'];

/** The order in which kinds are told. */
export const KINDS = [
  'create',
  'update',
  'close',
  'reopen',
  'resolve',
  'choose',
  'notes',
] as const satisfies readonly ChangeKind[];

export interface PlanFilter {
  /** Kinds that are left out. */
  readonly without: readonly ChangeKind[];
  /** Searched in everything that a change says; case does not matter. */
  readonly text: string;
}

export interface QuestionNode {
  readonly id: string;
  readonly title: string;
  readonly risk: string | undefined;
  /** The Task itself is made too. */
  readonly isNew: boolean;
  readonly practices: readonly PlannedCreate[];
}

export interface PillarNode {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly QuestionNode[];
  readonly tasks: number;
  readonly subtasks: number;
}

export interface LensNode {
  readonly id: string;
  readonly title: string;
  readonly pillars: readonly PillarNode[];
  readonly tasks: number;
  readonly subtasks: number;
}

export interface PlanTree {
  readonly epics: readonly PlannedCreate[];
  readonly lenses: readonly LensNode[];
}

type NotCreate = Exclude<ChangeKind, 'create'>;
export type OtherChange = Extract<PlannedChange, { kind: NotCreate }>;

/** Those that a filter leaves, in their order. */
export function filterChanges(
  changes: readonly PlannedChange[],
  { without, text }: PlanFilter,
): readonly PlannedChange[] {
  const wanted = text.trim().toLowerCase();
  return changes.filter(
    (change) =>
      !without.includes(change.kind) && (wanted === '' || wordsOf(change).toLowerCase().includes(wanted)),
  );
}

/** Issues to be made, as the tree that they will be. */
export function buildPlanTree(changes: readonly PlannedChange[]): PlanTree {
  const creates = changes.filter((change) => change.kind === 'create');
  const placed = creates.filter(({ level }) => level !== 'epic');
  const lenses = groupBy(placed, ({ lens }) => lens ?? '').map(([title, members]) => ({
    id: title,
    title,
    pillars: pillarsOf(title, members),
    ...numbersOf(members),
  }));
  return { epics: creates.filter(({ level }) => level === 'epic'), lenses };
}

/** All but creates, by kind; kinds without a change are left out. */
export function groupOthers(
  changes: readonly PlannedChange[],
): readonly (readonly [NotCreate, readonly OtherChange[]])[] {
  return groupBy(
    changes.filter((change): change is OtherChange => change.kind !== 'create'),
    ({ kind }) => kind,
  ).sort(([a], [b]) => KINDS.indexOf(a) - KINDS.indexOf(b));
}

/** How many changes of each kind there are. */
export function countKinds(changes: readonly PlannedChange[]): Readonly<Record<ChangeKind, number>> {
  const counts = { create: 0, update: 0, close: 0, reopen: 0, resolve: 0, choose: 0, notes: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}

function pillarsOf(lens: string, members: readonly PlannedCreate[]): readonly PillarNode[] {
  return groupBy(members, ({ pillar }) => pillar ?? '').map(([title, inPillar]) => {
    const id = `${lens}\n${title}`;
    return { id, title, questions: questionsOf(id, inPillar), ...numbersOf(inPillar) };
  });
}

function questionsOf(pillar: string, members: readonly PlannedCreate[]): readonly QuestionNode[] {
  return groupBy(members, ({ question }) => question ?? '').map(([title, inQuestion]) => ({
    id: `${pillar}\n${title}`,
    title,
    risk: inQuestion[0]?.risk,
    isNew: inQuestion.some(({ level }) => level === 'task'),
    practices: inQuestion.filter(({ level }) => level === 'subtask'),
  }));
}

function numbersOf(members: readonly PlannedCreate[]): { readonly tasks: number; readonly subtasks: number } {
  const of = (level: PlannedCreate['level']) => members.filter((member) => member.level === level).length;
  return { tasks: of('task'), subtasks: of('subtask') };
}

function wordsOf(change: PlannedChange): string {
  switch (change.kind) {
    case 'create': {
      const { title, lens, pillar, question, risk, labels } = change;
      return [title, lens, pillar, question, risk, ...labels].join('\n');
    }
    case 'update':
      return [change.key, change.title, ...change.changes.map(sayReason)].join('\n');
    case 'close':
    case 'reopen':
    case 'resolve':
    case 'choose':
      return [change.key, change.title, sayReason(change.reason)].join('\n');
    case 'notes':
      return [change.key, change.title].join('\n');
  }
}

function groupBy<T, K>(items: readonly T[], key: (item: T) => K): [K, readonly T[]][] {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups];
}
