/** EventBridge's default bus of every account and Region: what the tool's calls set off. */
import type { Clock } from '../../clock';
import type { Store } from '../../store/store';
import type { Identities } from '../iam/identities';
import { nextNumber } from '../ids';
import { type Deliver, type DeliveryAttempt, openDeliveries, type Route } from './deliveries';
import { type Delivery, HEADERS } from './delivery';
import { arrivals, type DeliveryFaults } from './delivery-faults';
import { mayInvoke } from './delivery-role';
import { parsePattern } from './event-pattern';
import { transformed } from './input-transformer';
import { type EventResources, openEventResources, type RuleRecord, type RuleTarget } from './resources';
import { type ApiCall, type TrailEvent, trailEvent } from './trail-event';

export interface EventBridge {
  readonly resources: EventResources;
  /** Takes a call for the rules of its account and Region. Durable with the next commit of the store. */
  put(call: ApiCall): void;
  /**
   * From now on API destinations are called so; until then every delivery waits.
   *
   * @param timeoutMs 5 seconds on AWS, and by default.
   */
  connect(deliver: Deliver, timeoutMs?: number): void;
  /** Sends what has become due: call it after the clock was moved. */
  runDue(): void;
  /** Resolves with true when all that is due was sent and answered, later retries excepted; false in the end. */
  idle(timeoutMs?: number): Promise<boolean>;
  /** Whether nothing is due and nothing under way at this moment. */
  isIdle(): boolean;
  /** What was not delivered yet. */
  waiting(): readonly Pick<Delivery, 'eventId' | 'eventName' | 'dueAt' | 'attempts'>[];
  /** What was tried since the start, oldest first. */
  attempts(): readonly DeliveryAttempt[];
  /** From now on; what is under way comes as it would have. */
  setFaults(faults: DeliveryFaults): void;
  /** Nothing more is sent; what is left stays in the store. */
  close(): void;
}

export interface EventBridgeOptions {
  readonly store: Store;
  /** The site's. */
  readonly clock: Clock;
  readonly identities: Identities;
}

/** "A maximum client execution timeout of 5 seconds" ("API destinations", User Guide). */
const TIMEOUT_MS = 5000;
const IDLE_TIMEOUT_MS = 60_000;

export function openEventBridge({ store, clock, identities }: EventBridgeOptions): EventBridge {
  const resources = openEventResources(store);
  const counters = store.table<number>('aws.counters');
  const route = (delivery: Delivery): Route | string => routeOf(resources, identities, delivery);
  const deliveries = openDeliveries({ store, clock, route });
  let faults: DeliveryFaults = {};

  function schedule(event: TrailEvent, rule: RuleRecord, target: RuleTarget): void {
    const body =
      target.transformer === undefined ? JSON.stringify(event) : transformed(target.transformer, event);
    if (body === undefined) return;
    const number = nextNumber(counters, 'delivery');
    const since = clock.now();
    for (const [time, late] of arrivals(faults, number).entries()) {
      const id = `delivery-${String(number).padStart(8, '0')}${time === 0 ? '' : '-again'}`;
      const about = { eventId: event.id, eventName: event.detail.eventName, ruleArn: rule.arn };
      const when = { since, dueAt: since + late, attempts: 0 };
      deliveries.table.set(id, { id, ...about, targetId: target.id, body, ...when });
    }
    deliveries.runSoon();
  }

  return {
    resources,
    put(call) {
      const rules = resources.rulesOf(call.caller.account, call.region);
      if (rules.length === 0) return;
      const event = trailEvent(call, nextNumber(counters, 'event'));
      for (const rule of rules.filter(({ pattern }) => parsePattern(pattern)(event))) {
        for (const target of rule.targets) schedule(event, rule, target);
      }
    },
    connect: (deliver, timeoutMs = TIMEOUT_MS) => deliveries.connect(deliver, timeoutMs),
    runDue: () => deliveries.runDue(),
    idle: (timeoutMs = IDLE_TIMEOUT_MS) => deliveries.idle(timeoutMs),
    isIdle: () => deliveries.isIdle(),
    waiting: () =>
      [...deliveries.table.values()].map(({ eventId, eventName, dueAt, attempts }) => {
        return { eventId, eventName, dueAt, attempts };
      }),
    attempts: () => [...deliveries.attempts],
    setFaults(wanted) {
      faults = wanted;
    },
    close: () => deliveries.close(),
  };
}

/** Nothing is sent for a rule that is gone, and nothing without a key or a role that allows it. */
function routeOf(resources: EventResources, identities: Identities, delivery: Delivery): Route | string {
  const target = resources.rule(delivery.ruleArn)?.targets.find(({ id }) => id === delivery.targetId);
  const destination = resources.destination(target?.arn ?? '');
  const connection = resources.connection(destination?.connectionArn ?? '');
  if (target === undefined || destination === undefined || connection === undefined) {
    return 'the rule, its destination or the connection is gone';
  }
  const asked = { ruleArn: delivery.ruleArn, roleArn: target.roleArn, destinationArn: destination.arn };
  if (!mayInvoke(identities, asked)) return 'the role does not allow it';
  const { url, method, limit } = destination;
  const { body } = delivery;
  const own = { [connection.header]: connection.key, 'content-length': String(Buffer.byteLength(body)) };
  return { target, limit, request: { url, method, headers: { ...HEADERS, ...own }, body } };
}
