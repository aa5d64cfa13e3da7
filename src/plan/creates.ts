import type { Entry } from './entry';
import type { Matches } from './match';
import { mayBeBelow, ONE_PLACE } from './places';
import type { Create, PlanInput, Remark } from './plan';
import { because } from './reasons';

export interface Creates<E extends Entry = Entry> {
  /** In tree order: the Epic, the Tasks, the Sub-tasks. */
  readonly creates: readonly Create<E>[];
  /** Issues that were there at the last sync and are not any more. */
  readonly missing: readonly Remark[];
  /** Issues that cannot be made, with the reason. */
  readonly blocked: readonly Remark[];
  /** How many Sub-tasks are going to be made under a Task. */
  childrenOf(parentKey: string): number;
}

/** Decides which issues are made: those in scope that do not exist, were never deleted, and have a parent. */
export function planCreates<E extends Entry>(
  entries: readonly E[],
  matches: Matches<E>,
  input: PlanInput<E>,
): Creates<E> {
  const state = new State(matches, input);
  for (const level of ['epic', 'task', 'subtask'] as const)
    for (const entry of entries) if (entry.level === level) state.consider(entry);
  const creates = needed(state.creates);
  const counts = childCounts(creates);
  return {
    creates: withClosing(creates, counts),
    missing: state.missing,
    blocked: state.blocked,
    childrenOf: (parent) => counts.get(parent) ?? 0,
  };
}

class State<E extends Entry> {
  readonly creates: Create<E>[] = [];
  readonly missing: Remark[] = [];
  readonly blocked: Remark[] = [];
  private readonly projects = new Map<string, string>();

  constructor(
    private readonly matches: Matches<E>,
    private readonly input: PlanInput<E>,
  ) {
    for (const [key, issue] of matches.usable) this.projects.set(key, issue.projectId);
  }

  consider(entry: E): void {
    const { key } = entry;
    const wanted = entry.standing === 'in' || (entry.level === 'epic' && entry.standing === 'outside-run');
    if (!wanted || this.matches.usable.has(key) || this.matches.barred.has(key)) return;
    if (this.input.held?.has(key)) return;
    if (this.input.links.has(key) && !(this.input.run.recreate && this.input.gone.has(key))) {
      this.missing.push(missing(entry));
    } else if (this.input.uncertain.has(key)) {
      this.blocked.push(uncertain(entry));
    } else {
      this.create(entry);
    }
  }

  private create(entry: E): void {
    const parentProject =
      entry.parentKey === undefined ? this.input.projectId : this.projects.get(entry.parentKey);
    if (parentProject === undefined) {
      this.blocked.push(orphan(entry));
      return;
    }
    const projectId = entry.level === 'subtask' ? parentProject : this.input.projectId;
    if (!mayBeBelow(projectId, parentProject, this.input.places ?? ONE_PLACE)) {
      this.blocked.push(apart(entry, this.matches.usable.get(entry.parentKey ?? '')));
      return;
    }
    this.projects.set(entry.key, projectId);
    this.creates.push({ kind: 'create', entry, projectId });
  }
}

/** A run of a selection makes the Epic only if something goes under it. */
function needed<E extends Entry>(creates: readonly Create<E>[]): readonly Create<E>[] {
  const lonely = creates.length === 1 && creates[0]?.entry.standing === 'outside-run';
  return lonely ? [] : creates;
}

function withClosing<E extends Entry>(
  creates: readonly Create<E>[],
  counts: ReadonlyMap<string, number>,
): readonly Create<E>[] {
  return creates.map((create) =>
    create.entry.parent?.withChildren && !counts.has(create.entry.key)
      ? { ...create, thenClose: because('no-child-open') }
      : create,
  );
}

function childCounts(creates: readonly Create[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { entry } of creates) {
    const { level, parentKey } = entry;
    if (level !== 'subtask' || parentKey === undefined) continue;
    counts.set(parentKey, (counts.get(parentKey) ?? 0) + 1);
  }
  return counts;
}

function missing({ content }: Entry): Remark {
  return { title: content.summary, ...because('deleted-in-jira') };
}

function uncertain({ content }: Entry): Remark {
  return { title: content.summary, ...because('uncertain') };
}

function apart({ content }: Entry, epic: { readonly key: string } | undefined): Remark {
  return { title: content.summary, ...because('epic-apart', { epic: { issueKey: epic?.key ?? '' } }) };
}

function orphan({ content, level }: Entry): Remark {
  return {
    title: content.summary,
    ...because('no-parent', { parent: level === 'subtask' ? 'task' : 'epic' }),
  };
}
