/** Counts what storage is asked for, and says when that is too much for one installation. */
import type { Clock } from '../../clock';
import { SlidingWindow } from '../../limits/sliding-window';
import type { Limits } from '../../limits/table';
import type { KvsError } from './kvs-error';
import type { Cost } from './units';

/** Units of 10 KB. */
export interface UnitCharges {
  readonly total: number;
  readonly worstMinute: number;
  readonly worstSecond: number;
}

export interface StorageCharges {
  readonly read: UnitCharges;
  readonly written: UnitCharges;
  /** Keys read and written. */
  readonly operations: number;
  /** Requests, and those of them that were refused for a limit. */
  readonly requests: number;
  readonly refused: number;
}

export interface StorageMeter {
  /** Counts a request, or answers why it is refused; what is refused costs nothing (unverified, F22). */
  charge(cost: Cost): KvsError | undefined;
  charges(): StorageCharges;
  /** What is counted for the limits stays. */
  reset(): void;
}

/** Status and code of what "exceeds a quota or limit" ("Error handling for the Key-Value Store"). */
const TOO_MUCH: KvsError = { status: 429, code: 'RATE_LIMIT_EXCEEDED', message: 'Rate limit exceeded' };
const MINUTE_MS = 60_000;
const SECOND_MS = 1000;

export function createStorageMeter(clock: Clock, limits: Limits): StorageMeter {
  const read = createUnits(limits.storage);
  const written = createUnits(limits.storage);
  const keys = new SlidingWindow(SECOND_MS, limits['storage-second']);
  let counts = { operations: 0, requests: 0, refused: 0 };
  return {
    charge(cost) {
      const now = clock.now();
      counts.requests += 1;
      if (!read.fits(now, cost.read) || !written.fits(now, cost.written) || !keys.fits(now, cost.keys)) {
        counts.refused += 1;
        return TOO_MUCH;
      }
      keys.add(now, cost.keys);
      read.add(now, cost.read);
      written.add(now, cost.written);
      counts.operations += cost.keys;
      return undefined;
    },
    charges: () => ({ read: read.charges(), written: written.charges(), ...counts }),
    reset() {
      counts = { operations: 0, requests: 0, refused: 0 };
      read.reset();
      written.reset();
    },
  };
}

function createUnits(mostAMinute: number) {
  const minute = new SlidingWindow(MINUTE_MS, mostAMinute);
  const second = new SlidingWindow(SECOND_MS, Infinity);
  let total = 0;
  return {
    fits: (now: number, units: number) => minute.fits(now, units),
    add(now: number, units: number) {
      if (units === 0) return;
      total += units;
      minute.add(now, units);
      second.add(now, units);
    },
    charges: (): UnitCharges => ({ total, worstMinute: minute.peak, worstSecond: second.peak }),
    reset() {
      total = 0;
      minute.forgetPeak();
      second.forgetPeak();
    },
  };
}
