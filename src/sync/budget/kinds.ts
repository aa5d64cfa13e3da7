/** Which of what a run does counts towards the budget of its workload, and as what. Pure. */
import { identityKey } from '../../jira/ownership';
import type { There as Counted } from '../../plan/plan';
import type { Change, Choose, Move } from '../../review-entries/entry';
import type { PlannedNotes } from '../write-back/plan-notes';

/** Kinds of changes that look like an accident where there are many. The names are stored. */
export const KINDS = [
  'choicesFinished',
  'choicesOpened',
  'issuesClosed',
  'issuesReopened',
  'blocksRemoved',
] as const;

export type Kind = (typeof KINDS)[number];

/** How many there are that a change of the kind could meet; a kind that is absent was not counted. */
export type There = Readonly<Partial<Record<Kind, number>>>;

/** What undoes a change of the kind. */
export const OPPOSITES: Readonly<Partial<Record<Kind, Kind>>> = {
  choicesFinished: 'choicesOpened',
  choicesOpened: 'choicesFinished',
  issuesClosed: 'issuesReopened',
  issuesReopened: 'issuesClosed',
};

/** A change that has a kind. */
export type Counting = Choose | Move;

/** Undefined for what makes or words an issue. Closing one that the same run makes is part of its create. */
export function kindOf(change: Change): Kind | undefined {
  return isCounting(change) ? kindOfCounting(change) : undefined;
}

export function isCounting(change: Change): change is Counting {
  return change.kind === 'choose' || change.kind === 'close' || change.kind === 'reopen';
}

export function kindOfCounting(change: Counting): Kind {
  switch (change.kind) {
    case 'close':
      return 'issuesClosed';
    case 'reopen':
      return 'issuesReopened';
    case 'choose':
      return change.to.is === 'open' ? 'choicesOpened' : 'choicesFinished';
  }
}

/** Items that would change, by kind. An Epic that follows its Tasks is none more. */
export type Planned = ReadonlyMap<Kind, ReadonlySet<string>>;

export function plannedBy(changes: readonly Change[], notes: Iterable<PlannedNotes> = []): Planned {
  const found = new Map<Kind, Set<string>>();
  const add = (kind: Kind, item: string) => found.set(kind, (found.get(kind) ?? new Set()).add(item));
  for (const change of changes)
    if (isCounting(change) && change.entry.level !== 'epic')
      add(kindOfCounting(change), identityKey(change.entry.identity));
  for (const { what, question } of notes) if (what === 'remove') add('blocksRemoved', identityKey(question));
  return found;
}

export function thereOf({ issues, items }: Counted, blocks?: number): There {
  return {
    choicesFinished: items.open,
    choicesOpened: items.done,
    issuesClosed: issues.open,
    issuesReopened: issues.done,
    ...(blocks === undefined ? {} : { blocksRemoved: blocks }),
  };
}
