/** The Forge host: runs an app's unmodified bundle as the platform would. */
import { chargesOf, type ForgeCharges, resetCharges } from './charges';
import type { Emission } from './emitted';
import type { HostOptions } from './host-options';
import { type Invocation, invoke, run } from './invocations';
import type { CallCounts, KillOrder } from './kill-switch';
import { advance, assemble, type Machine } from './machine';
import type { AppManifest } from './manifest';
import { noticesOf } from './notices';
import type { AccountStatus } from './personal-data';
import type { QueueFaults } from './queue/queue';
import { callWebTrigger } from './triggers/call-web-trigger';
import type { EventFaults } from './triggers/event-faults';
import { raiseInstalled } from './triggers/installed';
import type { IssueProperties, ProductEvent } from './triggers/product-event';
import type { ScheduleFaults } from './triggers/schedules';
import type { WebTriggerAnswer, WebTriggerRequest } from './triggers/web-request';

export type { Emission } from './emitted';
export type { HostOptions } from './host-options';
export type { Invocation } from './invocations';
export type { EventFaults } from './triggers/event-faults';
export type { IssueProperties, ProductEvent } from './triggers/product-event';

export interface Host {
  readonly manifest: AppManifest;
  /** What of the manifest does not hold here. */
  readonly notices: readonly string[];
  /** Calls a resolver and answers what it returns. @throws InvocationFailure */
  invoke(invocation: Invocation): Promise<unknown>;
  /** The events of Jira that the app's triggers name; nothing else needs to be raised. */
  readonly eventTypes: ReadonlySet<string>;
  /** Takes an event for the triggers that want it. Durable with the next commit of the store. */
  raise(event: ProductEvent, properties?: IssueProperties): void;
  /** From now on; events that are under way come as they would have. */
  setEventFaults(faults: EventFaults): void;
  setScheduleFaults(faults: ScheduleFaults): void;
  /** The URL of a web trigger, as `webTrigger.getUrl` gives it to the app. @throws Error for an unknown module */
  webTriggerUrl(moduleKey: string): string;
  /** Calls the web trigger behind the id at the end of such a URL; answers nothing if there is none. */
  callWebTrigger(id: string, request: WebTriggerRequest): Promise<WebTriggerAnswer | undefined>;
  /** Ends an invocation at a call from now. */
  killAt(order: KillOrder): void;
  /** Disarms the kill switch and starts counting calls anew. */
  resetCalls(): void;
  calls(): CallCounts;
  /**
   * Resolves with true when no event of a queue or of Jira is left, delayed ones included, and no scheduled run
   * is under way; with false after `timeoutMs`. Schedules that are not due yet are nothing to wait for.
   */
  idle(timeoutMs?: number): Promise<boolean>;
  /** Resolves with true when nothing runs and nothing that is due is left; with false after `timeoutMs`. */
  caughtUp(timeoutMs?: number): Promise<boolean>;
  queueCounts(): { readonly waiting: number; readonly running: number };
  setQueueFaults(faults: QueueFaults): void;
  /** Scheduled triggers that have become due run, each once. */
  advanceClock(ms: number): void;
  /** Whether the site's licence of the app is active; undefined: the app is not sold. */
  setLicense(isActive: boolean | undefined): void;
  /** What Atlassian says of the account when the app reports it. */
  setAccountStatus(accountId: string, status: AccountStatus): void;
  /** Accounts that the app reported. */
  reportedAccounts(): readonly string[];
  logs(): readonly string[];
  /** What the app gave out so far, oldest first; only what secret storage holds is not among it. */
  emitted(): readonly Emission[];
  /** What the platform would charge the app for, since the start or the last reset. */
  charges(): ForgeCharges;
  resetCharges(): void;
  /** The keys in secret storage, in order. */
  secrets(): readonly string[];
  /** Ends whatever runs; events that are left stay in the store. */
  close(): Promise<void>;
}

const IDLE_TIMEOUT_MS = 60_000;

/** Starts the host; waiting events of an earlier run are delivered at once. */
export function createHost(options: HostOptions): Host {
  const machine = assemble(options, run);
  const { manifest, killSwitch, queue, dispatcher, pool, logs, kvs, emissions } = machine;
  const notices = noticesOf(manifest, process.versions.node);
  for (const notice of notices) logs.write('host', 'warn', notice);
  raiseInstalled(options.store, manifest, machine.productEvents);
  dispatcher.pumpSoon();
  return {
    manifest,
    notices,
    ...triggersOf(machine),
    invoke: (invocation) => invoke(machine, invocation),
    killAt: (order) => killSwitch.set(order),
    resetCalls: () => killSwitch.reset(),
    calls: () => killSwitch.counts(),
    idle: (timeoutMs = IDLE_TIMEOUT_MS) => dispatcher.drained(timeoutMs),
    caughtUp: (timeoutMs = IDLE_TIMEOUT_MS) => dispatcher.caughtUp(timeoutMs),
    queueCounts: () => queue.counts(),
    setQueueFaults(faults) {
      queue.faults = faults;
    },
    advanceClock(ms) {
      advance(machine, ms);
      machine.schedules.wake();
      dispatcher.pump();
    },
    setLicense(isActive) {
      machine.licence.of = isActive === undefined ? undefined : { isActive };
    },
    setAccountStatus: (accountId, status) => machine.personalData.set(accountId, status),
    reportedAccounts: () => machine.personalData.reported(),
    logs: () => logs.lines(),
    emitted: () => emissions.list(),
    charges: () => chargesOf(machine),
    resetCharges: () => resetCharges(machine),
    secrets: () => kvs.secretKeys(),
    async close() {
      dispatcher.close();
      machine.schedules.close();
      await pool.close();
    },
  };
}

type Triggers = Pick<
  Host,
  'eventTypes' | 'raise' | 'setEventFaults' | 'setScheduleFaults' | 'webTriggerUrl' | 'callWebTrigger'
>;

function triggersOf(machine: Machine): Triggers {
  const { productEvents, schedules, webTriggers } = machine;
  return {
    eventTypes: productEvents.eventTypes,
    raise: (event, properties) => productEvents.raise(event, properties),
    setEventFaults(faults) {
      productEvents.faults = faults;
    },
    setScheduleFaults(faults) {
      schedules.faults = faults;
    },
    webTriggerUrl: (moduleKey) => webTriggers.urlOf(moduleKey),
    callWebTrigger: (id, request) => callWebTrigger(machine, id, request),
  };
}
