import timers from 'node:timers/promises';
import type { Pauses } from './pauses';

export interface Steps extends Pauses {
  /**
   * Sends a call once all before it are answered, and what their answers set off is done. Of calls that wait at the same
   * time the one whose name comes first goes first: how soon each is ready, once signed, is left to chance.
   */
  send(name: string, call: () => void): void;
  /** The call that was sent last was answered. */
  answered(): void;
  /** Forgets what an invocation left running. */
  forget(): void;
}

/**
 * Makes an app take one step after the other, the same ones each time: calls leave one at a time, in the order of their
 * names and then in that in which they were made, and timers end by jumps of the clock, once nothing else is left to wait for. `pause` is told until when.
 * `Date` has to tell the site's time, and stand still otherwise.
 */
export function takeSteps(pause: (until: number) => void): Steps {
  const state: State = { pause, calls: [], sleepers: new Map(), isOut: false, turns: 0 };
  replaceTimers(state);
  return {
    send(name, call) {
      const after = state.calls.findIndex((other) => other.name > name);
      state.calls.splice(after < 0 ? state.calls.length : after, 0, { name, call });
      soon(state);
    },
    answered() {
      state.isOut = false;
      soon(state);
    },
    wake() {
      const now = Date.now();
      const over = [...state.sleepers].filter(([, until]) => until <= now).sort(([, a], [, b]) => a - b);
      for (const [wake] of over) if (state.sleepers.delete(wake)) wake();
      soon(state);
    },
    forget() {
      state.calls = [];
      state.sleepers.clear();
      state.isOut = false;
    },
  };
}

interface State {
  readonly pause: (until: number) => void;
  /** By name, and of one name as they came. */
  calls: { readonly name: string; readonly call: () => void }[];
  /** Until when by the site's clock; in the order in which they were set. */
  readonly sleepers: Map<() => void, number>;
  /** Whether a call waits for its answer. */
  isOut: boolean;
  /** Of the event loop, until the next step. */
  turns: number;
}

/** What an answer sets off may take some turns of the event loop before it calls or waits again. */
const TURNS = 40;

function soon(state: State): void {
  const isTurning = state.turns > 0;
  state.turns = TURNS;
  if (!isTurning) setImmediate(() => turn(state));
}

function turn(state: State): void {
  state.turns -= 1;
  if (state.turns > 0) setImmediate(() => turn(state));
  else if (!state.isOut) step(state);
}

function step(state: State): void {
  const next = state.calls.shift();
  if (next !== undefined) {
    state.isOut = true;
    next.call();
  } else if (state.sleepers.size > 0) state.pause(Math.min(...state.sleepers.values()));
}

function replaceTimers(state: State): void {
  function set(callback: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): Timer {
    const run = (): void => callback(...args);
    state.sleepers.set(run, Date.now() + Math.max(1, ms));
    soon(state);
    return timerOf(() => state.sleepers.delete(run));
  }
  Reflect.set(globalThis, 'setTimeout', set);
  Reflect.set(globalThis, 'clearTimeout', (timer: Partial<Timer> | undefined) => timer?.close?.());
  const sleep = (ms?: number, value?: unknown): Promise<unknown> =>
    new Promise((resolve) => set(() => resolve(value), ms));
  Reflect.set(timers, 'setTimeout', sleep);
}

/** As much of Node's Timeout as libraries use. */
interface Timer {
  ref(): Timer;
  unref(): Timer;
  hasRef(): boolean;
  close(): void;
}

function timerOf(close: () => void): Timer {
  const timer: Timer = { ref: () => timer, unref: () => timer, hasRef: () => true, close };
  return timer;
}
