/** What the app does without anybody waiting for it: queue events, events of Jira, scheduled runs. */
import type { Limits } from '../limits/table';
import { createDispatcher, type Dispatcher } from './dispatch/dispatcher';
import type { HostOptions } from './host-options';
import type { AppFunction } from './app-function';
import type { AppManifest } from './manifest';
import { queueTables } from './queue/events';
import { createQueue, type Queue } from './queue/queue';
import type { InvocationOrder } from './invocation-order';
import type { Ending } from './runner';
import { deliveryTables } from './triggers/product-event';
import { createProductEvents, type ProductEvents } from './triggers/product-events';
import { createSchedules, type Schedules } from './triggers/schedules';

export interface Work {
  readonly queue: Queue;
  readonly productEvents: ProductEvents;
  readonly schedules: Schedules;
  readonly dispatcher: Dispatcher;
}

export interface WorkOptions {
  readonly options: HostOptions;
  readonly limits: Limits;
  readonly manifest: AppManifest;
  readonly run: (order: Omit<InvocationOrder, 'kind'>) => Promise<Ending>;
  /** Whether more may start now. */
  readonly hasRoom: () => boolean;
  /** Whether nothing at all runs. */
  readonly isQuiet: () => boolean;
  /** Whether the event of a killed invocation comes again. */
  readonly redeliver: () => boolean;
  readonly note: (text: string) => void;
  readonly advance: (ms: number) => void;
}

/** "Invocation limits": of consumers and scheduled triggers, unless they declare another. */
const BACKGROUND_SECONDS = 55;

export function createWork(parts: WorkOptions): Work {
  const { options, limits, manifest, run, redeliver, note, hasRoom, isQuiet, advance } = parts;
  const { store, clock, fastForward } = options;
  const limitOf = ({ timeoutSeconds = BACKGROUND_SECONDS }: AppFunction): number =>
    Math.min(timeoutSeconds, limits.background) * 1000;
  const soon = (): void => dispatcher.pumpSoon();
  const queue = createQueue({
    tables: queueTables(store),
    manifest,
    clock,
    limits,
    deliver: (fn, request, root) => run({ fn, request, limitMs: limitOf(fn), root }),
    redeliver,
    note,
    onPush: soon,
  });
  const productEvents = createProductEvents({
    tables: deliveryTables(store),
    triggers: manifest.triggers,
    clock,
    deliver: (fn, moduleKey, request) => run({ fn, moduleKey, request, limitMs: limits.trigger * 1000 }),
    redeliver,
    note,
    onEvent: soon,
  });
  const schedules = createSchedules({
    store,
    schedules: manifest.schedules,
    clock,
    run: (fn, moduleKey, request) => run({ fn, moduleKey, request, limitMs: limitOf(fn) }),
    onDue: soon,
  });
  function jump(ms: number): void {
    schedules.postpone(ms);
    advance(ms);
  }
  const sources = [productEvents, schedules, queue];
  const dispatcher = createDispatcher({
    ...{ clock, sources, hasRoom, isQuiet },
    jump: fastForward ? jump : undefined,
  });
  schedules.wake();
  return { queue, productEvents, schedules, dispatcher };
}
