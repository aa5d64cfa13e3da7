/**
 * Issues that are linked and that Jira did not answer with. Deleted, hidden, archived and badly answered look alike,
 * so absence alone proves nothing.
 */
import { mapInFlight } from '../in-flight';
import type { Jira } from '../jira/jira';
import type { AnyIssue, Identity } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { DeletedIssues } from '../links/deleted-issues';
import type { Link } from '../review-entries/link';
import type { Reason } from '../reason';
import { UpstreamError } from '../upstream-error';
import { because } from './reasons';

export interface AbsentIssues {
  /** Identity keys of links whose issue, or the one above it, Jira answers 404 for: deleted or hidden. */
  readonly gone: ReadonlySet<string>;
  /** Identity keys of those of which Jira told beside it that they were deleted. */
  readonly deleted: ReadonlySet<string>;
  /** Why the run is to stop: so many at once are a mass deletion, or an app that may not see its issues any more. */
  readonly many: Reason | undefined;
}

/** Issues that are asked for one by one in a run. */
const MOST_ASKED = 20;
/** Fewer than this never are a mass deletion. */
const MANY = 10;
const IN_FLIGHT = 4;

export interface AbsentPorts {
  readonly jira: Pick<Jira, 'isThere'>;
  readonly deletedIssues: Pick<DeletedIssues, 'has'>;
}

/**
 * Asks Jira once more for each issue that is absent, from the top: a Sub-task goes with its Task.
 *
 * @param mayAskSome a person wants them made again: of a mass deletion the first are asked for
 * @throws UpstreamError where Jira has an issue that it left out before: that answer was incomplete
 */
export async function askForAbsent(
  links: ReadonlyMap<string, Link>,
  read: readonly AnyIssue[],
  mayAskSome: boolean,
  { jira, deletedIssues }: AbsentPorts,
): Promise<AbsentIssues> {
  const there = new Set(read.map(({ id }) => id));
  const absent = [...links].filter(([, { issueId }]) => !there.has(issueId));
  const keys = new Set(absent.map(([key]) => key));
  const tops = absent.filter(([, { identity }]) => !keys.has(identityKey(above(identity))));
  const isMass = tops.length > MOST_ASKED || (absent.length >= MANY && absent.length * 2 > links.size);
  const asked = isMass && !mayAskSome ? [] : tops.slice(0, MOST_ASKED);
  const answers = await mapInFlight(asked, IN_FLIGHT, async ([key, { issueId }]) => ({
    ...{ key, issueId, isThere: await jira.isThere(issueId) },
    isDeleted: await deletedIssues.has(issueId),
  }));
  const overlooked = answers.filter(({ isThere }) => isThere).map(({ issueId }) => issueId);
  if (overlooked.length > 0) throw incomplete(overlooked);
  const gone = new Set(answers.map(({ key }) => key));
  const below = absent.filter(([, { identity }]) => gone.has(identityKey(above(identity))));
  return {
    gone: new Set([...gone, ...below.map(([key]) => key)]),
    deleted: new Set(answers.filter(({ isDeleted }) => isDeleted).map(({ key }) => key)),
    many: isMass ? because('issues-gone', { gone: absent.length, there: links.size }) : undefined,
  };
}

/** Nothing is absent, or nobody asked. */
export const NONE_ABSENT: AbsentIssues = { gone: new Set(), deleted: new Set(), many: undefined };

/** The Task of a Sub-task: deleted and hidden together. A Task stands alone: it stays where its Epic goes. */
function above({ choice, ...task }: Identity): Identity {
  return choice === undefined ? { workload: '' } : task;
}

function incomplete(ids: readonly string[]): UpstreamError {
  const reason = because('issues-left-out', { issues: ids });
  return new UpstreamError(reason, { service: 'jira', code: 'incomplete-answer', retryable: true });
}
