/** The parts of a host, put together. */
import { EgressFilteringService } from '@forge/egress';
import { type Limits, limitsWith } from '../limits/table';
import { createEmissions, type Emissions } from './emitted';
import type { HostOptions } from './host-options';
import { createKillSwitch, type KillSwitch } from './kill-switch';
import { createKvs, type Kvs } from './kvs/kvs';
import { createLogs, type Logs } from './logs';
import { type AppManifest, readManifest } from './manifest';
import { createPool, type Pool } from './pool';
import type { InvocationOrder } from './invocation-order';
import { createRunner, type Ending } from './runner';
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
  readonly pool: Pool;
  readonly logs: Logs;
  readonly emissions: Emissions;
  readonly nextId: () => string;
}

const WORKERS = 4;

/** `run` runs a function of the app on the machine. */
export function assemble(
  options: HostOptions,
  run: (machine: Machine, order: InvocationOrder) => Promise<Ending>,
): Machine {
  const { store, clock, kvsQueryLagMs = 0 } = options;
  const limits = limitsWith(options.limits ?? {});
  const manifest = readManifest(options.appDirectory);
  const pool = poolFor(options, manifest);
  const killSwitch = createKillSwitch();
  const logs = createLogs(clock, options.logFile);
  const work = createWork({
    options,
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
    kvs: createKvs({ store, clock, entities: manifest.entities, queryLagMs: kvsQueryLagMs, limits }),
    webTriggers: createWebTriggers(store, manifest.webTriggers, options.webTriggerUrl),
    pool,
    logs,
    emissions: createEmissions(),
    nextId: () => `invocation-${++count}-${clock.now().toString(36)}`,
  };
  return machine;
}

function poolFor(
  { bundleDirectory, variables = {}, fastForward = false, callMs, workers = WORKERS }: HostOptions,
  { functions }: AppManifest,
): Pool {
  const modules = [...new Set([...functions.values()].map(({ module }) => module))];
  const timeRuns = callMs === undefined;
  return createPool(workers, () =>
    createRunner({ directory: bundleDirectory, modules, variables, fastForward, timeRuns }),
  );
}

/** Moves the clock on to a time; schedules see no time passing, as with every jump. */
export function jumpTo(machine: Machine, until: number): void {
  const ms = Math.max(0, until - machine.options.clock.now());
  machine.schedules.postpone(ms);
  advance(machine, ms);
}

/** Moves the time of the site and of every worker. */
export function advance({ options, pool }: Machine, ms: number): void {
  options.clock.advance(ms);
  pool.each((runner) => runner.setClock(options.clock.now()));
  options.onClockMoved?.();
}
