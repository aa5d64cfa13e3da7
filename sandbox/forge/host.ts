/** The Forge host: runs an app's unmodified bundle as the platform would. */
import { EgressFilteringService } from '@forge/egress';
import type { SiteClock } from '../clock';
import type { Store } from '../store/store';
import { invocationContext, resolverRequest, runtimeFacts } from './installation';
import { failureOf, InvocationFailure } from './invocation-failure';
import { type CallCounts, createKillSwitch, type KillOrder, type KillSwitch } from './kill-switch';
import { createKvs } from './kvs/kvs';
import { createLogs, type Logs } from './logs';
import { type AppFunction, type AppManifest, readManifest } from './manifest';
import { kindOf, perform, type Upstream } from './outside';
import { createPool, type Kind, type Pool } from './pool';
import type { OutsideAnswer, OutsideCall } from './protocol';
import { queueTables } from './queue/events';
import { createQueue, type Queue, type QueueFaults } from './queue/queue';
import { createRunner, type Ending } from './runner';

export interface HostOptions {
  /** The folder of `manifest.yml`. */
  readonly appDirectory: string;
  /** The folder of the bundled modules. */
  readonly bundleDirectory: string;
  readonly store: Store;
  readonly clock: SiteClock;
  readonly upstream: Upstream;
  /** When nothing runs, jumps to the next delayed event instead of waiting for it. */
  readonly fastForward?: boolean;
  readonly kvsQueryLagMs?: number;
  /** Where log lines go, beside memory. */
  readonly logFile?: string;
  /** Time limit of a resolver, 25 s on Forge. */
  readonly resolverSeconds?: number;
  /** Called after the host has moved the clock. */
  readonly onClockMoved?: () => void;
}

export interface Invocation {
  readonly functionKey: string;
  readonly payload?: unknown;
  /** The person whose page calls; nobody for an anonymous one. */
  readonly accountId?: string;
  /** Where the page is, as Forge tells it: `extension`, `moduleKey`, … */
  readonly context?: Readonly<Record<string, unknown>>;
}

export interface Host {
  readonly manifest: AppManifest;
  /** Calls a resolver and answers what it returns. @throws InvocationFailure */
  invoke(invocation: Invocation): Promise<unknown>;
  /** Ends an invocation at a call from now. */
  killAt(order: KillOrder): void;
  /** Disarms the kill switch and starts counting calls anew. */
  resetCalls(): void;
  calls(): CallCounts;
  /** Resolves with true when no queue event is left, delayed ones included; with false after `timeoutMs`. */
  idle(timeoutMs?: number): Promise<boolean>;
  queueCounts(): { readonly waiting: number; readonly running: number };
  setQueueFaults(faults: QueueFaults): void;
  advanceClock(ms: number): void;
  logs(): readonly string[];
  /** Ends whatever runs; queue events that are left stay in the store. */
  close(): Promise<void>;
}

/** Limits of "Forge platform quotas and limits": resolvers 25 s; consumers 55 s unless declared. */
const RESOLVER_SECONDS = 25;
const BACKGROUND_SECONDS = 55;
const MAX_REQUEST_BYTES = 500 * 1024;
const MAX_RESPONSE_BYTES = 5 * 1024 * 1024;
const WORKERS = 4;
const IDLE_TIMEOUT_MS = 60_000;

/** Starts the host; waiting queue events of an earlier run are delivered at once. */
export function createHost(options: HostOptions): Host {
  const machine = assemble(options);
  const { manifest, killSwitch, queue, pool, logs } = machine;
  setImmediate(() => queue.pump());
  return {
    manifest,
    invoke: (invocation) => invoke(machine, invocation),
    killAt: (order) => killSwitch.set(order),
    resetCalls: () => killSwitch.reset(),
    calls: () => killSwitch.counts(),
    idle: (timeoutMs = IDLE_TIMEOUT_MS) => queue.drained(timeoutMs),
    queueCounts: () => queue.counts(),
    setQueueFaults(faults) {
      queue.faults = faults;
    },
    advanceClock(ms) {
      advance(machine, ms);
      queue.pump();
    },
    logs: () => logs.lines(),
    async close() {
      queue.close();
      await pool.close();
    },
  };
}

interface Machine {
  readonly options: HostOptions;
  readonly manifest: AppManifest;
  /** Forge's own judgement of which addresses the manifest allows. */
  readonly egress: EgressFilteringService;
  readonly killSwitch: KillSwitch;
  readonly kvs: ReturnType<typeof createKvs>;
  readonly queue: Queue;
  readonly pool: Pool;
  readonly logs: Logs;
  readonly nextId: () => string;
}

