/**
 * What storage refuses. Limits and codes: "KVS and Custom Entity Store limits" and "Error handling for the
 * Key-Value Store" on developer.atlassian.com; codes and messages of batches, transactions and ttl as reported
 * from a live site. Other messages are unverified (F21).
 */
import type { KvsError } from './kvs-error';
import type { Ttl } from './requests';

export const MAX_KEY_LENGTH = 500;
export const MAX_VALUE_BYTES = 240 * 1024;
/** Documented as 31 in the quotas and as 32 in the list of errors: the host takes the smaller. */
export const MAX_DEPTH = 31;
/** Operations of one transaction, and keys of one batch. */
export const MAX_OPERATIONS = 25;
export const MAX_PAYLOAD_BYTES = 4 * 1024 * 1024;

const KEY_PATTERN = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

/** Answers why a key is refused, if it is. */
export function keyError(key: unknown): KvsError | undefined {
  if (typeof key !== 'string') return { code: 'INVALID_KEY', message: 'The key must be a string.' };
  if (key.length === 0) return { code: 'KEY_TOO_SHORT', message: 'The key must not be empty.' };
  if (key.length > MAX_KEY_LENGTH) {
    return { code: 'KEY_TOO_LONG', message: `The key is longer than ${MAX_KEY_LENGTH} characters.` };
  }
  if (KEY_PATTERN.test(key)) return undefined;
  return { code: 'INVALID_KEY', message: 'The key does not match /^(?!\\s+$)[a-zA-Z0-9:._\\s-#]+$/.' };
}

/** Answers why a value is refused, if it is. Documented types: string, number, boolean, object, array. */
export function valueError(value: unknown): KvsError | undefined {
  if (value === undefined || value === null) {
    return {
      code: 'INVALID_VALUE',
      message: 'The value must be a string, number, boolean, object or array.',
    };
  }
  if (depth(value) > MAX_DEPTH) {
    return { code: 'MAX_DEPTH', message: `The value is nested deeper than ${MAX_DEPTH} levels.` };
  }
  const bytes = Buffer.byteLength(JSON.stringify(value));
  if (bytes <= MAX_VALUE_BYTES) return undefined;
  return { code: 'MAX_SIZE', message: `The value has ${bytes} bytes; the limit is ${MAX_VALUE_BYTES}.` };
}

function depth(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let deepest = 0;
  for (const child of Object.values(value)) deepest = Math.max(deepest, depth(child));
  return 1 + deepest;
}

const UNIT_MS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;
/** "The maximum supported TTL is 1 year from the time the expiry is set." */
const MAX_TTL_MS = 365 * UNIT_MS.DAYS;

export function ttlMs({ value, unit }: Ttl): number {
  return value * UNIT_MS[unit];
}

/** Answers why a time to live is refused, if it is. The code for one that is too long is unverified (F20). */
export function ttlError(ttl: Ttl | undefined): KvsError | undefined {
  if (ttl === undefined) return undefined;
  if (!Number.isInteger(ttl.value) || ttl.value < 1) {
    return { code: 'INVALID_TTL', message: `TTL value must be a positive integer, received: ${ttl.value}` };
  }
  if (ttlMs(ttl) <= MAX_TTL_MS) return undefined;
  return { code: 'INVALID_TTL', message: 'TTL must not be longer than 1 year' };
}

interface Named {
  readonly key?: unknown;
  readonly entityName?: string | undefined;
}

/** Answers why a batch is refused as a whole, if it is. */
export function batchError(items: readonly Named[], verb: 'get' | 'set' | 'delete'): KvsError | undefined {
  if (items.length > MAX_OPERATIONS) {
    const message = `Number of entities to ${verb} was ${items.length}, but you can only ${verb} a maximum of ${MAX_OPERATIONS} entities at a time.`;
    return { code: 'TOO_MANY_BATCH_ENTITIES', message };
  }
  if (items.length === 0) return { code: 'VALIDATION_ERROR', message: 'There are no operations.' };
  return duplicateError(items) ?? payloadError(items);
}

/** Answers why a transaction of these items is refused whatever is stored, if it is. */
export function transactionError(items: readonly Named[], payload: unknown): KvsError | undefined {
  if (items.length > MAX_OPERATIONS) {
    const message = 'Request cannot be processed due to one or more semantic errors';
    return { status: 422, code: 'UNPROCESSABLE_ENTITY', message };
  }
  if (items.length === 0) {
    const message = 'Transaction request must include one of set, check or delete.';
    return { code: 'INVALID_TRANSACTION_REQUEST', message };
  }
  return duplicateError(items) ?? payloadError(payload);
}

function duplicateError(items: readonly Named[]): KvsError | undefined {
  const names = items.map(({ key, entityName }) => JSON.stringify([entityName, key]));
  if (new Set(names).size === names.length) return undefined;
  return { code: 'KEY_DUPLICATION_ERROR', message: 'Duplicate key found in request' };
}

function payloadError(payload: unknown): KvsError | undefined {
  if (Buffer.byteLength(JSON.stringify(payload)) <= MAX_PAYLOAD_BYTES) return undefined;
  return { code: 'MAX_SIZE', message: 'The request has more than 4 MB.' };
}
