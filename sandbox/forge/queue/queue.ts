/** Hands waiting events to their consumers: at least once, in no promised order, within concurrency limits. */
import type { SiteClock } from '../../clock';
import type { AppFunction, AppManifest } from '../manifest';
import type { Endpoint } from '../outside';
import type { Ending } from '../runner';
import { deliveredEvent, judge } from './delivery';
import { finish, type QueuedEvent, type QueueTables } from './events';
import { createPublisher } from './push';

/** Ways in which Forge may deliver, that an app has to bear. */
export interface QueueFaults {
  /** Each event that was delivered is delivered once more. */
  readonly deliverTwice?: boolean;
  /** The newest event first. */
  readonly reorder?: boolean;
}

export interface QueueOptions {
  readonly tables: QueueTables;
  readonly manifest: AppManifest;
  readonly clock: SiteClock;
  /** Runs a consumer with an event. */
  readonly deliver: (fn: AppFunction, event: object, root: string) => Promise<Ending>;
  /** Whether another event may start now. */
  readonly hasRoom: () => boolean;
  /** Whether nothing at all runs; only then the clock may jump. */
  readonly isQuiet: () => boolean;
  /** Whether the event of a killed invocation comes again. */
  readonly redeliver: () => boolean;
  readonly note: (text: string) => void;
  /** Moves the clock to the next due event when nothing else is left to do. */
  readonly jump: ((ms: number) => void) | undefined;
}

export interface Queue {
  /** The endpoint for an invocation whose chain of pushes began at `root`. */
  endpoint(root: string): Endpoint;
  /** Starts what is due. Call it whenever something may have changed: an invocation ended, the clock moved. */
  pump(): void;
  /** Resolves when no event is left, or after `timeoutMs`; answers which. */
  drained(timeoutMs: number): Promise<boolean>;
  counts(): { readonly waiting: number; readonly running: number };
  faults: QueueFaults;
  close(): void;
}

export function createQueue(options: QueueOptions): Queue {
  const { tables, manifest, clock } = options;
  const publisher = createPublisher(tables, manifest, clock);
  const state: State = {
    options,
    faults: {},
    repeats: new Set(),
    closed: false,
    timer: undefined,
    drained: [],
  };
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
      setImmediate(() => pump(state));
      return answer;
    },
    pump: () => pump(state),
    drained: (timeoutMs) => drained(state, timeoutMs),
    counts() {
      const running = [...tables.events.values()].filter(({ started }) => started).length;
      return { waiting: tables.events.size - running, running };
    },
    get faults() {
      return state.faults;
    },
    set faults(faults) {
      state.faults = faults;
    },
    close() {
      state.closed = true;
      clearTimeout(state.timer);
    },
  };
}

interface State {
  readonly options: QueueOptions;
  faults: QueueFaults;
  /** Events that have been delivered and come once more. */
  readonly repeats: Set<string>;
  closed: boolean;
  timer: NodeJS.Timeout | undefined;
  drained: (() => void)[];
}

/** What a killed site was working on comes again, as after a failure of the platform. */
function recover(tables: QueueTables, now: number): void {
  for (const event of [...tables.events.values()].filter(({ started }) => started)) {
    const retry = { retryReason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', retryData: null };
    const retryCount = event.retry?.retryCount ?? 0;
    tables.events.set(event.eventId, {
      ...event,
      started: false,
      dueAt: now,
      retry: { ...retry, retryCount },
    });
  }
  tables.commit();
}

function pump(state: State): void {
  if (state.closed) return;
  clearTimeout(state.timer);
  const { tables, clock, hasRoom } = state.options;
  for (const event of inOrder(state)) {
    if (!hasRoom()) return;
    if (event.dueAt <= clock.now() && hasSlot(tables, event)) start(state, event);
  }
  if (tables.events.size === 0) for (const wake of state.drained.splice(0)) wake();
  else scheduleNext(state);
}

function inOrder({ options, faults }: State): readonly QueuedEvent[] {
  const waiting = [...options.tables.events.values()].filter(({ started }) => !started);
  waiting.sort((a, b) => a.dueAt - b.dueAt);
  return faults.reorder ? waiting.reverse() : waiting;
}

/** Counters are per key over all queues of an installation; the limit is the event's own. */
function hasSlot(tables: QueueTables, { concurrency }: QueuedEvent): boolean {
  if (concurrency === undefined) return true;
  const running = [...tables.events.values()].filter(
    (other) => other.started && other.concurrency?.key === concurrency.key,
  );
  return running.length < concurrency.limit;
}

function scheduleNext(state: State): void {
  const { clock, isQuiet, jump } = state.options;
  const now = clock.now();
  const next = inOrder(state).reduce((earliest, { dueAt }) => Math.min(earliest, dueAt), Infinity);
  if (next <= now || next === Infinity) return;
  if (jump !== undefined && isQuiet()) {
    jump(next - now);
    setImmediate(() => pump(state));
  } else {
    state.timer = setTimeout(() => pump(state), Math.min(next - now, 2 ** 31 - 1));
    state.timer.unref();
  }
}

function start(state: State, waiting: QueuedEvent): void {
  const { tables, manifest, clock, deliver, note } = state.options;
  const fn = manifest.functions.get(manifest.consumers.get(waiting.queueName)?.function ?? '');
  const event = { ...waiting, started: true, deliveries: waiting.deliveries + 1 };
  if (fn === undefined) {
    note(`${event.eventId} dropped: queue ${event.queueName} has no consumer`);
    finish(tables, event, 'failed');
    tables.commit();
    return;
  }
  tables.events.set(event.eventId, event);
  tables.commit();
  void deliver(fn, deliveredEvent(event, clock.now()), event.root).then((ending) =>
    settle(state, event, ending),
  );
}

function settle(state: State, event: QueuedEvent, ending: Ending): void {
  const { tables, clock, redeliver, note } = state.options;
  if (state.closed) return;
  const verdict = judge(event, ending, clock.now(), redeliver());
  if (verdict.kind === 'again') {
    const dueAt = clock.now() + verdict.delayMs;
    tables.events.set(event.eventId, { ...event, started: false, dueAt, retry: verdict.retry });
    note(`${event.eventId} comes again in ${verdict.delayMs / 1000} s: ${verdict.retry.retryReason}`);
  } else if (
    verdict.kind === 'delivered' &&
    state.faults.deliverTwice &&
    !state.repeats.delete(event.eventId)
  ) {
    state.repeats.add(event.eventId);
    tables.events.set(event.eventId, { ...event, started: false });
  } else {
    if (verdict.kind === 'dropped') note(`${event.eventId} dropped: ${verdict.why}`);
    finish(tables, event, verdict.kind === 'delivered' ? 'success' : 'failed');
  }
  tables.commit();
  pump(state);
}

async function drained(state: State, timeoutMs: number): Promise<boolean> {
  if (state.options.tables.events.size === 0) return true;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    state.drained.push(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
