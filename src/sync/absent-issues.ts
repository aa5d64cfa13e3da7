/**
 * Issues that are linked and that Jira did not answer with. Deleted, hidden, archived and badly answered look alike,
 * so absence alone proves nothing. That Jira does not answer with archived ones is unverified (J17).
 */
import { mapInFlight } from '../in-flight';
import { JIRA_IN_FLIGHT } from '../jira/in-flight';
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
  /** By identity key, of all that is absent: what its link remembers of that. */
  readonly notFound: ReadonlyMap<string, number>;
  /** Why the run is to stop: so many at once are a mass deletion, or an app that may not see its issues any more. */
  readonly many: Reason | undefined;
}

/** Issues that are asked for one by one in a run. */
const MOST_ASKED = 20;
/** Fewer than this never are a mass deletion. */
const MANY = 10;
export interface AbsentPorts {
  readonly jira: Pick<Jira, 'isThere'>;
  readonly deletedIssues: Pick<DeletedIssues, 'has'>;
}

/**
 * Asks Jira once more for each issue that is absent, from the top: a Sub-task goes with its Task. Of many, those
 * that were asked for longest ago. What earlier runs did not find is no news, and does not stop this one.
 *
 * @throws UpstreamError where Jira has an issue that it left out before: that answer was incomplete
 */
export async function askForAbsent(
  links: ReadonlyMap<string, Link>,
  read: readonly AnyIssue[],
  { jira, deletedIssues }: AbsentPorts,
): Promise<AbsentIssues> {
  const there = new Set(read.map(({ id }) => id));
  const absent = [...links].filter(([, { issueId }]) => !there.has(issueId));
  const keys = new Set(absent.map(([key]) => key));
  const tops = absent
    .filter(([, { identity }]) => !keys.has(identityKey(above(identity))))
    .sort(([, a], [, b]) => (a.notFound ?? -1) - (b.notFound ?? -1));
  const answers = await mapInFlight(
    tops.slice(0, MOST_ASKED),
    JIRA_IN_FLIGHT,
    async ([key, { issueId }]) => ({
      ...{ key, issueId, isThere: await jira.isThere(issueId) },
      isDeleted: await deletedIssues.has(issueId),
    }),
  );
  const overlooked = answers.filter(({ isThere }) => isThere).map(({ issueId }) => issueId);
  if (overlooked.length > 0) throw incomplete(overlooked);
  const asked = new Set(answers.map(({ key }) => key));
  const below = absent.filter(([, { identity }]) => asked.has(identityKey(above(identity))));
  return {
    gone: new Set([...asked, ...below.map(([key]) => key)]),
    deleted: new Set(answers.filter(({ isDeleted }) => isDeleted).map(({ key }) => key)),
    notFound: marks(absent, tops.length > MOST_ASKED ? asked : new Set()),
    many: manyGone(absent, tops, links.size),
  };
}

/** Nothing is absent, or nobody asked. */
export const NONE_ABSENT: AbsentIssues = {
  gone: new Set(),
  deleted: new Set(),
  notFound: new Map(),
  many: undefined,
};

type Linked = readonly [key: string, link: Link];

/** The mark of each, higher for those whose turn is over. */
function marks(absent: readonly Linked[], over: ReadonlySet<string>): ReadonlyMap<string, number> {
  const next = 1 + Math.max(0, ...absent.map(([, { notFound = 0 }]) => notFound));
  return new Map(absent.map(([key, { notFound = 0 }]) => [key, over.has(key) ? next : notFound]));
}

function manyGone(absent: readonly Linked[], tops: readonly Linked[], there: number): Reason | undefined {
  const isNews = ([, { notFound }]: Linked) => notFound === undefined;
  const gone = absent.filter(isNews).length;
  const isMass = tops.filter(isNews).length > MOST_ASKED || (gone >= MANY && gone * 2 > there);
  return isMass ? because('issues-gone', { gone, there }) : undefined;
}

/** The Task of a Sub-task: deleted and hidden together. A Task stands alone: it stays where its Epic goes. */
function above({ choice, ...task }: Identity): Identity {
  return choice === undefined ? { workload: '' } : task;
}

/** Jira left out what it had answered with, or has: whoever takes that for a deletion loses people's work. */
export function incomplete(ids: readonly string[]): UpstreamError {
  const reason = because('issues-left-out', { issues: ids });
  return new UpstreamError(reason, { service: 'jira', code: 'incomplete-answer', retryable: true });
}
