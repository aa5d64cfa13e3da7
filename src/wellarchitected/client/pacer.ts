/** Keeps outgoing requests under a rate. A token bucket; clock and sleep are passed in. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export type Sleep = (milliseconds: number) => Promise<void>;

export interface Rate {
  /** Requests that may go out at once after a pause. */
  readonly burst: number;
  readonly perMinute: number;
}

export interface Pacer {
  /** Resolves when the next request may go out; callers are served in order of asking. */
  take(): Promise<void>;
}

/**
 * Forge allows 100 egress requests per runtime-minute (Forge limits, "Egress"). Any 60 seconds see at most
 * `burst + perMinute` = 95 requests.
 */
export const FORGE_EGRESS: Rate = { burst: 40, perMinute: 55 };

/** Throws a RangeError for a rate that would never let a request out. */
export function createPacer(rate: Rate, clock: Clock, sleep: Sleep): Pacer {
  if (!(rate.burst >= 1) || !(rate.perMinute > 0)) {
    throw new RangeError(
      `a pacer needs burst ≥ 1 and perMinute > 0, not ${rate.burst} and ${rate.perMinute}`,
    );
  }
  let bucket: Bucket = { tokens: rate.burst, at: clock.now() };
  return {
    async take() {
      bucket = takeToken(refill(bucket, rate, clock.now()));
      if (bucket.tokens < 0) await sleep(Math.ceil((-bucket.tokens * 60_000) / rate.perMinute));
    },
  };
}

/** `tokens` below zero are promised to callers that wait. */
interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

function refill(bucket: Bucket, rate: Rate, now: number): Bucket {
  const elapsed = Math.max(0, now - bucket.at);
  return { tokens: Math.min(rate.burst, bucket.tokens + (elapsed * rate.perMinute) / 60_000), at: now };
}

function takeToken(bucket: Bucket): Bucket {
  return { ...bucket, tokens: bucket.tokens - 1 };
}
