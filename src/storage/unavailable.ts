/** Storage that does not answer, or turns a request away for the moment. */
import { ForgeKvsAPIError } from '@forge/kvs';
import { inWords } from '../in-words';
import type { Reason } from '../reason';
import { tryAgain, type Patience } from '../try-again';
import { because } from './reasons';

/**
 * Forge's storage failed as often as it was asked. Another try later can succeed, and whether a write was done is not
 * known. The reason is for everybody; `cause` keeps the original for logs.
 */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
  readonly reason: Reason;

  constructor(cause: unknown) {
    const reason = because('storage-unavailable');
    super(inWords(reason), { cause });
    this.reason = reason;
  }
}

/** Milliseconds before each further try: a resolver has 25 seconds, and a longer trouble is for a later invocation. */
const WAITS = [300, 1_000, 3_000] as const;

/**
 * The answer of `ask`, which is asked again after what may pass. It must come to the same however often it is done.
 *
 * @param ask `attempt` counts from 0; from 1 on an earlier one may have been done
 * @throws StorageUnavailable after the last try; at once what another try would not change
 */
export async function patiently<T>(ask: (attempt: number) => Promise<T>, patience: Patience): Promise<T> {
  try {
    return await tryAgain(ask, WAITS, patience, mayPass);
  } catch (error) {
    throw mayPass(error) ? new StorageUnavailable(error) : error;
  }
}

/**
 * 429, 5xx, an answer that is not what was promised, and none at all: what Forge's own package throws of storage names
 * its status, and what its `fetch` throws is none of the package's errors.
 */
function mayPass(error: unknown): boolean {
  if (error instanceof ForgeKvsAPIError) {
    const { status } = error.responseDetails;
    return status === 429 || status >= 500 || status < 300;
  }
  return error instanceof Error && error.name !== 'ForgeKvsError' && !(error instanceof RangeError);
}
