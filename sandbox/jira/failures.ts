import { gatewayAnswer, limitedAnswer, type LimitReason, nextHour } from './limits/refusals';

/** A switch for tests: the next answers of an operation fail. */
export type FailureOrder = StatedFailure | LimitFailure;

interface StatedFailure extends Failure {
  /** As `handle` names it: `POST /rest/api/3/issue/bulk`. */
  readonly operation: string;
  readonly times: number;
}

/** The answer of a limit that is reached: one of Jira's, or a gateway's, which gives neither reason nor time. */
interface LimitFailure {
  readonly operation: string;
  readonly times: number;
  readonly limit: LimitReason | 'gateway';
}

export interface Failure {
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
  next(operation: string, now: number): Failure | undefined;
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
    next(operation, now) {
      const order = queues.get(operation)?.shift();
      return order === undefined || 'status' in order ? order : limitFailure(order, now);
    },
  };
}

const SECOND_MS = 1000;

function limitFailure({ limit }: LimitFailure, now: number): Failure {
  if (limit === 'gateway') return gatewayAnswer(now);
  return limitedAnswer(limit, now, limit.startsWith('jira-quota') ? nextHour(now) : now + 2 * SECOND_MS);
}
