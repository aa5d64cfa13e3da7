import { compareWays, type Moved, type Ways, type WayVerdict } from './compare-ways';
import {
  closedAs,
  doneBy,
  doneMeaning,
  wayOf,
  type DoneMeanings,
  type HowDone,
  type Way,
} from './done-meaning';
import { always, type ComparedItem, type DoneComparison } from './item-comparison';
import type { ClosedAs, SyncedState } from './link';
import type { Keep } from './plan';
import { whyBothLeft, whyChosen } from './why-done';

/** Whose side a person keeps counts as the only one that has moved. */
const SETTLED: Readonly<Record<Keep, Ways['moved']>> = {
  aws: { source: 'yes', jira: 'no' },
  jira: { source: 'no', jira: 'yes' },
};

/**
 * Compares in which way a finished item and its done issue were finished; total and pure. Where the source would
 * not have the item changed, resolutions are left alone too.
 *
 * @param way of the item
 * @param base both sides as they were when they were last compared
 * @param now both sides, done
 */
export function compareFinished(
  compared: ComparedItem,
  way: Way,
  base: SyncedState,
  now: SyncedState,
): DoneComparison {
  const { issue, state, resolveSelects } = compared;
  if (!state.mayChange) return { kind: 'agree', memory: always(withClosedAs(now, base.closedAs)) };
  const meaning = doneMeaning(resolveSelects, issue);
  const jira = saidBy(issue, resolveSelects);
  switch (verdictOf(compared, way, base, jira)) {
    case 'conflict':
      return { kind: 'conflict', memory: always(base) };
    case 'differ':
      // What the settings do not know says nothing that could be remembered in the place of what both agreed on.
      return {
        kind: 'differ',
        reason: whyBothLeft(compared, jira),
        memory: always(jira === undefined ? base : now),
      };
    case 'resolve':
      return { kind: 'resolve', to: way, reason: state.because, memory: { moved: now, kept: base } };
    case 'choose': {
      if (meaning === undefined || meaning.is === 'open') break;
      const moved = { ...now, how: meaning.is };
      return {
        kind: 'choose',
        to: meaning,
        reason: whyChosen(meaning, issue),
        memory: { moved, kept: base },
      };
    }
    case 'agree':
      break;
  }
  return { kind: 'agree', memory: always(now) };
}

function verdictOf(
  { issue, resolveSelects, keep }: ComparedItem,
  source: Way,
  base: SyncedState,
  jira: Way | undefined,
): WayVerdict {
  const is = closedAs(issue);
  const canSay = doneBy(resolveSelects, source) !== undefined;
  const moved = { source: sourceMoved(base, source), jira: jiraMoved(base, is, jira, resolveSelects) };
  const verdict = compareWays({ source, jira, moved, canSay });
  if (verdict !== 'conflict' || keep === undefined) return verdict;
  return compareWays({ source, jira, moved: SETTLED[keep], canSay });
}

function sourceMoved({ source, how }: SyncedState, way: Way): Moved {
  if (source === 'open') return 'yes';
  if (how === undefined) return 'unknown';
  return how === way ? 'no' : 'yes';
}

/** Whether people resolved a done issue in another way since it was last compared: Jira has moved, too. */
export function isDoneAnew(
  base: SyncedState,
  issue: HowDone,
  resolveSelects: DoneMeanings | undefined,
): boolean {
  const now = closedAs(issue);
  if (now === undefined) return false;
  return jiraMoved(base, now, saidBy(issue, resolveSelects), resolveSelects) === 'yes';
}

function saidBy(issue: HowDone, resolveSelects: DoneMeanings | undefined): Way | undefined {
  const as = closedAs(issue);
  return as && wayOf(resolveSelects, as);
}

/** By what status and resolution say today, so that other settings move nothing. */
function jiraMoved(
  { jira: side, how, closedAs: last }: SyncedState,
  now: ClosedAs | undefined,
  jira: Way | undefined,
  settings: DoneMeanings | undefined,
): Moved {
  if (side === 'open') return jira === undefined ? 'unknown' : 'yes';
  if (last === undefined) return jira !== undefined && jira === how ? 'no' : 'unknown';
  const before = wayOf(settings, last);
  if (before !== jira) return 'yes';
  return jira === undefined && isResolvedAnew(last, now) ? 'yes' : 'no';
}

/** Statuses of one way are many where a workflow goes on after done; a resolution says why it is done. */
function isResolvedAnew(last: ClosedAs, now: ClosedAs | undefined): boolean {
  const [before, after] = [last.resolutionId, now?.resolutionId];
  return before !== undefined && after !== undefined && before !== after;
}

function withClosedAs({ closedAs: now, ...state }: SyncedState, is: ClosedAs | undefined): SyncedState {
  return is === undefined ? state : { ...state, closedAs: is };
}
