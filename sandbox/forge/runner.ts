/** One warm worker thread, and how an invocation in it ends. */
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type {
  FromWorker,
  InvocationOrder,
  LogLevel,
  OutsideAnswer,
  OutsideCall,
  ThrownError,
  ToWorker,
  WorkerSettings,
} from './protocol';

/** How an invocation ended. All but the first two end the worker with it. */
export type Ending =
  | { readonly kind: 'returned'; readonly json: string | undefined }
  | { readonly kind: 'threw'; readonly error: ThrownError }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'out-of-memory' }
  | { readonly kind: 'crashed'; readonly message: string }
  | { readonly kind: 'killed' };

export interface InvocationHooks {
  /** The function begins, as its worker is ready; answers the site's time. */
  begin(): number;
  /** Performs a request for the app; `'kill'` ends the invocation without an answer. */
  call(call: OutsideCall): Promise<OutsideAnswer | 'kill'>;
  log(level: LogLevel, text: string): void;
  /** The app sleeps until the clock says so. */
  pause(until: number): void;
}

type Order = Omit<InvocationOrder, 'now'>;

export interface Runner {
  /** False once the worker has ended: take another one. */
  readonly alive: boolean;
  readonly memoryMb: number;
  /** Runs one invocation; one at a time. Never rejects. */
  run(order: Order, hooks: InvocationHooks): Promise<Ending>;
  /** The invocation's time is up, if one runs. */
  timeOut(): void;
  /** Tells the worker the site's time, and how much is left for its invocation. */
  setClock(now: number, leftMs: number | undefined): void;
  close(): Promise<void>;
}

/** The host's own part is TypeScript, loaded through tsx; the bundle is then loaded by Node alone, as it is. */
const BOOT = `
const unregister = require(${JSON.stringify(require.resolve('tsx/cjs/api'))}).register();
const { start } = require(${JSON.stringify(path.join(__dirname, 'worker', 'entry.ts'))});
unregister();
start();
`;

/**
 * Starts a worker thread with the bundle loaded. Node limits its heap; of its buffers it gives account itself, with
 * each call and at the end.
 */
export function createRunner(settings: Omit<WorkerSettings, 'memoryMb'>, memoryMb: number): Runner {
  const worker = new Worker(BOOT, {
    eval: true,
    workerData: { ...settings, memoryMb } satisfies WorkerSettings,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stdout: true,
    stderr: true,
  });
  const state: State = { worker, alive: true, current: undefined, ready: whenReady(worker) };
  worker.on('message', (message: FromWorker) => receive(state, message));
  worker.on('error', (error: NodeJS.ErrnoException) => void end(state, endingOf(error)));
  worker.on('exit', (code) => void end(state, { kind: 'crashed', message: `exited with code ${code}` }));
  return {
    get alive() {
      return state.alive;
    },
    memoryMb,
    timeOut() {
      if (state.current !== undefined) void end(state, { kind: 'timed-out' });
    },
    run: (order, hooks) => run(state, order, hooks),
    setClock: (now, leftMs) =>
      post(state, { type: 'clock', now, ...(leftMs === undefined ? {} : { leftMs }) }),
    close: () => end(state, { kind: 'killed' }),
  };
}

interface State {
  readonly worker: Worker;
  readonly ready: Promise<void>;
  alive: boolean;
  current: Current | undefined;
}

interface Current {
  readonly invocationId: string;
  readonly hooks: InvocationHooks;
  readonly resolve: (ending: Ending) => void;
}

function whenReady(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('message', () => resolve());
    worker.once('exit', () => resolve());
  });
}

async function run(state: State, order: Order, hooks: InvocationHooks): Promise<Ending> {
  await state.ready;
  if (!state.alive) return { kind: 'crashed', message: 'the worker did not start' };
  let timer: NodeJS.Timeout | undefined;
  const ending = new Promise<Ending>((resolve) => {
    state.current = { invocationId: order.invocationId, hooks, resolve };
    timer = setTimeout(() => void end(state, { kind: 'timed-out' }), order.limitMs);
    post(state, { type: 'invoke', order: { ...order, now: hooks.begin() } });
  });
  return ending.finally(() => clearTimeout(timer));
}

/** What comes from an invocation that has ended is ignored, as Forge freezes what a function left running. */
function receive(state: State, message: FromWorker): void {
  const { current } = state;
  if (message.type === 'ready' || current?.invocationId !== message.invocationId) return;
  if (message.type === 'log') current.hooks.log(message.level, message.text);
  else if (message.type === 'out-of-memory') void end(state, { kind: 'out-of-memory' });
  else if (message.type === 'pause') current.hooks.pause(message.until);
  else if (message.type === 'call') void answer(state, current, message.callId, message.call);
  else {
    state.current = undefined;
    if (message.type === 'returned') current.resolve({ kind: 'returned', json: message.json });
    else current.resolve({ kind: 'threw', error: message.error });
  }
}

async function answer(state: State, current: Current, callId: number, call: OutsideCall): Promise<void> {
  const outcome = await current.hooks.call(call);
  if (state.current !== current) return;
  if (outcome === 'kill') await end(state, { kind: 'killed' });
  else post(state, { type: 'answer', callId, answer: outcome });
}

/** Terminates the worker for real before the invocation counts as ended. */
async function end(state: State, ending: Ending): Promise<void> {
  const { current } = state;
  state.alive = false;
  state.current = undefined;
  await state.worker.terminate();
  current?.resolve(ending);
}

function endingOf(error: NodeJS.ErrnoException): Ending {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return { kind: 'out-of-memory' };
  return { kind: 'crashed', message: error.message };
}

function post(state: State, message: ToWorker): void {
  if (state.alive) state.worker.postMessage(message);
}
