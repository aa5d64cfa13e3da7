/** The parts of a host, put together. */
import { EgressFilteringService } from '@forge/egress';
import { createEmissions, type Emissions } from './emitted';
import type { HostOptions } from './host-options';
import { createKillSwitch, type KillSwitch } from './kill-switch';
import { createKvs, type Kvs } from './kvs/kvs';
import { createLogs, type Logs } from './logs';
import { type AppManifest, readManifest } from './manifest';
import { createPool, type Pool } from './pool';
import { queueTables } from './queue/events';
import { createQueue, type Queue, type QueueOptions } from './queue/queue';
import { createRunner } from './runner';

export interface Machine {
  readonly options: HostOptions;
  readonly manifest: AppManifest;
  /** Forge's own judgement of which addresses the manifest allows. */
  readonly egress: EgressFilteringService;
  readonly killSwitch: KillSwitch;
  readonly kvs: Kvs;
  readonly queue: Queue;
  readonly pool: Pool;
  readonly logs: Logs;
  readonly emissions: Emissions;
  readonly nextId: () => string;
}

/** Runs a consumer with an event. */
export type Deliver = (
  machine: Machine,
  ...event: Parameters<QueueOptions['deliver']>
) => ReturnType<QueueOptions['deliver']>;

const WORKERS = 4;

export function assemble(options: HostOptions, deliver: Deliver): Machine {
  const { store, clock, appDirectory, bundleDirectory, variables = {} } = options;
  const manifest = readManifest(appDirectory);
  const modules = [...new Set([...manifest.functions.values()].map(({ module }) => module))];
  const settings = { directory: bundleDirectory, modules, variables };
  const pool = createPool(WORKERS, () => createRunner(settings));
  const killSwitch = createKillSwitch();
  const logs = createLogs(clock, options.logFile);
  const emissions = createEmissions();
  let count = 0;
  const nextId = (): string => `invocation-${++count}-${clock.now().toString(36)}`;
  const { entities } = manifest;
  const kvs = createKvs({ store, clock, entities, queryLagMs: options.kvsQueryLagMs ?? 0 });
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
  const machine = { options, manifest, egress, killSwitch, kvs, queue, pool, logs, emissions, nextId };
  return machine;
}

/** Moves the time of the site and of every worker. */
export function advance({ options, pool }: Machine, ms: number): void {
  options.clock.advance(ms);
  pool.each((runner) => runner.shiftClock(options.clock.now() - Date.now()));
  options.onClockMoved?.();
}
