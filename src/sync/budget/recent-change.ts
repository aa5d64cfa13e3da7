/** What is remembered of a change that counts, before it is sent. Pure. */
import { identityKey } from '../../jira/ownership';
import type { Choose } from '../../review-entries/entry';
import type { Link } from '../../review-entries/link';
import { choiceUpdate } from '../../review-entries/practice-state';
import { STATE_OF } from '../write-back/decide-answer';
import type { PlannedNotes } from '../write-back/plan-notes';
import { kindOfCounting, type Counting } from './kinds';
import type { RecentChange } from './recent-changes';

export interface Sent {
  readonly runId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** By `identityKey`, as they were read. */
  readonly links: ReadonlyMap<string, Link>;
}

export function recentChange(change: Counting, { runId, at, links }: Sent): RecentChange {
  const { entry, issue } = change;
  const { lens, question, choice } = entry.identity;
  const synced = links.get(identityKey(entry.identity))?.synced;
  return {
    ...{ kind: kindOfCounting(change), at, runId },
    ...(lens === undefined ? {} : { lens }),
    ...(question === undefined ? {} : { question }),
    ...(choice === undefined ? {} : { choice }),
    ...{ issueId: issue.id, issueKey: issue.key, title: issue.summary },
    ...(change.kind === 'choose' ? { practice: practiceOf(change) } : { statusId: issue.status.id }),
    ...(synced === undefined ? {} : { synced }),
  };
}

export function removedBlock(
  { question: { lens, question }, title }: PlannedNotes,
  { runId, at }: Sent,
): RecentChange {
  return {
    ...{ kind: 'blocksRemoved' as const, at, runId, title },
    ...(lens === undefined ? {} : { lens }),
    ...(question === undefined ? {} : { question }),
  };
}

function practiceOf({ entry: { path, identity }, to }: Choose): Required<RecentChange>['practice'] {
  const practice = path?.question.practices.find(({ id }) => id === identity.choice);
  return { was: practice?.state ?? 'open', is: STATE_OF[choiceUpdate(to).status] };
}
