/** The worker thread: the process in which Forge would run the app, one invocation at a time, kept warm. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, InvocationOrder, ThrownError, ToWorker, WorkerSettings } from '../protocol';
import { replaceChance } from './chance';
import { captureConsole } from './console';
import { replaceEnvironment } from './environment';
import { closeOtherWays, runtimeFetch } from './fetch';
import { createCaller } from './outside';
import { holdsTooMuch } from './memory';
import { fastForwardPauses } from './pauses';
import { createRemainingTime } from './remaining-time';
import { takeSteps } from './repeatable';
import { productFetch, runtimeFor } from './runtime';
import { replaceClock, type SiteTime } from './time';

type Handler = (...args: readonly unknown[]) => unknown;
type Module = Readonly<Record<string, Handler | undefined>>;

const settings = workerData as WorkerSettings;
const say = (message: FromWorker): void => parentPort?.postMessage(message);
const remaining = createRemainingTime();
let invocationId = '';
let modules: ReadonlyMap<string, Module | Error> = new Map();

/** Sets the platform's globals, then loads the bundle, then takes orders. */
export function start(): void {
  replaceEnvironment(settings.variables);
  const clock = replaceClock(settings.timeRuns);
  const seedChance = replaceChance();
  const pause = (until: number): void => say({ type: 'pause', invocationId, until });
  const steps = settings.timeRuns ? undefined : takeSteps(pause);
  const pauses = steps ?? (settings.fastForward ? fastForwardPauses(pause) : undefined);
  const caller = createCaller((callId, call) => {
    const send = (): void => sayUnlessFull({ type: 'call', callId, invocationId, call });
    if (steps === undefined) send();
    else steps.send(`${call.target.type} ${call.method} ${call.url}`, send);
  });
  captureConsole((level, text) => say({ type: 'log', invocationId, level, text }));
  globalThis.fetch = runtimeFetch(caller.call);
  Reflect.set(globalThis, '__forge_fetch__', productFetch(caller.call));
  closeOtherWays();
  modules = new Map(settings.modules.map((name) => [name, load(name)]));
  parentPort?.on('message', (message: ToWorker) => {
    if (message.type === 'answer') {
      caller.answer(message.callId, message.answer);
      steps?.answered();
    } else if (message.type === 'clock') {
      clock.set(message.now);
      if (message.leftMs !== undefined) remaining.set(message.leftMs);
      pauses?.wake();
    } else {
      steps?.forget();
      if (message.order.chance !== undefined) seedChance(message.order.chance);
      void serve(message.order, clock);
    }
  });
  say({ type: 'ready' });
}

/** A module that fails to load fails each invocation, as on Forge. */
function load(name: string): Module | Error {
  try {
    return createRequire(__filename)(path.join(settings.directory, `${name}.cjs`)) as Module;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function serve(order: InvocationOrder, clock: SiteTime): Promise<void> {
  invocationId = order.invocationId;
  clock.set(order.now);
  remaining.set(order.limitMs);
  Reflect.set(globalThis, '__forge_runtime__', runtimeFor(order, remaining));
  try {
    const value = await handlerOf(order)(...order.args);
    sayUnlessFull({ type: 'returned', invocationId: order.invocationId, json: JSON.stringify(value) });
  } catch (error) {
    say({ type: 'threw', invocationId: order.invocationId, error: thrown(error) });
  }
}

/** Looks what the app holds whenever it says something. */
function sayUnlessFull(message: FromWorker & { readonly invocationId: string }): void {
  const isFull = holdsTooMuch(settings.memoryMb);
  say(isFull ? { type: 'out-of-memory', invocationId: message.invocationId } : message);
}

function handlerOf({ module, exportName }: InvocationOrder): Handler {
  const loaded = modules.get(module);
  if (loaded === undefined) throw new Error(`The bundle has no module ${module}.`);
  if (loaded instanceof Error) throw loaded;
  const handler = loaded[exportName];
  if (typeof handler !== 'function') throw new Error(`${module} has no function ${exportName}.`);
  return handler;
}

function thrown(error: unknown): ThrownError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack } = error;
  return stack === undefined ? { name, message } : { name, message, stack };
}
