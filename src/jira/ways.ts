/** What is known of the ways that issues of one type take to a target. Pure; statuses are compared by id. */
import type { Level, Named } from './model';

/** Most transitions that the app takes to bring an issue to its target. */
export const MAX_STEPS = 5;

/** Most ways that are kept of a project, the newest first: far below what a storage value takes. */
const MAX_WAYS = 100;

export interface Guide {
  /** From each status of a way that worked, the next one on it. */
  readonly next: ReadonlyMap<string, string>;
  /** Statuses of walks that got stuck, unless a way that worked leads through them: not entered again. */
  readonly avoid: ReadonlySet<string>;
}

export const NO_GUIDE: Guide = { next: new Map(), avoid: new Set() };

/** Issues that have one workflow and one target. */
export interface Kind {
  readonly issueTypeId: string;
  /** See `targetName`. */
  readonly to: string;
}

export interface Way extends Kind {
  readonly level: Level;
  /** Where an issue stood, and each status that it was brought to; two at least. */
  readonly steps: readonly Named[];
  /** The issue got no further than the last of these steps; absent: that is the target. */
  readonly stuckAt?: { readonly issueId: string };
}

/** `open`, `done`, or `done:10003` where that status is meant; an open status is preferred at most. */
export function targetName(target: { readonly to: 'done' | 'open'; readonly statusId?: string }): string {
  return target.statusId === undefined || target.to === 'open'
    ? target.to
    : `${target.to}:${target.statusId}`;
}

export function guideFor(ways: readonly Way[], kind: Kind): Guide {
  const own = ways.filter((way) => isOf(way, kind));
  // The newest is put in last, and stands.
  const edges = own
    .filter(({ stuckAt }) => stuckAt === undefined)
    .toReversed()
    .flatMap(({ steps }) => steps.slice(1).map(({ id }, index) => [steps[index]?.id ?? '', id] as const));
  const next = new Map(edges);
  const stuck = own.filter(({ stuckAt }) => stuckAt !== undefined).flatMap(({ steps }) => steps);
  return { next, avoid: new Set(stuck.map(({ id }) => id).filter((id) => !next.has(id))) };
}

/** The way that worked from a status on, that status first; `undefined` where none is known. */
export function wayFrom(ways: readonly Way[], kind: Kind, statusId: string): readonly Named[] | undefined {
  for (const { steps, stuckAt, ...of } of ways) {
    const at = steps.findIndex(({ id }) => id === statusId);
    if (stuckAt === undefined && isOf(of, kind) && at >= 0 && at < steps.length - 1) return steps.slice(at);
  }
  return undefined;
}

/** How a walk ended that made at least one step. */
export interface Walked extends Kind {
  readonly level: Level;
  readonly issueId: string;
  readonly steps: readonly Named[];
  readonly end: 'there' | 'stuck';
}

/**
 * The ways after one more walk. Where a way that worked got an issue stuck, it is no longer known, and the walk says
 * nothing worse: that issue may be a special case. Otherwise a walk that got stuck is remembered, with the issue.
 */
export function learn(ways: readonly Way[], walked: Walked): readonly Way[] {
  const { issueTypeId, level, to, issueId, steps, end } = walked;
  const earlier = ways.find(({ stuckAt }) => stuckAt?.issueId === issueId);
  const whole = [...(earlier?.steps ?? steps.slice(0, 1)), ...steps.slice(1)];
  const way: Way = { issueTypeId, level, to, steps: isOneWay(whole) ? whole : steps };
  const others = ways.filter((each) => each !== earlier);
  const { next } = guideFor(ways, walked);
  if (end === 'there') {
    const isKnown = steps.slice(1).every(({ id }, index) => next.get(steps[index]?.id ?? '') === id);
    if (isKnown) return earlier ? others : ways;
    return [way, ...others.filter((each) => !isWithin(each, way))].slice(0, MAX_WAYS);
  }
  const passed = new Set(steps.map(({ id }) => id));
  const kept = others.filter((each) => !(isOf(each, walked) && leadsThrough(each, passed)));
  if (kept.length < others.length) return earlier ? [earlier, ...kept] : kept;
  return [{ ...way, steps: whole, stuckAt: { issueId } }, ...kept].slice(0, MAX_WAYS);
}

/** Without those whose issue does not stand any more where it got stuck: whoever moved it may have mended the workflow. */
export function stillStuck(
  ways: readonly Way[],
  statusOf: (issueId: string) => string | undefined,
): readonly Way[] {
  return ways.filter(
    ({ stuckAt, steps }) => stuckAt === undefined || statusOf(stuckAt.issueId) === steps.at(-1)?.id,
  );
}

/** Whether an issue could go it in one run. */
function isOneWay(steps: readonly Named[]): boolean {
  return steps.length - 1 <= MAX_STEPS && new Set(steps.map(({ id }) => id)).size === steps.length;
}

export function isOf(way: Kind, { issueTypeId, to }: Kind): boolean {
  return way.issueTypeId === issueTypeId && way.to === to;
}

function leadsThrough({ steps, stuckAt }: Way, statuses: ReadonlySet<string>): boolean {
  return stuckAt === undefined && steps.slice(0, -1).some(({ id }) => statuses.has(id));
}

/** A way that worked and begins on another one: what it says is said by that. */
function isWithin(way: Way, other: Way): boolean {
  const start = way.steps[0]?.id;
  return (
    way.stuckAt === undefined && isOf(way, other) && other.steps.slice(0, -1).some(({ id }) => id === start)
  );
}
