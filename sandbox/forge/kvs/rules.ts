/**
 * What storage refuses. Limits and codes: "KVS and Custom Entity Store limits" and "Error handling for the
 * Key-Value Store" on developer.atlassian.com. The HTTP status is 400 for all of them, and the exact
 * messages are unverified.
 */
export interface KvsError {
  readonly code: string;
  readonly message: string;
}

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

/** Answers why a list of operations is refused as a whole, if it is. */
export function operationsError(keys: readonly unknown[], payload: unknown): KvsError | undefined {
  if (keys.length === 0) return { code: 'VALIDATION_ERROR', message: 'There are no operations.' };
  if (keys.length > MAX_OPERATIONS) {
    return { code: 'TOO_MANY_OPERATIONS', message: `There are more than ${MAX_OPERATIONS} operations.` };
  }
  if (new Set(keys).size < keys.length) {
    return { code: 'DUPLICATE_KEY', message: 'A key can be used only once in a request.' };
  }
  if (Buffer.byteLength(JSON.stringify(payload)) <= MAX_PAYLOAD_BYTES) return undefined;
  return { code: 'MAX_SIZE', message: 'The request has more than 4 MB.' };
}
