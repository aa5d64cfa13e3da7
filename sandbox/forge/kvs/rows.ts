/** The stored values of one key space. */
import { createHash } from 'node:crypto';
import type { Clock } from '../../clock';
import type { Table } from '../../store/store';
import type { Ttl } from './requests';
import { ttlMs } from './rules';

export interface Row {
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When the value expires, in milliseconds since the epoch. */
  readonly expiresAt?: number;
}

export interface Rows {
  /** The value of a key unless it has expired. */
  get(key: string): Row | undefined;
  set(key: string, value: unknown, ttl?: Ttl): Row;
  delete(key: string): void;
  /** Living rows in the order of their keys. */
  sorted(): readonly (readonly [string, Row])[];
}

/** Forge promises no more than that an expired value is gone within 48 hours: until then it is read like any other. */
export const MAX_EXPIRY_LAG_MS = 48 * 3_600_000;

/**
 * @param expiryLagMs how long after its expiry a value may still be there: each key for a part of that time of its
 *   own, which follows from its name; with 0 it is gone at once
 */
export function createRows(table: Table<Row>, clock: Clock, expiryLagMs: number): Rows {
  const living = (key: string, row: Row | undefined): Row | undefined =>
    row?.expiresAt !== undefined && row.expiresAt + lagOf(key, expiryLagMs) <= clock.now() ? undefined : row;
  return {
    get: (key) => living(key, table.get(key)),
    set(key, value, ttl) {
      const now = clock.now();
      const row = { value, createdAt: living(key, table.get(key))?.createdAt ?? now, updatedAt: now };
      const kept = ttl === undefined ? row : { ...row, expiresAt: now + ttlMs(ttl) };
      table.set(key, kept);
      return kept;
    },
    delete: (key) => void table.delete(key),
    sorted: () =>
      [...table.entries()]
        .filter(([key, row]) => living(key, row) !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

function lagOf(key: string, mostMs: number): number {
  if (mostMs === 0) return 0;
  return mostMs * (createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32);
}

/** A row as storage answers it. */
export function rowView(key: string, { value, createdAt, updatedAt, expiresAt }: Row): object {
  const times = { createdAt, updatedAt };
  const expiry = expiresAt === undefined ? {} : { expireTime: new Date(expiresAt).toISOString() };
  return { key, value, ...times, ...expiry };
}
