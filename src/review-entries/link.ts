/**
 * Links of a review's issues as they are remembered: the plan's links with the identity of the item, and states in
 * AWS's terms.
 */
import type { Identity } from '../jira/model';
import type * as plan from '../plan/link';
import type { Side } from '../plan/link';
import * as after from '../plan/link-after';
import type { WrittenTexts } from '../plan/plan';
import type { PracticeState } from '../wellarchitected/model';
import type { Matched, ReviewEntry } from './entry';

export interface SyncedState {
  /** What the review said: `done` when what closes the issue had happened. */
  readonly review: Side;
  readonly jira: Side;
  /** See `how` of the plan's. */
  readonly practice?: Exclude<PracticeState, 'open'>;
  readonly closedAs?: plan.ClosedAs;
}

export interface Link extends Omit<plan.Link, 'synced'> {
  readonly identity: Identity;
  /** Groups links for storage. */
  readonly pillar?: string;
  readonly synced: SyncedState;
  /** A run that went on did not find the issue; counts up, so that all have their turn at being asked for. */
  readonly notFound?: number;
}

/** As the plan takes it. */
export function toPlanLink({ identity, pillar, synced, notFound, ...link }: Link): plan.Link {
  return { ...link, synced: toPlanState(synced) };
}

export function toPlanState({ review, practice, ...same }: SyncedState): plan.SyncedState {
  if (practice === undefined) return { source: review, ...same };
  return { source: review, ...same, how: practice === 'selected' ? 'implemented' : practice };
}

export function fromPlanState({ source, how, ...same }: plan.SyncedState): SyncedState {
  if (how === undefined) return { review: source, ...same };
  return { review: source, ...same, practice: how === 'implemented' ? 'selected' : how };
}

/** The link to remember after a run: from outcomes, not from intentions. */
export function linkAfter(matched: Matched, applied: after.Applied, createdBy?: string): Link {
  return linkOf(matched.entry, after.linkAfter(matched, applied, createdBy));
}

/** The link of an issue that this run made, with the texts and labels that its create screen took. */
export function linkOfCreated(
  entry: ReviewEntry,
  issueId: string,
  written: WrittenTexts,
  runId: string,
): Link {
  const { values, descriptionHash } = entry.content;
  const isSaid = written.descriptionHash === descriptionHash;
  return linkOf(entry, after.linkOfCreated(issueId, { ...written, ...(isSaid ? { values } : {}) }, runId));
}

function linkOf({ identity, path }: ReviewEntry, { synced, ...link }: plan.Link): Link {
  return {
    identity,
    ...(path ? { pillar: path.pillar.id } : {}),
    ...link,
    synced: fromPlanState(synced),
  };
}
