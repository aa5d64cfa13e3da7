import { canonicalJson } from '../../hash';
import { identityKey } from '../../jira/ownership';
import type { Reason } from '../../reason';
import type { Change, Plan } from '../../review-entries/entry';
import { isWhole } from '../../review-entries/scope';
import type { SyncPorts, SyncRequest } from '../ports';
import type { Reading } from '../read';
import type { NotesPlan } from '../write-back/plan-notes';
import { answersBefore } from './answers-before';
import { foreseeWaiting, waitingLinks, type GatherPorts } from './gather';
import { judge, kindWaits, MANY, type Waiting } from './judge';
import { isCounting, kindOf, KINDS, plannedBy, thereOf, type Kind, type Planned } from './kinds';
import { LeftByRun } from './left-by-run';
import { recentChange, removedBlock } from './recent-change';
import { Sending } from './sending';
import {
  confirmed,
  isStopped,
  NOTHING_RECENT,
  pruned,
  withChanges,
  withCount,
  withoutChanges,
  withoutRun,
  withoutStop,
  withStop,
  type RecentChanges,
} from './recent-changes';

/** A run, and what it would do: of an invocation that goes on with it, what it was allowed. */
interface Asked {
  readonly plan: Plan;
  /** Of an invocation that goes on, what is planned and was not approved: another run's. */
  readonly unapproved: readonly Change[];
  readonly notes: NotesPlan;
  readonly request: SyncRequest;
  readonly reading: Reading;
  /** As it stands in storage, where that was read already. */
  readonly recent?: RecentChanges | undefined;
}

type BudgetPorts = Pick<SyncPorts, 'recentChanges' | 'now'> & GatherPorts;

/** What the run did in the end. */
interface Done {
  hasChanged(): boolean;
  /** As links have it by now. */
  there(): Plan['there'];
}

interface Judged {
  /** Why changes of a kind wait for a person. */
  readonly waiting: Waiting;
  readonly planned: ReadonlySet<Kind>;
  readonly recent: RecentChanges;
  /** As it stands in storage. */
  readonly stored: RecentChanges;
}

/**
 * The budget of changes of a workload, for one invocation of a run: judges what it would do with what others did, and
 * reserves it before the first of it is sent and before the plan counts as approved, so that an invocation that dies
 * leaves no change uncounted, and none unjudged in the next one. An item counts once, however often its run goes on.
 */
export class Budget {
  private recent: RecentChanges;
  private stored: RecentChanges;
  /** What this invocation reserved. */
  private sending: Sending;
  private left: LeftByRun;

  private constructor(
    private readonly asked: Asked,
    private readonly judged: Judged,
    private readonly ports: BudgetPorts,
  ) {
    this.recent = judged.recent;
    this.stored = judged.stored;
    this.sending = new Sending([], asked.reading.review);
    this.left = new LeftByRun([], asked.reading.review);
  }

  /** A run of one question that changes nothing of a kind that counts reads nothing. */
  static async open(asked: Asked, ports: BudgetPorts): Promise<Budget> {
    const { plan, notes, request, reading } = asked;
    const isNarrow = request.question !== undefined;
    const changes = plan.changes.filter((change) => !isOwn(change, asked));
    const planned = plannedBy(changes, notes.planned.values());
    if (isNarrow && planned.size === 0) return new Budget(asked, NOTHING, ports);
    const { workloadArn: workload } = request;
    const now = ports.now();
    const stored = pruned(asked.recent ?? (await ports.recentChanges.load(workload)), now);
    const recent = withoutUnapproved(stored, request);
    const there = thereOf(plan.there, isNarrow ? undefined : blocksIn(notes, reading));
    const judged = {
      workload,
      recent,
      there,
      now,
      planned: await withWaiting(planned, recent, asked, ports),
    };
    const waiting = request.confirm ? new Map() : onlyPlanned(judge(judged), planned);
    return new Budget(asked, { waiting, planned: new Set(planned.keys()), recent, stored }, ports);
  }

  /** Why a part of the plan waits for a person; undefined where all of it goes on. */
  why(): readonly Reason[] | undefined {
    const { waiting } = this.judged;
    const still = [...plannedBy(this.asked.unapproved)].filter(
      ([kind]) => isStopped(this.recent, kind) && !waiting.has(kind),
    );
    const reasons = [...waiting.values(), ...still.map(([kind, { size }]) => kindWaits(kind, size))];
    return reasons.length > 0 ? reasons : undefined;
  }

  /** What of the plan goes on. */
  allowed(): { readonly changes: readonly Change[]; readonly notes: NotesPlan } {
    const { plan, notes } = this.asked;
    const waits = (kind: Kind | undefined) => kind !== undefined && this.judged.waiting.has(kind);
    const planned = [...notes.planned].filter(([, { what }]) => what !== 'remove' || !waits('blocksRemoved'));
    return {
      changes: plan.changes.filter((change) => !waits(kindOf(change))),
      notes: { ...notes, planned: new Map(planned) },
    };
  }

  /** Whether anything of it does. */
  leavesSome(): boolean {
    const { changes, notes } = this.allowed();
    return changes.length + notes.planned.size > 0;
  }

  /** From now on nothing of the kinds that wait is done, where nobody is there to decide. */
  async stop(): Promise<void> {
    await this.save(this.stopped());
  }

