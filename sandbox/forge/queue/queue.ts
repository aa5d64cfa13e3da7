/** Hands waiting events to their consumers: at least once, in no promised order, within concurrency limits. */
import type { SiteClock } from '../../clock';
import type { Limits } from '../../limits/table';
import type { Source, Waiting } from '../dispatch/dispatcher';
import { drawn } from '../../random';
import { afterCrash } from '../dispatch/retry';
import type { AppFunction } from '../app-function';
import type { AppManifest } from '../manifest';
import type { Endpoint } from '../outside';
import type { Ending } from '../runner';
import { deliveredTo, judge } from './delivery';
import { finish, type QueuedEvent, type QueueTables } from './events';
import { createPublisher, type QueueCharges } from './push';

/** Ways in which Forge may deliver, that an app has to bear. */
export interface QueueFaults {
  /** Each event that was delivered is delivered once more, or that part of them: a number from 0 to 1. */
  readonly deliverTwice?: boolean | number;
  /** The newest event first. */
  readonly reorder?: boolean;
  /** The part of the events that never comes, from 0 to 1. */
  readonly lose?: number;
  /** Events of one concurrency key run beside one another. */
  readonly ignoreConcurrencyKey?: boolean;
  /** Chooses which events are concerned. 1 by default. */
  readonly seed?: number;
}

export interface QueueOptions {
  readonly tables: QueueTables;
  readonly manifest: AppManifest;
  readonly clock: SiteClock;
  readonly limits: Limits;
  /** Runs a consumer with an event. */
  readonly deliver: (fn: AppFunction, event: object, root: string) => Promise<Ending>;
  /** Whether the event of a killed invocation comes again. */
  readonly redeliver: () => boolean;
  readonly note: (text: string) => void;
  /** Called when there is something new. */
  readonly onPush: () => void;
}

export interface Queue extends Source {
  /** The endpoint for an invocation whose chain of pushes began at `root`. */
  endpoint(root: string): Endpoint;
  counts(): { readonly waiting: number; readonly running: number };
  charges(): QueueCharges;
  resetCharges(): void;
  faults: QueueFaults;
}

export function createQueue(options: QueueOptions): Queue {
  const { tables, clock, onPush } = options;
  const publisher = createPublisher(options);
  const state: State = { options, faults: {}, repeats: new Set() };
  recover(tables, clock.now());
  return {
    endpoint: (root) => (path, body) => {
      const operation = /^\/webhook\/queue\/(publish|stats|cancel)\//.exec(path)?.[1];
      if (operation === undefined) return { status: 404, body: { message: `There is no ${path}.` } };
      const answer =
        operation === 'publish'
          ? publisher.push(body, root)
          : publisher[operation === 'stats' ? 'stats' : 'cancel'](body);
      tables.commit();
      onPush();
      return answer;
    },
    get left() {
      return tables.events.size;
    },
    waiting: () => inOrder(state).map((event) => waitingOf(state, event)),
    counts() {
      const running = [...tables.events.values()].filter(({ started }) => started).length;
      return { waiting: tables.events.size - running, running };
    },
    charges: () => publisher.charges(),
    resetCharges: () => publisher.reset(),
    get faults() {
      return state.faults;
    },
    set faults(faults) {
      state.faults = faults;
    },
  };
}

interface State {
  readonly options: QueueOptions;
  faults: QueueFaults;
  /** Events that have been delivered and come once more. */
  readonly repeats: Set<string>;
}

/** What a killed site was working on comes again, as after a failure of the platform. */
function recover(tables: QueueTables, now: number): void {
  for (const event of [...tables.events.values()].filter(({ started }) => started)) {
    const again = { ...event, started: false, dueAt: now, retry: afterCrash(event.retry) };
    tables.events.set(event.eventId, again);
  }
  tables.commit();
}

function inOrder({ options, faults }: State): readonly QueuedEvent[] {
  const waiting = [...options.tables.events.values()].filter(({ started }) => !started);
  waiting.sort((a, b) => a.dueAt - b.dueAt);
  return faults.reorder ? waiting.reverse() : waiting;
}

function waitingOf(state: State, event: QueuedEvent): Waiting {
  const started = { ...event, started: true, deliveries: event.deliveries + 1 };
  return {
    dueAt: event.dueAt,
    mayStart: () => state.faults.ignoreConcurrencyKey === true || hasSlot(state.options.tables, event),
    start: () => start(state, started),
    complete: (ending) => complete(state, started, ending),
  };
}

/** Counters are per key over all queues of an installation; the limit is the event's own. */
function hasSlot(tables: QueueTables, { concurrency }: QueuedEvent): boolean {
  if (concurrency === undefined) return true;
  const running = [...tables.events.values()].filter(
    (other) => other.started && other.concurrency?.key === concurrency.key,
  );
  return running.length < concurrency.limit;
}

function start({ options, faults }: State, event: QueuedEvent): Promise<Ending> | undefined {
  const { tables, manifest, clock, deliver, note } = options;
  const consumer = manifest.consumers.get(event.queueName);
  const fn = manifest.functions.get(consumer?.function ?? '');
  if (fn === undefined) {
    note(`${event.eventId} dropped: queue ${event.queueName} has no consumer`);
    finish(tables, event, 'failed');
    tables.commit();
    return undefined;
  }
  if (event.deliveries === 1 && isChosen(faults, faults.lose, event, 'lose')) {
    note(`${event.eventId} lost on purpose`);
    finish(tables, event, 'failed');
    tables.commit();
    return undefined;
  }
  tables.events.set(event.eventId, event);
  tables.commit();
  return deliver(fn, deliveredTo(consumer, event, clock.now()), event.root);
}

function complete(state: State, event: QueuedEvent, ending: Ending): void {
  const { tables, clock, redeliver, note } = state.options;
  const verdict = judge(event, ending, clock.now(), redeliver());
  if (verdict.kind === 'again') {
    const dueAt = clock.now() + verdict.delayMs;
    tables.events.set(event.eventId, { ...event, started: false, dueAt, retry: verdict.retry });
    note(`${event.eventId} comes again in ${verdict.delayMs / 1000} s: ${verdict.retry.retryReason}`);
  } else if (
    verdict.kind === 'delivered' &&
    isChosen(state.faults, state.faults.deliverTwice, event, 'twice') &&
    !state.repeats.delete(event.eventId)
  ) {
    state.repeats.add(event.eventId);
    note(`${event.eventId} comes twice on purpose`);
    tables.events.set(event.eventId, { ...event, started: false });
  } else {
    if (verdict.kind === 'dropped') note(`${event.eventId} dropped: ${verdict.why}`);
    finish(tables, event, verdict.kind === 'delivered' ? 'success' : 'failed');
  }
  tables.commit();
}

/** Whether a fault concerns the event: the same ones every time for a seed. */
function isChosen(
  { seed = 1 }: QueueFaults,
  share: boolean | number = 0,
  { eventId }: QueuedEvent,
  fault: string,
): boolean {
  return drawn(`${seed} ${eventId} ${fault}`) < Number(share);
}
