/** What runs changed of a workload within a day, and what stopped: a value, and what becomes of it. Pure. */
import { z } from 'zod';
import { identityKey } from '../../jira/ownership';
import type { Identity } from '../../jira/model';
import { recentChangeSchema, type RecentChange } from './change-shape';
import { KINDS, OPPOSITES, type Kind, type There } from './kinds';

export const DAY_MS = 24 * 3600 * 1000;

/** What is there is remembered at most so often. */
const SAMPLE_MS = 3600 * 1000;

const kind = z.enum(KINDS);

export const recentChangesSchema = z.object({
  changes: z.array(recentChangeSchema).default([]),
  /** How much there was, from time to time; oldest first. */
  there: z.array(z.object({ at: z.number(), counts: z.partialRecord(kind, z.number()) })).default([]),
  /** Kinds of which nothing more is done before a person confirms it, and since when. */
  stopped: z.array(z.object({ kind, at: z.number() })).default([]),
});

export type { RecentChange } from './change-shape';
export type RecentChanges = z.infer<typeof recentChangesSchema>;

export const NOTHING_RECENT: RecentChanges = { changes: [], there: [], stopped: [] };

export function itemOf(workload: string, { lens, question, choice }: RecentChange): Identity {
  return {
    workload,
    ...(lens === undefined ? {} : { lens }),
    ...(question === undefined ? {} : { question }),
    ...(choice === undefined ? {} : { choice }),
  };
}

/** Equal for two changes of one kind to one item: the item counts once. */
export function nameOf(workload: string, change: RecentChange): string {
  return `${change.kind} ${identityKey(itemOf(workload, change))}`;
}

/** Items that were changed within a day. An Epic that followed its Tasks is none more. */
export function itemsChanged(
  recent: RecentChanges,
  of: Kind,
  workload: string,
  now: number,
): ReadonlySet<string> {
  const changes = recent.changes.filter(({ kind: each, at }) => each === of && at > now - DAY_MS);
  const items = changes.filter(({ question }) => question !== undefined);
  return new Set(items.map((change) => identityKey(itemOf(workload, change))));
}

export function isStopped({ stopped }: RecentChanges, of: Kind): boolean {
  return stopped.some(({ kind: each }) => each === of);
}

/**
 * How much there was a day ago: what there is now and what was changed since, without what was changed back; and not
 * more than what was counted then, so that what came since does not count.
 *
 * @param planned items that are about to be changed, which are as they were, whatever was reserved of them
 */
export function thereADayAgo(
  recent: RecentChanges,
  of: Kind,
  planned: ReadonlyMap<Kind, ReadonlySet<string>>,
  { workload, there, now }: { readonly workload: string; readonly there: There; readonly now: number },
): number {
  const changed = (each: Kind) => {
    const items = [...itemsChanged(recent, each, workload, now)];
    return items.filter((item) => planned.get(each)?.has(item) !== true).length;
  };
  const opposite = OPPOSITES[of];
  const back = opposite === undefined ? 0 : changed(opposite);
  const counted = recent.there.filter(({ at }) => at <= now - DAY_MS).at(-1)?.counts[of];
  return Math.min(Math.max(0, (there[of] ?? 0) + changed(of) - back), counted ?? Infinity);
}

/** Without what is over: of a kind that is stopped its last day stays, so that it can be put back. */
export function pruned(recent: RecentChanges, now: number): RecentChanges {
  const since = new Map(recent.stopped.map(({ kind: of, at }) => [of, at]));
  const old = recent.there.filter(({ at }) => at <= now - DAY_MS);
  return {
    ...recent,
    changes: recent.changes.filter(({ kind: of, at }) => at > Math.min(now, since.get(of) ?? now) - DAY_MS),
    there: [...old.slice(-1), ...recent.there.filter(({ at }) => at > now - DAY_MS)],
  };
}

/** With these too; one of the same kind to the same item takes the place of an earlier one, and knows what that knew. */
export function withChanges(
  recent: RecentChanges,
  changes: readonly RecentChange[],
  workload: string,
): RecentChanges {
  const names = new Set(changes.map((change) => nameOf(workload, change)));
  const others = recent.changes.filter((change) => !names.has(nameOf(workload, change)));
  return { ...recent, changes: [...others, ...changes] };
}

/** Without these, which came to nothing. */
export function withoutChanges(recent: RecentChanges, gone: ReadonlySet<RecentChange>): RecentChanges {
  return { ...recent, changes: recent.changes.filter((change) => !gone.has(change)) };
}

/** Without what a run reserved. */
export function withoutRun(recent: RecentChanges, id: string): RecentChanges {
  return { ...recent, changes: recent.changes.filter(({ runId }) => runId !== id) };
}

/** Nothing more of these kinds before a person confirms it. */
export function withStop(recent: RecentChanges, kinds: readonly Kind[], now: number): RecentChanges {
  const more = kinds.filter((each) => !isStopped(recent, each));
  return { ...recent, stopped: [...recent.stopped, ...more.map((each) => ({ kind: each, at: now }))] };
}

/** There is nothing left to stop. */
export function withoutStop(recent: RecentChanges, kinds: readonly Kind[]): RecentChanges {
  return { ...recent, stopped: recent.stopped.filter(({ kind: each }) => !kinds.includes(each)) };
}

/** A person confirmed changes of these kinds: the count begins anew. */
export function confirmed(recent: RecentChanges, kinds: readonly Kind[]): RecentChanges {
  const left = recent.there.map(({ at, counts }) => ({
    at,
    counts: Object.fromEntries(KINDS.filter((each) => !kinds.includes(each)).flatMap(countOf(counts))),
  }));
  return {
    changes: recent.changes.filter(({ kind: each }) => !kinds.includes(each)),
    there: left.filter(({ counts }) => Object.keys(counts).length > 0),
    stopped: withoutStop(recent, kinds).stopped,
  };
}

/** Remembers what there is, once an hour and for kinds that are not counted yet. */
export function withCount(recent: RecentChanges, there: There, now: number): RecentChanges {
  const last = recent.there.at(-1);
  const isKnown = last !== undefined && KINDS.every((each) => each in last.counts || !(each in there));
  if (isKnown && now - last.at < SAMPLE_MS) return recent;
  return { ...recent, there: [...recent.there, { at: now, counts: { ...there } }] };
}

function countOf(counts: There): (of: Kind) => [Kind, number][] {
  return (of) => (counts[of] === undefined ? [] : [[of, counts[of]]]);
}
