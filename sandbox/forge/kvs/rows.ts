/** The stored values: plain ones and secrets, which share keys but not rows. */
import type { Clock } from '../../clock';
import type { Table } from '../../store/store';

export interface Row {
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When the value expires, in milliseconds since the epoch. */
  readonly expiresAt?: number;
}

export interface SetOptions {
  readonly ttl?: { readonly value: number; readonly unit: keyof typeof UNIT_MS };
  readonly keyPolicy?: 'OVERRIDE' | 'FAIL_IF_EXISTS';
  readonly returnValue?: 'PREVIOUS' | 'LATEST';
}

export interface Rows {
  /** The value of a key unless it has expired. */
  get(key: string): Row | undefined;
  set(key: string, value: unknown, options?: SetOptions): Row;
  delete(key: string): void;
  /** Living rows in the order of their keys. */
  sorted(): readonly (readonly [string, Row])[];
}

const UNIT_MS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;

/** An expired value is gone at once; Forge promises only that it will be gone within 48 hours. */
export function createRows(table: Table<Row>, clock: Clock): Rows {
  const living = (row: Row | undefined): Row | undefined =>
    row?.expiresAt !== undefined && row.expiresAt <= clock.now() ? undefined : row;
  return {
    get: (key) => living(table.get(key)),
    set(key, value, options) {
      const now = clock.now();
      const row = { value, createdAt: living(table.get(key))?.createdAt ?? now, updatedAt: now };
      const ttl = options?.ttl;
      const kept = ttl === undefined ? row : { ...row, expiresAt: now + ttl.value * UNIT_MS[ttl.unit] };
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
