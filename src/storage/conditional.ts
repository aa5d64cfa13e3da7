/** Writes under a condition: what storage says where it is not met. */
import { ForgeKvsAPIError } from '@forge/kvs';

/** Of a condition of a transaction; as reported from a live site. */
export const UNMET = 'CONDITIONAL_CHECK_FAILED';

/** Of a key that was to be free. */
export const TAKEN = 'KEY_CONFLICT';

/** True where it was written; false where storage refused it with that code. Throws any other refusal. */
export async function unless(code: string, write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && error.code === code) return false;
    throw error;
  }
}
