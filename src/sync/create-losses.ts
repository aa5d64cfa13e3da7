/**
 * Creates that Jira neither answered nor carried out, and when they are given up: a project in which nothing can be made
 * just now would keep a run asking for ever. Nothing here is done; what is known is kept with the intent.
 */
import { JIRA_IN_FLIGHT } from '../jira/in-flight';
import type { Intent } from '../links/intent-store';
import type { Reason } from '../reason';
import { because } from './reasons';

/** Creates in a row that had an item, and were lost without it: then it is told as failed. */
export const MOST_LOST = 3;

/** Creates in a row, whatever was in them: then nothing more is asked for. */
export const MOST_IN_A_ROW = 5;

/** Issues of a create, by how often those in it were lost: one that Jira chokes on ends up alone. The first: Jira's limit. */
const SIZES = [50, 10, 1] as const;

const HOUR_MS = 3_600_000;
/** Automatic mode asks again after an hour, then after two, at last once a day. */
const LONGEST_HOURS = 24;

type Stored = NonNullable<Intent['losses']>;

export interface LossesInput {
  readonly intent: Intent | undefined;
  readonly runId: string;
  /** Nobody started the run. */
  readonly automatic: boolean;
  /** Keys of items, as the next: those that this run has to make. */
  readonly wanted: ReadonlySet<string>;
  /** Those that were found by now. */
  readonly there: ReadonlySet<string>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** What becomes of a create: `lost`, it was asked for as often as may be; `stopped`, nothing is asked for any more. */
export type Verdict = 'ask' | 'lost' | 'stopped';

export class Losses {
  private readonly times: Map<string, number>;
  private inARow: number;
  private reason: Reason | undefined;
  private readonly gaveUp: Stored['gaveUp'];

  /** A run counts anew, but an automatic one for which it is too early: what was given up it asks for no more. */
  constructor({ intent, runId, automatic, wanted, there, now }: LossesInput) {
    const stored = intent?.losses;
    const before = stored?.gaveUp;
    const isEarly = automatic && before !== undefined && now < dueAt(before);
    const counts = intent?.runId === runId || isEarly ? stored : undefined;
    const { items = [] } = counts ?? {};
    this.times = new Map(
      items.filter(({ item }) => wanted.has(item)).map(({ item, times }) => [item, times]),
    );
    // A create that was carried out unheard says that Jira does make issues.
    const isMaking = wanted.size === 0 || items.some(({ item }) => there.has(item));
    this.inARow = isMaking ? 0 : (counts?.inARow ?? 0);
    this.reason = counts?.because;
    const isNew = this.hasGivenUp() && !isEarly && before?.runId !== runId;
    this.gaveUp = isNew ? { runId, at: now, runs: (before?.runs ?? 0) + 1 } : before;
  }

  verdictOn(item: string): Verdict {
    if (this.timesOf(item) >= MOST_LOST) return 'lost';
    return this.isStopped() ? 'stopped' : 'ask';
  }

  /** Whether the item may appear later although this run asks for it no more. */
  mayAppear(item: string): boolean {
    return this.times.has(item) && this.verdictOn(item) !== 'ask';
  }

  /** How many issues one create may ask for that has this item. */
  sizeFor(item: string): number {
    return SIZES[Math.min(this.timesOf(item), SIZES.length - 1)] ?? 1;
  }

  /** How many creates may be under way at a time: one after any was lost, so that it tells of itself alone. */
  mostBeside(): number {
    return this.times.size === 0 && this.inARow === 0 ? JIRA_IN_FLIGHT : 1;
  }

  timesOf(item: string): number {
    return this.times.get(item) ?? 0;
  }

  /** What is to be kept before Jira is asked, once or in several creates: until it answers it counts as lost once. */
  whenAsked(items: readonly string[]): Stored {
    const times = new Map(this.times);
    for (const item of items) times.set(item, this.timesOf(item) + 1);
    return this.kept(times, this.inARow + 1);
  }

  /** Jira said what became of them. */
  answered(items: readonly string[]): void {
    for (const item of items) this.times.delete(item);
    this.inARow = 0;
  }

  /** What is to be kept once the answers to so many creates of them were lost. */
  whenLost(items: readonly string[], creates: number, reason: Reason): Stored {
    return { ...this.whenAsked(items), inARow: this.inARow + creates, because: reason };
  }

  /** What is to be kept while nothing is under way; undefined: nothing. */
  left(): Stored | undefined {
    return this.times.size === 0 && !this.isStopped() ? undefined : this.kept(this.times, this.inARow);
  }

  /** Why an item is not there. */
  whyLost(item: string): Reason {
    return because('create-lost', { times: this.timesOf(item), because: this.lastAnswer() });
  }

  whyStopped(): Reason {
    return because('creates-stopped', { creates: this.inARow, because: this.lastAnswer() });
  }

  /** For whoever looks after automatic mode. */
  whyGivenUp(issues: number): Reason {
    return because('creates-given-up', { issues, hours: hoursAfter(this.gaveUp?.runs ?? 1) });
  }

  private isStopped(): boolean {
    return this.inARow >= MOST_IN_A_ROW;
  }

  private hasGivenUp(): boolean {
    return this.isStopped() || [...this.times.values()].some((times) => times >= MOST_LOST);
  }

  /** An invocation that ended while it waited for the answer could note none. */
  private lastAnswer(): Reason {
    return this.reason ?? because('no-answer');
  }

  private kept(times: ReadonlyMap<string, number>, inARow: number): Stored {
    return {
      items: [...times].map(([item, each]) => ({ item, times: each })),
      inARow,
      ...(this.reason ? { because: this.reason } : {}),
      ...(this.gaveUp ? { gaveUp: this.gaveUp } : {}),
    };
  }
}

function hoursAfter(runs: number): number {
  return Math.min(LONGEST_HOURS, 2 ** (runs - 1));
}

function dueAt({ at, runs }: NonNullable<Stored['gaveUp']>): number {
  return at + hoursAfter(runs) * HOUR_MS;
}
