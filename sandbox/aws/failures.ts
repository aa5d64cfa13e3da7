/** Failures on demand: the next calls of an operation answer an error instead of doing their work. */
import { AwsError } from './aws-error';

export interface PlannedFailure {
  /** `ListAnswers`, `AssumeRole`, … */
  readonly operation: string;
  /** How many calls fail. Default 1. */
  readonly times?: number;
  /** Default `ThrottlingException`. */
  readonly code?: string;
  /** Default 429. */
  readonly status?: number;
  readonly message?: string;
}

export interface Failures {
  plan(failure: PlannedFailure): void;
  /** @throws AwsError where a failure is planned for this call. */
  check(operation: string): void;
}

export function planFailures(): Failures {
  const planned: { failure: PlannedFailure; left: number }[] = [];
  return {
    plan(failure) {
      planned.push({ failure, left: failure.times ?? 1 });
    },
    check(operation) {
      const next = planned.find(({ failure, left }) => failure.operation === operation && left > 0);
      if (next === undefined) return;
      next.left -= 1;
      const { code = 'ThrottlingException', status = 429, message = 'Rate exceeded' } = next.failure;
      throw new AwsError(code, status, message);
    },
  };
}
