/** A switch for tests: the next answers of an operation fail. */
export interface FailureOrder {
  /** As `handle` names it: `POST /rest/api/3/issue/bulk`. */
  readonly operation: string;
  readonly times: number;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; without it the body is empty. */
  readonly body?: unknown;
  /** Perform the request, commit it, and lose the answer; otherwise nothing is performed. */
  readonly apply?: boolean;
}

export interface Failures {
  /** @throws Error for an operation that does not exist, which would never fail */
  order(failure: FailureOrder): void;
  /** The failure that this request of the operation meets, if any is left. */
  next(operation: string): FailureOrder | undefined;
}

/** Orders for one operation are used up in the order in which they were given. */
export function createFailures(operations: ReadonlySet<string>): Failures {
  const queues = new Map<string, FailureOrder[]>();
  return {
    order(failure) {
      if (!operations.has(failure.operation)) throw new Error(`there is no operation '${failure.operation}'`);
      const queue = queues.get(failure.operation) ?? [];
      queues.set(failure.operation, queue);
      for (let count = 0; count < failure.times; count += 1) queue.push(failure);
    },
    next: (operation) => queues.get(operation)?.shift(),
  };
}