function assemble(options: HostOptions): Machine {
  const { store, clock, appDirectory, bundleDirectory } = options;
  const manifest = readManifest(appDirectory);
  const modules = [...new Set([...manifest.functions.values()].map(({ module }) => module))];
  const settings = { directory: bundleDirectory, modules };
  const pool = createPool(WORKERS, () => createRunner(settings));
  const killSwitch = createKillSwitch();
  const logs = createLogs(clock, options.logFile);
  let count = 0;
  const nextId = (): string => `invocation-${++count}-${clock.now().toString(36)}`;
  const kvs = createKvs({ store, clock, queryLagMs: options.kvsQueryLagMs ?? 0 });
  const queue: Queue = createQueue({
    tables: queueTables(store),
    manifest,
    clock,
    deliver: (fn, event, root) => deliver(machine, fn, event, root),
    hasRoom: () => pool.hasRoom,
    isQuiet: () => pool.busy === 0,
    redeliver: () => killSwitch.redeliver,
    note: (text) => logs.write('host', 'info', text),
    jump: options.fastForward ? (ms) => advance(machine, ms) : undefined,
  });
  const egress = new EgressFilteringService([...manifest.egress]);
  const machine: Machine = { options, manifest, egress, killSwitch, kvs, queue, pool, logs, nextId };
  return machine;
}

function advance({ options, pool }: Machine, ms: number): void {
  options.clock.advance(ms);
  pool.each((runner) => runner.shiftClock(options.clock.now() - Date.now()));
  options.onClockMoved?.();
}

async function invoke(machine: Machine, invocation: Invocation): Promise<unknown> {
  const { manifest, queue, options } = machine;
  const { functionKey, payload, accountId, context = {} } = invocation;
  const fn = manifest.functions.get(manifest.resolver ?? '');
  if (fn === undefined) throw new InvocationFailure('UNKNOWN_FUNCTION', 'The manifest names no resolver.');
  if (bytes(payload) > MAX_REQUEST_BYTES) {
    throw new InvocationFailure('PAYLOAD_TOO_BIG', 'A page may send 500 KB to a resolver.');
  }
  const limitMs = (options.resolverSeconds ?? RESOLVER_SECONDS) * 1000;
  const request = resolverRequest(functionKey, payload, accountId, context);
  const ending = await run(machine, { fn, kind: 'front', request, limitMs, accountId });
  queue.pump();
  if (ending.kind !== 'returned') throw failureOf(ending, limitMs);
  if (ending.json === undefined) return undefined;
  if (ending.json.length > MAX_RESPONSE_BYTES) {
    throw new InvocationFailure('PAYLOAD_TOO_BIG', 'A resolver may answer 5 MB to a page.');
  }
  return JSON.parse(ending.json) as unknown;
}

function bytes(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}

function deliver(machine: Machine, fn: AppFunction, event: object, root: string): Promise<Ending> {
  const limitMs = (fn.timeoutSeconds ?? BACKGROUND_SECONDS) * 1000;
  return run(machine, { fn, kind: 'background', request: event, limitMs, accountId: undefined, root });
}

interface Run {
  readonly fn: AppFunction;
  readonly kind: Kind;
  /** The handler's first argument. */
  readonly request: object;
  readonly limitMs: number;
  readonly accountId: string | undefined;
  /** The invocation that began the chain of pushes; this one by default. */
  readonly root?: string;
}

async function run(machine: Machine, { fn, kind, request, limitMs, accountId, root }: Run): Promise<Ending> {
  const { manifest, pool, logs, options, nextId } = machine;
  const invocationId = nextId();
  const ending = await pool.use(kind, (runner) =>
    runner.run(
      {
        invocationId,
        module: fn.module,
        exportName: fn.exportName,
        args: [request, invocationContext(accountId)],
        runtime: runtimeFacts(manifest, fn.key, invocationId, accountId),
        limitMs,
        clockOffsetMs: options.clock.now() - Date.now(),
      },
      {
        call: (call) => answer(machine, call, accountId, root ?? invocationId),
        log: (level, text) => logs.write(`${fn.key} ${invocationId}`, level, text),
      },
    ),
  );
  if (ending.kind !== 'returned') logs.write(`${fn.key} ${invocationId}`, 'error', describe(ending));
  return ending;
}

/** Counts the call and performs it, unless the kill switch has other plans. */
async function answer(
  machine: Machine,
  call: OutsideCall,
  accountId: string | undefined,
  root: string,
): Promise<OutsideAnswer | 'kill'> {
  const { killSwitch, options, kvs, queue, logs, egress } = machine;
  if (call.target.type === 'fetch' && !egress.isValidUrl(call.url)) return { kind: 'refused' };
  const plan = killSwitch.count(kindOf(call));
  if (plan === 'before') return 'kill';
  const outside = { upstream: options.upstream, kvs, queue: queue.endpoint(root) };
  const performed = await perform(call, accountId, outside).catch((error: unknown) => {
    logs.write('host', 'error', `${call.method} ${call.url}: ${String(error)}`);
    return { kind: 'no-answer', code: 'ECONNRESET', message: 'socket hang up' } as const;
  });
  return plan === 'after' ? 'kill' : performed;
}

function describe(ending: Exclude<Ending, { kind: 'returned' }>): string {
  if (ending.kind === 'threw') return ending.error.stack ?? ending.error.message;
  return ending.kind === 'crashed' ? `crashed: ${ending.message}` : ending.kind;
}
