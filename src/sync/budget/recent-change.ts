/** What is remembered of a change that counts, before it is sent. Pure. */
import type { AnyIssue } from '../../jira/model';
import { identityKey } from '../../jira/ownership';
import type { Choose } from '../../review-entries/entry';
import type { Link } from '../../review-entries/link';
import { choiceUpdate } from '../../review-entries/practice-state';
import type { Answer } from '../../wellarchitected/answers';
import { choiceIn } from '../write-back/choice-state';
import { STATE_OF } from '../write-back/decide-answer';
import { selectedNone } from '../write-back/none-choice';
import type { PlannedNotes } from '../write-back/plan-notes';
import { questionKey } from '../write-back/question-status';
import type { ChoiceState, IssueState } from './change-shape';
import { kindOfCounting, type Counting } from './kinds';
import type { RecentChange } from './recent-changes';

export interface Sent {
  readonly runId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** By `identityKey`, as they were read. */
  readonly links: ReadonlyMap<string, Link>;
  /** Of questions whose choices are about to change, by `questionKey`; absent where it could not be read. */
  readonly answers: ReadonlyMap<string, Answer>;
}

export function recentChange(change: Counting, sent: Sent): RecentChange {
  const { entry, issue } = change;
  const { lens, question, choice } = entry.identity;
  const synced = sent.links.get(identityKey(entry.identity))?.synced;
  return {
    ...{ kind: kindOfCounting(change), at: sent.at, runId: sent.runId },
    ...(lens === undefined ? {} : { lens }),
    ...(question === undefined ? {} : { question }),
    ...(choice === undefined ? {} : { choice }),
    ...{ issueId: issue.id, issueKey: issue.key, title: issue.summary },
    ...(change.kind === 'choose'
      ? { practice: practiceOf(change, sent) }
      : { moved: { was: issueState(issue) } }),
    ...(synced === undefined ? {} : { synced }),
  };
}

export function removedBlock(
  { question: { lens, question }, title }: PlannedNotes,
  { runId, at }: Pick<Sent, 'runId' | 'at'>,
): RecentChange {
  return {
    ...{ kind: 'blocksRemoved' as const, at, runId, title },
    ...(lens === undefined ? {} : { lens }),
    ...(question === undefined ? {} : { question }),
  };
}

export function issueState({ status, resolution }: Pick<AnyIssue, 'status' | 'resolution'>): IssueState {
  return {
    status: { id: status.id, name: status.name },
    resolution: resolution ? { id: resolution.id, name: resolution.name } : null,
  };
}

/** What an UpdateAnswer made of a choice, from the answers before and after it. */
export function practiceBetween(
  before: Answer,
  after: Answer,
  choice: string,
): Required<RecentChange>['practice'] {
  const cleared = selectedNone(before).filter((id) => !after.selected.has(id));
  return {
    ...{ was: choiceIn(before, choice), is: choiceIn(after, choice) },
    ...(cleared.length > 0 ? { cleared } : {}),
  };
}

function practiceOf({ entry: { path, identity }, to }: Choose, { answers }: Sent) {
  const { choice = '' } = identity;
  const update = choiceUpdate(to);
  const reason = update.status === 'NOT_APPLICABLE' ? { reason: update.reason } : {};
  const is: ChoiceState = { state: STATE_OF[update.status], ...reason };
  const state = path?.question.practices.find(({ id }) => id === choice)?.state ?? 'open';
  const answer = answers.get(questionKey(identity));
  if (answer === undefined) return { was: { state }, is };
  const cleared = update.status === 'SELECTED' ? selectedNone(answer) : [];
  return { was: choiceIn(answer, choice), is, ...(cleared.length > 0 ? { cleared } : {}) };
}
