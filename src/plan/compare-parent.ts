import type { OurIssue } from '../jira/model';
import type { Reason } from '../reason';
import type { FollowedSide } from './followed-side';
import type { DoneComparison } from './item-comparison';
import type { SyncedState } from './link';
import type { Keep } from './plan';
import { because } from './reasons';
import { compareDone, jiraSide, settledAs } from './three-way';

/**
 * Compares "done" of a Task or an Epic three ways; total and pure. Its own status says nothing to the source, so
 * what people moved in Jira is told and not undone. `followed` is undefined where there is nothing to follow.
 */
export function compareParent(
  synced: SyncedState,
  followed: FollowedSide | undefined,
  issue: Pick<OurIssue, 'status'>,
  keep: Keep | undefined,
): DoneComparison {
  const jira = jiraSide(issue);
  const remember = (state: SyncedState) => ({ moved: state, kept: state });
  if (!followed) return { kind: 'agree', memory: remember({ source: synced.source, jira }) };
  const now = { source: followed.side, jira };
  const asked = compareDone(synced, now.source, jira);
  const base = asked === 'conflict' && keep ? settledAs(now, keep) : synced;
  switch (compareDone(base, now.source, jira)) {
    case 'agree':
      return { kind: 'agree', memory: remember(now) };
    case 'follow-source':
      return { kind: 'follow-source', memory: { moved: { ...now, jira: now.source }, kept: synced } };
    case 'conflict':
      return { kind: 'conflict', memory: remember(synced) };
    case 'differ-by-jira':
      return { kind: 'differ', reason: difference(followed, issue), memory: remember(now) };
  }
}

function difference(followed: FollowedSide, { status }: Pick<OurIssue, 'status'>): Reason {
  const code = followed.of === 'children' ? 'differs-from-children' : 'differs-from-source';
  return because(code, { status: status.name, because: followed.because });
}
