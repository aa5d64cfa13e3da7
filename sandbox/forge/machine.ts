/** The parts of a host, put together. */
import { EgressFilteringService } from '@forge/egress';
import { type Limits, limitsWith } from '../limits/table';
import { createEmissions, type Emissions } from './emitted';
import type { HostOptions } from './host-options';
import { createInvocationLimits, type InvocationLimits } from './invocation-limits';
import { createKillSwitch, type KillSwitch } from './kill-switch';
import { createKvs, type Kvs } from './kvs/kvs';
import { createLedger, type Ledger } from './ledger';
import { createLogs, type Logs } from './logs';
import { type AppManifest, DEFAULT_MEMORY_MB, readManifest } from './manifest';
import { createPersonalData, type PersonalData } from './personal-data';
import { withoutScopes } from './scopes/without-scopes';
import { createPool, type Pool } from './pool';
import type { License } from './installation';
import type { InvocationOrder } from './invocation-order';
import type { InvocationTime } from './invocation-time';
import { createRunner, type Ending, type Runner } from './runner';
import { createWebTriggers, type WebTriggers } from './triggers/web-triggers';
import { createWork, type Work } from './work';

export interface Machine extends Work {
  readonly options: HostOptions;
  readonly limits: Limits;
  readonly manifest: AppManifest;
  /** Forge's own judgement of which addresses the manifest allows. */
  readonly egress: EgressFilteringService;
  readonly killSwitch: KillSwitch;
  readonly kvs: Kvs;
  readonly webTriggers: WebTriggers;
  readonly personalData: PersonalData;
  /** Of the site, from now on; without one the app is not sold. */
  readonly licence: { of: License | undefined };
  readonly pool: Pool;
  readonly logs: Logs;
  readonly emissions: Emissions;
  readonly ledger: Ledger;
  readonly invocationLimits: InvocationLimits;
  /** Invocations at work. */
  readonly running: Set<Running>;
  readonly nextId: () => string;
}

export interface Running {
  readonly time: InvocationTime;
  readonly runner: Runner;
}

const WORKERS = 4;

/** `run` runs a function of the app on the machine. */
export function assemble(
  options: HostOptions,
  run: (machine: Machine, order: InvocationOrder) => Promise<Ending>,
): Machine {
  const { store, clock } = options;
  const limits = limitsWith(options.limits ?? {});
  const manifest = withoutScopes(readManifest(options.appDirectory), options.withoutScopes ?? []);
  const pool = poolFor(options, manifest);
  const killSwitch = createKillSwitch();
  const logs = createLogs(clock, options.logFile);
  const work = createWork({
    options,
    limits,
    manifest,
    run: (order) => run(machine, { ...order, kind: 'background' }),
    hasRoom: () => pool.hasRoom,
    isQuiet: () => pool.busy === 0,
    redeliver: () => killSwitch.redeliver,
    note: (text) => logs.write('host', 'info', text),
    advance: (ms) => advance(machine, ms),
  });
  let count = 0;
  const machine: Machine = {
    ...work,
    options,
    limits,
    manifest,
    egress: new EgressFilteringService([...manifest.egress]),
    killSwitch,
    kvs: storageFor(options, manifest, limits),
    webTriggers: createWebTriggers(store, manifest.webTriggers, options.webTriggerUrl),
    personalData: createPersonalData(),
    licence: { of: options.unlicensed === true ? { isActive: false } : undefined },
    pool,
    logs,
    emissions: createEmissions(),
    ledger: createLedger(),
    invocationLimits: createInvocationLimits(clock, limits),
    running: new Set(),
    nextId: () => `invocation-${++count}-${clock.now().toString(36)}`,
  };
  return machine;
}

function storageFor(
  { store, clock, kvsQueryLagMs: queryLagMs = 0, expiryLagMs = 0 }: HostOptions,
  { entities }: AppManifest,
  limits: Limits,
): Kvs {
  return createKvs({ store, clock, entities, queryLagMs, expiryLagMs, limits });
}

function poolFor(
  { bundleDirectory, variables = {}, fastForward = false, callMs, workers = WORKERS }: HostOptions,
  { functions, resolver = '' }: AppManifest,
): Pool {
  const modules = [...new Set([...functions.values()].map(({ module }) => module))];
  const timeRuns = callMs === undefined;
  const memory = functions.get(resolver)?.memoryMb ?? DEFAULT_MEMORY_MB;
  return createPool(workers, memory, (memoryMb) =>
    createRunner({ directory: bundleDirectory, modules, variables, fastForward, timeRuns }, memoryMb),
  );
}

/**
 * The clock jumps to the end of an invocation's pause, or to the end of its time. On a site that fast-forwards schedules
 * see no time passing, as with every jump.
 */
export function jumpTo(machine: Machine, until: number, { time, runner }: Running): void {
  const pauseMs = Math.max(0, until - machine.options.clock.now());
  const ms = Math.min(pauseMs, time.leftMs());
  time.skip(ms);
  if (machine.options.fastForward) machine.schedules.postpone(ms);
  if (ms < pauseMs) runner.timeOut();
  advance(machine, ms);
}

/** Moves the time of the site and of every worker. */
export function advance({ options, pool, running }: Machine, ms: number): void {
  options.clock.advance(ms);
  const now = options.clock.now();
  const left = new Map([...running].map(({ runner, time }) => [runner, time.leftMs()]));
  pool.each((runner) => runner.setClock(now, left.get(runner)));
  options.onClockMoved?.();
}
