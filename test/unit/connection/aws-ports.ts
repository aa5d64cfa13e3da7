import type { AwsPorts } from '../../../src/connection/aws-ports';

/** Nothing waits and nothing is tried twice. */
export const AWS_PORTS: AwsPorts = {
  clock: { now: () => Date.UTC(2026, 0, 1) },
  sleep: () => Promise.resolve(),
  maxAttempts: 1,
};
