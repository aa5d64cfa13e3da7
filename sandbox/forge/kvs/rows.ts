/** The stored values of one key space. */
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

/** An expired value is gone at once; Forge promises only that it will be gone within 48 hours. */
export function createRows(table: Table<Row>, clock: Clock): Rows {
  const living = (row: Row | undefined): Row | undefined =>
    row?.expiresAt !== undefined && row.expiresAt <= clock.now() ? undefined : row;
  return {
    get: (key) => living(table.get(key)),
    set(key, value, ttl) {
      const now = clock.now();
      const row = { value, createdAt: living(table.get(key))?.createdAt ?? now, updatedAt: now };
      const kept = ttl === undefined ? row : { ...row, expiresAt: now + ttlMs(ttl) };
      table.set(key, kept);
      return kept;
    },
    delete: (key) => void table.delete(key),
    sorted: () =>
      [...table.entries()]
        .filter(([, row]) => living(row) !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** A row as storage answers it. */
export function rowView(key: string, { value, createdAt, updatedAt, expiresAt }: Row): object {
  const times = { createdAt, updatedAt };
  const expiry = expiresAt === undefined ? {} : { expireTime: new Date(expiresAt).toISOString() };
  return { key, value, ...times, ...expiry };
}
