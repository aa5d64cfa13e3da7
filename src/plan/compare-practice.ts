import type { ResolveSelects } from '../settings/model';
import type { ChoiceUpdate, PracticeState } from '../wellarchitected/model';
import { doneMeaning, isOn, type HowDone } from './done-meaning';
import type { Side, SyncedState } from './link';
import type { DoneMemory, Keep } from './plan';
import { practiceSide } from './practice-side';
import { compareDone, jiraSide, settled } from './three-way';

/** A best practice and its Sub-task, as both are now. */
export interface ComparedPractice {
  /** From the issue's own link; `CREATED` where it has none. */
  readonly synced: SyncedState;
  readonly practice: PracticeState;
  /** Whether its question is. */
  readonly applicable: boolean;
  readonly issue: HowDone;
  readonly resolveSelects: ResolveSelects | undefined;
  /** How a person settled a conflict; means nothing where there is none. */
  readonly keep?: Keep | undefined;
}

/**
 * What "done" of an issue comes to, with what to remember of it:
 * - `agree`: nothing to do and nothing to tell;
 * - `follow-review`: the issue is closed or reopened, as the review says;
 * - `choose`: the choice in AWS changes, as Jira says;
 * - `differ`: the sides differ because of Jira, and that is told, with why AWS is left as it is;
 * - `conflict`: both moved, apart: told, until a person settles it or they agree.
 */
export type DoneComparison = { readonly memory: DoneMemory } & (
  | { readonly kind: 'agree' | 'follow-review' | 'conflict' }
  | { readonly kind: 'choose'; readonly update: ChoiceUpdate; readonly reason: string }
  | { readonly kind: 'differ'; readonly reason: string }
);

/**
 * Compares "done" of one best practice three ways and decides what follows; total and pure. A side is changed
 * only if it alone stood still since the last sync, or a person settled that: Jira's has moved when the issue
 * went from open to done or back, AWS's also when a practice is done in another way (selected, not applicable,
 * its question not applicable) than it was when both last agreed, or when that is not known. AWS is changed
 * only under `resolveSelects`, and never in a question that is not applicable. Needs no whole review: a single answer that was just read will do.
 */
export function comparePractice(compared: ComparedPractice): DoneComparison {
  const { practice, applicable, issue, keep } = compared;
  const now = stateOf(practice, applicable, jiraSide(issue));
  const comparison = decide(compared, compared.synced, now);
  return comparison.kind === 'conflict' && keep ? decide(compared, settled(now, keep), now) : comparison;
}

/** From what was synced, or from that as a person settled it; what fails leaves what was really there. */
function decide(compared: ComparedPractice, base: SyncedState, now: SyncedState): DoneComparison {
  const { review, jira } = now;
  const kept = compared.synced;
  switch (compareDone(base, review, jira)) {
    case 'agree':
      return { kind: 'agree', memory: always(now) };
    case 'follow-review':
      return { kind: 'follow-review', memory: { moved: { ...now, jira: review }, kept } };
    case 'conflict':
      return { kind: 'conflict', memory: always(kept) };
    case 'differ-by-jira': {
      const update = choiceOf(compared);
      if (!update) return { kind: 'differ', reason: whyLeft(compared), memory: always(told(base, now)) };
      if (review === 'done' && base.practice !== now.practice)
        return { kind: 'conflict', memory: always(kept) };
      const moved = stateOf(STATES[update.status], true, jira);
      const reason = whyChosen(update, compared.issue);
      return { kind: 'choose', update, reason, memory: { moved, kept } };
    }
  }
}

const STATES = { SELECTED: 'selected', UNSELECTED: 'open', NOT_APPLICABLE: 'notApplicable' } as const;

function stateOf(practice: PracticeState, applicable: boolean, jira: Side): SyncedState {
  const review = practiceSide(practice, applicable).side;
  return applicable && practice !== 'open' ? { review, jira, practice } : { review, jira };
}

/** A practice that people did otherwise while the sides differ: how it was done is not known any more. */
function told(base: SyncedState, now: SyncedState): SyncedState {
  return base.practice === now.practice ? now : { review: now.review, jira: now.jira };
}

function always(state: SyncedState): DoneMemory {
  return { moved: state, kept: state };
}

/** What Jira's side says of the choice; undefined where it says nothing, or nothing that may be done. */
function choiceOf({ applicable, issue, resolveSelects }: ComparedPractice): ChoiceUpdate | undefined {
  if (!isOn(resolveSelects) || !applicable) return undefined;
  return jiraSide(issue) === 'open' ? { status: 'UNSELECTED' } : doneMeaning(resolveSelects, issue);
}

function whyChosen(update: ChoiceUpdate, issue: HowDone): string {
  switch (update.status) {
    case 'SELECTED':
      return `it is ${howDone(issue)} in Jira, which the settings call implemented`;
    case 'NOT_APPLICABLE': {
      const reason = update.reason.toLowerCase().replace('_', ' ');
      return `it is ${howDone(issue)} in Jira, which the settings call not applicable (${reason})`;
    }
    case 'UNSELECTED':
      return `it was reopened in Jira and is "${issue.status.name}"`;
  }
}

function whyLeft({ practice, applicable, issue, resolveSelects }: ComparedPractice): string {
  const { because } = practiceSide(practice, applicable);
  const differing = (status: string) => `it is ${status} in Jira, and in the review ${because}.`;
  if (!isOn(resolveSelects)) return differing(`"${issue.status.name}"`);
  if (!applicable)
    return `${differing(`"${issue.status.name}"`)} AWS was not changed: the choices of such a question are left alone.`;
  return `${differing(howDone(issue))} AWS was not changed: the settings do not say what this status and resolution mean.`;
}

function howDone({ status, resolution }: HowDone): string {
  return `"${status.name}" (${resolution ? `resolution "${resolution.name}"` : 'without a resolution'})`;
}
