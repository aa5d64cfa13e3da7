/**
 * Takes Jira's events and hands them to the trigger modules that ask for them. Forge promises neither an order
 * nor exactly one delivery nor, in practice, any.
 */
import type { SiteClock } from '../../clock';
import type { Source, Waiting } from '../dispatch/dispatcher';
import { afterCrash } from '../dispatch/retry';
import type { AppFunction } from '../app-function';
import type { Ending } from '../runner';
import { arrivals, type EventFaults } from './event-faults';
import type { Trigger } from './modules';
import {
  type Delivery,
  deliveredEvent,
  type DeliveryTables,
  isDeliverable,
  type IssueProperties,
  judge,
  type ProductEvent,
} from './product-event';

export interface ProductEventOptions {
  readonly tables: DeliveryTables;
  readonly triggers: readonly Trigger[];
  readonly clock: SiteClock;
  /** Runs a trigger's function with an event. */
  readonly deliver: (fn: AppFunction, moduleKey: string, event: object) => Promise<Ending>;
  /** Whether the event of a killed invocation comes again. */
  readonly redeliver: () => boolean;
  readonly note: (text: string) => void;
  /** Called when there is something new. */
  readonly onEvent: () => void;
}

export interface ProductEvents extends Source {
  /** What the modules ask for: nothing else needs to be raised. */
  readonly eventTypes: ReadonlySet<string>;
  /** Becomes durable with the next commit of the store, together with the change that it tells of. */
  raise(event: ProductEvent, properties?: IssueProperties): void;
  faults: EventFaults;
}

export function createProductEvents(options: ProductEventOptions): ProductEvents {
  const { tables, triggers, clock } = options;
  const state: State = { options, faults: {} };
  recover(tables, clock.now());
  return {
    eventTypes: new Set(triggers.map(({ eventType }) => eventType)),
    raise: (event, properties = {}) => raise(state, event, properties),
    get left() {
      return tables.deliveries.size;
    },
    waiting: () => waiting(options),
    get faults() {
      return state.faults;
    },
    set faults(faults) {
      state.faults = faults;
    },
  };
}

interface State {
  readonly options: ProductEventOptions;
  faults: EventFaults;
}

/** What a killed site was working on comes again. */
function recover(tables: DeliveryTables, now: number): void {
  for (const delivery of [...tables.deliveries.values()].filter(({ started }) => started)) {
    const again = { ...delivery, started: false, dueAt: now, retry: afterCrash(delivery.retry) };
    tables.deliveries.set(delivery.id, again);
  }
  tables.commit();
}

function raise(state: State, event: ProductEvent, properties: IssueProperties): void {
  const { triggers, note, onEvent } = state.options;
  const interested = triggers.filter((trigger) => wants(trigger, event, properties, note));
  if (interested.length === 0) return;
  if (isDeliverable(event)) {
    for (const trigger of interested) schedule(state, trigger, event);
    onEvent();
  } else note(`${event.eventType} not delivered: it has more than 200 kB`);
}

function wants(
  trigger: Trigger,
  event: ProductEvent,
  properties: IssueProperties,
  note: (text: string) => void,
): boolean {
  if (trigger.eventType !== event.eventType) return false;
  if (trigger.ignoreSelf && event.selfGenerated) return false;
  return trigger.condition?.holds(event, properties, note) ?? true;
}

function schedule({ options, faults }: State, { key }: Trigger, event: ProductEvent): void {
  const { tables, clock, note } = options;
  const number = (tables.counters.get('product event') ?? 0) + 1;
  tables.counters.set('product event', number);
  const late = arrivals(faults, number);
  if (late.length === 0) note(`${event.eventType} for ${key} lost on purpose`);
  for (const [time, lateMs] of late.entries()) {
    const id = `product-event-${String(number).padStart(8, '0')}${time === 0 ? '' : '-again'}`;
    const dueAt = clock.now() + lateMs;
    tables.deliveries.set(id, { id, moduleKey: key, event, dueAt, started: false });
  }
}

function waiting(options: ProductEventOptions): Waiting[] {
  const all = [...options.tables.deliveries.values()].filter(({ started }) => !started);
  all.sort((a, b) => a.dueAt - b.dueAt);
  return all.map((delivery) => ({
    dueAt: delivery.dueAt,
    mayStart: () => true,
    start: () => start(options, delivery),
    complete: (ending) => complete(options, delivery, ending),
  }));
}

/** A module that an earlier run of the site still had takes its events with it. */
function start(options: ProductEventOptions, delivery: Delivery): Promise<Ending> | undefined {
  const { tables, triggers, deliver, note } = options;
  const trigger = triggers.find(({ key }) => key === delivery.moduleKey);
  if (trigger === undefined) {
    note(`${delivery.id} dropped: there is no trigger ${delivery.moduleKey}`);
    tables.deliveries.delete(delivery.id);
  } else tables.deliveries.set(delivery.id, { ...delivery, started: true });
  tables.commit();
  return trigger && deliver(trigger.function, trigger.key, deliveredEvent(delivery));
}

function complete(options: ProductEventOptions, delivery: Delivery, ending: Ending): void {
  const { tables, clock, redeliver, note } = options;
  const verdict = judge(delivery, ending, redeliver());
  if (verdict.kind === 'again') {
    const { delayMs, retry } = verdict;
    tables.deliveries.set(delivery.id, { ...delivery, dueAt: clock.now() + delayMs, retry });
    note(`${delivery.id} comes again in ${delayMs / 1000} s: ${retry.retryReason}`);
  } else {
    if (verdict.kind === 'dropped') note(`${delivery.id} dropped: ${verdict.why}`);
    tables.deliveries.delete(delivery.id);
  }
  tables.commit();
}
