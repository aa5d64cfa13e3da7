/** Ends an invocation at a chosen call to the outside, to see what a crash there leaves behind. */
export type CallKind = 'jira' | 'aws' | 'kvs' | 'queue' | 'other';

export interface KillOrder {
  /** Counted from 1, over all invocations, from the moment the switch is set. */
  readonly call: number;
  /** `before` the call is performed; or `after`: performed, but its answer never arrives. */
  readonly when: 'before' | 'after';
  /** Only calls of this kind are counted; all by default. */
  readonly of?: CallKind | 'all';
  /** Whether the platform delivers the queue event of the killed invocation again. True by default. */
  readonly redeliver?: boolean;
}

export interface CallCounts {
  /** Calls since the switch was last set or reset. */
  readonly count: number;
  readonly byKind: Readonly<Record<CallKind, number>>;
  /** Whether the order that is set, if any, was carried out. */
  readonly killed: boolean;
}

export interface KillSwitch {
  set(order: KillOrder): void;
  /** Forgets the order and starts counting anew. */
  reset(): void;
  /** Counts a call; answers whether it is the one at which to end. */
  count(kind: CallKind): 'go' | 'before' | 'after';
  /** Whether events of killed invocations come again. */
  readonly redeliver: boolean;
  counts(): CallCounts;
}

export function createKillSwitch(): KillSwitch {
  let order: KillOrder | undefined;
  let byKind = noCalls();
  let killed = false;
  let redeliver = true;
  function reset(): void {
    order = undefined;
    byKind = noCalls();
    killed = false;
  }
  return {
    set(next) {
      reset();
      order = next;
      redeliver = next.redeliver ?? true;
    },
    reset,
    count(kind) {
      byKind[kind] += 1;
      if (order === undefined || killed || !matches(order, kind)) return 'go';
      const counted = order.of === undefined || order.of === 'all' ? total(byKind) : byKind[order.of];
      if (counted !== order.call) return 'go';
      killed = true;
      return order.when;
    },
    get redeliver() {
      return redeliver;
    },
    counts: () => ({ count: total(byKind), byKind: { ...byKind }, killed }),
  };
}

function matches(order: KillOrder, kind: CallKind): boolean {
  return order.of === undefined || order.of === 'all' || order.of === kind;
}

function noCalls(): Record<CallKind, number> {
  return { jira: 0, aws: 0, kvs: 0, queue: 0, other: 0 };
}

function total(byKind: Readonly<Record<CallKind, number>>): number {
  return Object.values(byKind).reduce((sum, count) => sum + count, 0);
}