  /** Remembers what is about to be done. What a person confirmed counts for nothing, and the count begins anew. */
  async reserve(changes: readonly Change[], notes: NotesPlan): Promise<void> {
    const { request, reading } = this.asked;
    const { confirm, approved, runId, workloadArn } = request;
    // Once: what others did since a person confirmed the plan was not before their eyes.
    if (confirm && approved !== undefined) return;
    if (confirm) return this.save(confirmed(this.recent, [...this.judged.planned]));
    const counting = changes.filter(isCounting).filter((change) => !isOwn(change, this.asked));
    const answers = await answersBefore(counting, reading.review, this.ports);
    const sent = { runId, at: this.ports.now(), links: reading.workloadLinks.links, answers };
    const removed = [...notes.planned.values()].filter(({ what }) => what === 'remove');
    const reserved = [
      ...counting.map((change) => recentChange(change, sent)),
      ...removed.map((planned) => removedBlock(planned, sent)),
    ];
    await this.save(withChanges(this.stopped(), reserved, workloadArn));
    this.sending = new Sending(reserved, reading.review);
    this.left = new LeftByRun(reserved, reading.review);
  }

  /** The ports through which the run has to send what it reserved: they tell what was sent, and how it was left. */
  over(ports: SyncPorts): SyncPorts {
    return this.left.over(this.sending.over(ports));
  }

  /**
   * Forgets what was reserved and not sent, where the invocation ends before its plan is done: another one reserves
   * anew. What storage does not take stays counted.
   */
  async release(): Promise<void> {
    try {
      await this.save(this.withoutUnsent());
    } catch {
      // What ended the invocation is what is told.
    }
  }

  /** As `release`, of a plan that is done. A kind of which a whole run finds nothing to do is stopped no more. */
  async settle(done: Done): Promise<void> {
    await this.left.complete(this.ports.jira);
    const kept = this.withoutUnsent();
    const { question, options } = this.asked.request;
    if (question !== undefined || !isWhole(options.selection)) return this.save(kept);
    const unapproved = plannedBy(this.asked.unapproved);
    const idle = KINDS.filter((kind) => !this.judged.planned.has(kind) && !unapproved.has(kind));
    const free = withoutStop(kept, idle);
    await this.save(done.hasChanged() ? withCount(free, thereOf(done.there()), this.ports.now()) : free);
  }

  private withoutUnsent(): RecentChanges {
    const { changes, ...rest } = withoutChanges(this.recent, this.sending.unsent());
    return { ...rest, changes: changes.map((change) => this.left.told(change)) };
  }

  private stopped(): RecentChanges {
    if (!this.asked.request.automatic) return this.recent;
    return withStop(this.recent, [...this.judged.waiting.keys()], this.ports.now());
  }

  private async save(next: RecentChanges): Promise<void> {
    const isSame = canonicalJson(next) === canonicalJson(this.stored);
    this.recent = next;
    if (isSame) return;
    await this.ports.recentChanges.save(this.asked.request.workloadArn, next);
    this.stored = next;
  }
}

const NOTHING: Judged = {
  ...{ waiting: new Map(), planned: new Set() },
  ...{ recent: NOTHING_RECENT, stored: NOTHING_RECENT },
};

/**
 * Nothing is sent before the plan is approved: what an earlier invocation reserved that died in between is of no
 * account. The run of one question approves nothing and has one invocation.
 */
function withoutUnapproved(recent: RecentChanges, { approved, question, runId }: SyncRequest): RecentChanges {
  return approved === undefined && question === undefined ? withoutRun(recent, runId) : recent;
}

/** Beside what the run of one question would do, what those would do that wait; if that can make a difference. */
async function withWaiting(
  planned: Planned,
  recent: RecentChanges,
  { request, reading }: Asked,
  ports: GatherPorts,
): Promise<Planned> {
  if ([...planned.keys()].every((kind) => isStopped(recent, kind))) return planned;
  const waiting = await waitingLinks(request, reading, ports);
  const own = [...planned.values()].reduce((sum, items) => sum + items.size, 0);
  if (waiting.length === 0 || waiting.flat().length + recent.changes.length + own < MANY) return planned;
  return union(planned, plannedBy(await foreseeWaiting(waiting, request, reading, ports)));
}

function union(one: Planned, other: Planned): Planned {
  const kinds = new Set([...one.keys(), ...other.keys()]);
  return new Map(
    [...kinds].map((kind) => [kind, new Set([...(one.get(kind) ?? []), ...(other.get(kind) ?? [])])]),
  );
}

/** Those of which this run has none are for their own runs to tell. */
function onlyPlanned(waiting: Waiting, planned: Planned): Waiting {
  return new Map([...waiting].filter(([kind]) => planned.has(kind)));
}

/** Closing what this very run made is part of making it. */
function isOwn({ kind, entry }: Change, { request, reading: { workloadLinks } }: Asked): boolean {
  const link = workloadLinks.links.get(identityKey(entry.identity));
  return kind === 'close' && link?.createdBy === request.runId;
}

function blocksIn({ snapshot }: NotesPlan, { review }: Reading): number | undefined {
  return snapshot && review.lenses.reduce((sum, { identity }) => sum + snapshot.told(identity).length, 0);
}
