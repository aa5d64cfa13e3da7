/** Starts what is due and has room, whatever it is: events of queues, events of Jira, scheduled runs. */
import type { SiteClock } from '../../clock';
import type { Ending } from '../runner';

/** A kind of work and all of it that is not done. */
export interface Source {
  /** How much there is, at work or waiting. */
  readonly left: number;
  /** What waits, in the order in which it would start. */
  waiting(): readonly Waiting[];
}

export interface Waiting {
  /** By the site's clock. */
  readonly dueAt: number;
  /** Whether it may start now, being due; asked only just before. */
  mayStart(): boolean;
  /** Runs it; nothing where there is nothing to run, and then it is done. */
  start(): Promise<Ending> | undefined;
  /** Records how it ended. Not called after the host has closed: what was at work then is still at work. */
  complete(ending: Ending): void;
}

export interface DispatcherOptions {
  readonly clock: SiteClock;
  readonly sources: readonly Source[];
  /** Whether more may start now. */
  readonly hasRoom: () => boolean;
  /** Whether nothing at all runs; only then the clock may jump. */
  readonly isQuiet: () => boolean;
  /** Moves the clock to what is due next when nothing else is left to do. */
  readonly jump: ((ms: number) => void) | undefined;
}

export interface Dispatcher {
  /** Starts what is due. Call it whenever something may have changed: an invocation ended, the clock moved. */
  pump(): void;
  /** The same a moment later, so that work in the middle of an operation is finished first. */
  pumpSoon(): void;
  /** Resolves when nothing is left, or after `timeoutMs`; answers which. */
  drained(timeoutMs: number): Promise<boolean>;
  /** Resolves when nothing runs and nothing that is due is left, or after `timeoutMs`; answers which. */
  caughtUp(timeoutMs: number): Promise<boolean>;
  close(): void;
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const state: State = { options, closed: false, timer: undefined, soon: false, waiters: [] };
  return {
    pump: () => pump(state),
    pumpSoon: () => pumpSoon(state),
    drained: (timeoutMs) => whenSo(state, isDone, timeoutMs),
    caughtUp: (timeoutMs) => whenSo(state, isCaughtUp, timeoutMs),
    close() {
      state.closed = true;
      clearTimeout(state.timer);
    },
  };
}

interface State {
  readonly options: DispatcherOptions;
  closed: boolean;
  timer: NodeJS.Timeout | undefined;
  soon: boolean;
  waiters: Waiter[];
}

interface Waiter {
  readonly isSo: (state: State) => boolean;
  readonly wake: () => void;
}

function pump(state: State): void {
  if (state.closed) return;
  clearTimeout(state.timer);
  const { sources, clock, hasRoom } = state.options;
  for (const work of sources.flatMap((source) => source.waiting())) {
    if (!hasRoom()) return;
    if (work.dueAt <= clock.now() && work.mayStart()) start(state, work);
  }
  if (!isDone(state)) scheduleNext(state);
  const isSo = (waiter: Waiter): boolean => waiter.isSo(state);
  const woken = state.waiters.filter(isSo);
  state.waiters = state.waiters.filter((waiter) => !woken.includes(waiter));
  for (const { wake } of woken) wake();
}

function start(state: State, work: Waiting): void {
  void work.start()?.then((ending) => {
    if (state.closed) return;
    work.complete(ending);
    pump(state);
  });
}

function pumpSoon(state: State): void {
  if (state.soon) return;
  state.soon = true;
  setImmediate(() => {
    state.soon = false;
    pump(state);
  });
}

function isDone({ options }: State): boolean {
  return options.sources.every(({ left }) => left === 0);
}

function isCaughtUp({ options, soon }: State): boolean {
  const { sources, clock } = options;
  const now = clock.now();
  const waits = (source: Source): boolean =>
    source.left === source.waiting().filter(({ dueAt }) => dueAt > now).length;
  return !soon && sources.every(waits);
}

function scheduleNext(state: State): void {
  const { sources, clock, isQuiet, jump } = state.options;
  const now = clock.now();
  const waiting = sources.flatMap((source) => source.waiting());
  const next = waiting.reduce((earliest, { dueAt }) => Math.min(earliest, dueAt), Infinity);
  if (next <= now || next === Infinity) return;
  if (jump !== undefined && isQuiet()) {
    jump(next - now);
    pumpSoon(state);
  } else {
    state.timer = setTimeout(() => pump(state), Math.min(next - now, 2 ** 31 - 1));
    state.timer.unref();
  }
}

async function whenSo(state: State, isSo: Waiter['isSo'], timeoutMs: number): Promise<boolean> {
  if (isSo(state)) return true;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), timeoutMs);
    const wake = (): void => {
      clearTimeout(timer);
      resolve(true);
    };
    state.waiters.push({ isSo, wake });
  });
}
