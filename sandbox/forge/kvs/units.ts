/**
 * What an operation of storage costs. "Requests that are 10KB or smaller are counted as 1 request. For sizes between
 * 10KB and 20KB, they are counted as 2" ("KVS and Custom Entity Store limits"). Where that is silent the host takes the
 * dearer reading, unverified (F13): 10 KB are 10,000 bytes, several keys in one request cost as many requests, a query costs
 * what it returns, and at least one; a check costs what it reads, and what is refused for its content costs too.
 */
export interface Cost {
  /** Keys that are read or written. */
  readonly keys: number;
  /** Units of 10 KB. */
  readonly read: number;
  readonly written: number;
}

const UNIT_BYTES = 10_000;

interface Item {
  readonly key?: unknown;
  readonly entityName?: string;
  readonly value?: unknown;
}

/** What stands under the key that an item names. */
export type Stored = (item: Item) => unknown;

/** The cost of an operation that writes, from its request; `undefined` for one that reads. */
export function costOfWrite(operation: string, body: unknown, stored: Stored): Cost | undefined {
  switch (operation) {
    case 'set':
    case 'secret/set':
    case 'entity/set':
      return written([(body as Item | undefined) ?? {}]);
    case 'delete':
    case 'secret/delete':
    case 'entity/delete':
      return written([{}]);
    case 'batch/set':
      return written(itemsOf(body));
    case 'batch/delete':
      return written(itemsOf(body).map(() => ({})));
    case 'transaction':
      return costOfTransaction(body, stored);
    default:
      return undefined;
  }
}

/** The cost of an operation that reads, from its answer. */
export function costOfRead(operation: string, answer: unknown): Cost {
  if (operation === 'batch/get') {
    const { successfulKeys, failedKeys } = (answer ?? {}) as Readonly<Record<string, unknown>>;
    return read([...itemsOf(successfulKeys), ...itemsOf(failedKeys).map(() => ({}))]);
  }
  if (operation.endsWith('query')) return read(itemsOf((answer as { data?: unknown } | undefined)?.data));
  return read([(answer as Item | undefined) ?? {}]);
}

function costOfTransaction(body: unknown, stored: Stored): Cost {
  const { set, delete: deletes, check } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const changed = written([...itemsOf(set), ...itemsOf(deletes).map(() => ({}))]);
  const checked = itemsOf(check).map((item) => ({ value: stored(item) }));
  return {
    keys: changed.keys + checked.length,
    read: unitsOf(checked),
    written: changed.written,
  };
}

function read(items: readonly Item[]): Cost {
  const all = items.length === 0 ? [{}] : items;
  return { keys: all.length, read: unitsOf(all), written: 0 };
}

function written(items: readonly Item[]): Cost {
  const all = items.length === 0 ? [{}] : items;
  return { keys: all.length, read: 0, written: unitsOf(all) };
}

function unitsOf(items: readonly Item[]): number {
  return items.reduce((sum, { value }) => sum + units(value), 0);
}

/** A missing value costs one. */
function units(value: unknown): number {
  const text = value === undefined ? '' : JSON.stringify(value);
  return Math.max(1, Math.ceil(Buffer.byteLength(text) / UNIT_BYTES));
}

function itemsOf(list: unknown): readonly Item[] {
  return Array.isArray(list) ? list.map((item: unknown) => (item ?? {}) as Item) : [];
}
