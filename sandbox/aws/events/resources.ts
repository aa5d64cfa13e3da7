/** What a stack can make of EventBridge, as the stand-in keeps it. */
import type { Store, Table } from '../../store/store';
import type { InputTransformer } from './input-transformer';

/** Of the type API_KEY. */
export interface ConnectionRecord {
  readonly kind: 'connection';
  readonly arn: string;
  readonly header: string;
  readonly key: string;
}

export interface DestinationRecord {
  readonly kind: 'destination';
  readonly arn: string;
  readonly connectionArn: string;
  readonly method: string;
  readonly url: string;
  /** How many requests may be under way at once: EventBridge's are per second, on a clock that may stand still. */
  readonly limit: number;
}

/** Of the default bus of its account and Region. */
export interface RuleRecord {
  readonly kind: 'rule';
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly enabled: boolean;
  readonly pattern: unknown;
  readonly targets: readonly RuleTarget[];
}

export interface RuleTarget {
  readonly id: string;
  /** Of an API destination. */
  readonly arn: string;
  readonly roleArn: string;
  /** Without one the event itself is sent. */
  readonly transformer?: InputTransformer;
  readonly retries: number;
  readonly maxAgeSeconds: number;
}

export type EventResource = ConnectionRecord | DestinationRecord | RuleRecord;

export interface EventResources {
  put(resource: EventResource): void;
  delete(arn: string): void;
  has(arn: string): boolean;
  connection(arn: string): ConnectionRecord | undefined;
  destination(arn: string): DestinationRecord | undefined;
  rule(arn: string): RuleRecord | undefined;
  /** Those that are enabled. */
  rulesOf(account: string, region: string): readonly RuleRecord[];
}

export function openEventResources(store: Store): EventResources {
  const all: Table<EventResource> = store.table('aws.events.resources');
  function find<K extends EventResource['kind']>(kind: K, arn: string) {
    const found = all.get(arn);
    return found?.kind === kind ? (found as Extract<EventResource, { kind: K }>) : undefined;
  }
  return {
    put: (resource) => all.set(resource.arn, resource),
    delete: (arn) => void all.delete(arn),
    has: (arn) => all.has(arn),
    connection: (arn) => find('connection', arn),
    destination: (arn) => find('destination', arn),
    rule: (arn) => find('rule', arn),
    rulesOf: (account, region) =>
      [...all.values()].filter(
        (each): each is RuleRecord =>
          each.kind === 'rule' && each.enabled && each.account === account && each.region === region,
      ),
  };
}
