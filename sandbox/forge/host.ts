/** The Forge host: runs an app's unmodified bundle as the platform would. */
import type { Emission } from './emitted';
import type { HostOptions } from './host-options';
import { deliver, type Invocation, invoke } from './invocations';
import type { CallCounts, KillOrder } from './kill-switch';
import { advance, assemble } from './machine';
import type { AppManifest } from './manifest';
import type { QueueFaults } from './queue/queue';

export type { Emission } from './emitted';
export type { HostOptions } from './host-options';
export type { Invocation } from './invocations';

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
  /** What the app gave out so far, oldest first; only what secret storage holds is not among it. */
  emitted(): readonly Emission[];
  /** The keys in secret storage, in order. */
  secrets(): readonly string[];
  /** Ends whatever runs; queue events that are left stay in the store. */
  close(): Promise<void>;
}

const IDLE_TIMEOUT_MS = 60_000;

/** Starts the host; waiting queue events of an earlier run are delivered at once. */
export function createHost(options: HostOptions): Host {
  const machine = assemble(options, deliver);
  const { manifest, killSwitch, queue, pool, logs, kvs, emissions } = machine;
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
    emitted: () => emissions.list(),
    secrets: () => kvs.secretKeys(),
    async close() {
      queue.close();
      await pool.close();
    },
  };
}
