/** Deliveries that wait, are under way, or are tried again. They survive a restart: at least once, in any order. */
import type { Clock } from '../../clock';
import type { Store, Table } from '../../store/store';
import {
  type Delivery,
  type DeliveryAnswer,
  type DeliveryRequest,
  type Ending,
  judge,
  type Verdict,
} from './delivery';
import type { RuleTarget } from './resources';

export type Deliver = (request: DeliveryRequest) => Promise<DeliveryAnswer>;

/** Where a delivery goes; why not, where it cannot be sent. */
export type Route = {
  readonly target: RuleTarget;
  readonly request: DeliveryRequest;
  readonly limit: number;
};

/** What happened to a delivery, kept in memory. */
export interface DeliveryAttempt {
  readonly eventId: string;
  readonly eventName: string;
  readonly body: string;
  /** By the site's clock. */
  readonly at: number;
  /** Undefined where nothing was sent. */
  readonly ending?: Ending;
  readonly verdict: Verdict;
}

export interface DeliveriesOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Asked just before each attempt. */
  readonly route: (delivery: Delivery) => Route | string;
}

export interface Deliveries {
  readonly table: Table<Delivery>;
  /** Until then everything waits. */
  connect(deliver: Deliver, timeoutMs: number): void;
  /** Sends what is due, as far as there is room. */
  runDue(): void;
  /** The same a moment later, after whatever is being committed now. */
  runSoon(): void;
  /** Whether all that is due was sent and answered, at last after `timeoutMs`. */
  idle(timeoutMs: number): Promise<boolean>;
  isIdle(): boolean;
  readonly attempts: readonly DeliveryAttempt[];
  close(): void;
}

interface State {
  readonly options: DeliveriesOptions;
  readonly table: Table<Delivery>;
  readonly underWay: Set<string>;
  readonly attempts: DeliveryAttempt[];
  wakers: (() => void)[];
  deliver?: { readonly send: Deliver; readonly timeoutMs: number };
  timer?: NodeJS.Timeout;
  closed: boolean;
}

export function openDeliveries(options: DeliveriesOptions): Deliveries {
  const table: Table<Delivery> = options.store.table('aws.events.deliveries');
  const state: State = { options, table, underWay: new Set(), attempts: [], wakers: [], closed: false };
  return {
    table,
    connect(send, timeoutMs) {
      state.deliver = { send, timeoutMs };
      runSoon(state);
    },
    runDue: () => runDue(state),
    runSoon: () => runSoon(state),
    idle: (timeoutMs) => idle(state, timeoutMs),
    isIdle: () => isIdle(state),
    attempts: state.attempts,
    close() {
      state.closed = true;
      clearTimeout(state.timer);
    },
  };
}

function due(state: State): readonly Delivery[] {
  const now = state.options.clock.now();
  return [...state.table.values()]
    .filter(({ id, dueAt }) => dueAt <= now && !state.underWay.has(id))
    .sort((a, b) => a.dueAt - b.dueAt);
}

function runSoon(state: State): void {
  setImmediate(() => runDue(state));
}

function runDue(state: State): void {
  if (state.closed || state.deliver === undefined) return;
  for (const delivery of due(state)) {
    const route = state.options.route(delivery);
    if (typeof route === 'string') complete(state, delivery, { kind: 'dropped', why: route });
    else if (state.underWay.size < route.limit) void attempt(state, delivery, route);
  }
  if (isIdle(state)) for (const wake of state.wakers.splice(0)) wake();
  runAtNext(state);
}

function isIdle(state: State): boolean {
  return state.underWay.size === 0 && due(state).length === 0;
}

function runAtNext(state: State): void {
  clearTimeout(state.timer);
  const waiting = [...state.table.values()].filter(({ id }) => !state.underWay.has(id));
  if (waiting.length === 0) return;
  const next = Math.min(...waiting.map(({ dueAt }) => dueAt)) - state.options.clock.now();
  if (next <= 0) return;
  state.timer = setTimeout(() => runDue(state), Math.min(next, 2 ** 31 - 1));
  state.timer.unref();
}

/** The record stays until the answer is there: a site that ends in between sends it again. */
async function attempt(state: State, before: Delivery, { target, request }: Route): Promise<void> {
  const delivery = { ...before, attempts: before.attempts + 1 };
  state.underWay.add(delivery.id);
  const ending = await send(state, request);
  state.underWay.delete(delivery.id);
  if (state.closed) return;
  complete(state, delivery, judge(delivery, target, ending, state.options.clock.now()), ending);
  runDue(state);
}

async function send({ deliver }: State, request: DeliveryRequest): Promise<Ending> {
  if (deliver === undefined) return 'no-answer';
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<Ending>((resolve) => {
    timer = setTimeout(() => resolve('timeout'), deliver.timeoutMs);
  });
  const answer = deliver.send(request).catch((): Ending => 'no-answer');
  const ending = await Promise.race([answer, timeout]);
  clearTimeout(timer);
  return ending;
}

function complete(state: State, delivery: Delivery, verdict: Verdict, ending?: Ending): void {
  const { store, clock } = state.options;
  const { eventId, eventName, body } = delivery;
  const what = { eventId, eventName, body, at: clock.now(), verdict };
  state.attempts.push(ending === undefined ? what : { ...what, ending });
  if (verdict.kind === 'again') state.table.set(delivery.id, { ...delivery, dueAt: verdict.dueAt });
  else state.table.delete(delivery.id);
  store.commit();
}

async function idle(state: State, timeoutMs: number): Promise<boolean> {
  runDue(state);
  if (isIdle(state)) return true;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    state.wakers.push(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
