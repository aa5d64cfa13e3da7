import { identifyKey } from '../connection/identify-key';
import type { AccessKey } from '../connection/access-key';
import { surroundings } from '../connection/open-review-source';
import { UpstreamError } from '../upstream-error';

/** ARNs of keys from the environment, by access key ID: a key belongs to one user for its whole life. */
const known = new Map<string, string>();

/** The IAM user that roles have to trust; undefined without a key, or while AWS does not say whose it is. */
export async function principalOf(key: AccessKey | undefined): Promise<string | undefined> {
  if (!key) return undefined;
  const found = key.principalArn ?? known.get(key.accessKeyId);
  if (found !== undefined) return found;
  try {
    const { principalArn } = await identifyKey(key, surroundings);
    known.set(key.accessKeyId, principalArn);
    return principalArn;
  } catch (error) {
    if (error instanceof UpstreamError) return undefined;
    throw error;
  }
}
