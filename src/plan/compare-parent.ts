import type { OurIssue } from '../jira/model';
import type { DoneComparison } from './compare-practice';
import type { SyncedState } from './link';
import type { Keep } from './plan';
import type { ReviewSide } from './review-side';
import { compareDone, jiraSide, settled } from './three-way';

/**
 * Compares "done" of a Task or an Epic three ways; total and pure. Its own status says nothing to AWS, so
 * what people moved in Jira is told and not undone. `review` is undefined where there is nothing to follow.
 */
export function compareParent(
  synced: SyncedState,
  review: ReviewSide | undefined,
  issue: Pick<OurIssue, 'status'>,
  keep: Keep | undefined,
): DoneComparison {
  const jira = jiraSide(issue);
  const remember = (state: SyncedState) => ({ moved: state, kept: state });
  if (!review) return { kind: 'agree', memory: remember({ review: synced.review, jira }) };
  const now = { review: review.side, jira };
  const asked = compareDone(synced, now.review, jira);
  const base = asked === 'conflict' && keep ? settled(now, keep) : synced;
  switch (compareDone(base, now.review, jira)) {
    case 'agree':
      return { kind: 'agree', memory: remember(now) };
    case 'follow-review':
      return { kind: 'follow-review', memory: { moved: { ...now, jira: now.review }, kept: synced } };
    case 'conflict':
      return { kind: 'conflict', memory: remember(synced) };
    case 'differ-by-jira':
      return { kind: 'differ', reason: difference(review, issue), memory: remember(now) };
  }
}

function difference({ of, because }: ReviewSide, { status }: Pick<OurIssue, 'status'>): string {
  return `it is "${status.name}" in Jira, and ${of === 'children' ? '' : 'in the review '}${because}.`;
}
