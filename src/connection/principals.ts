import { UpstreamError } from '../upstream-error';
import type { AccessKey } from './access-key';
import type { KeyOwner, KeyPair } from './identify-key';

export interface Principals {
  /** The IAM user that roles have to trust; undefined without a key, or while AWS does not say whose it is. */
  principalOf(key: AccessKey | undefined): Promise<string | undefined>;
}

/** Asks once for each key of the environment: a key belongs to one user for its whole life. */
export function createPrincipals(identify: (key: KeyPair) => Promise<KeyOwner>): Principals {
  /** ARNs, by access key ID. */
  const known = new Map<string, string>();
  return {
    async principalOf(key) {
      if (!key) return undefined;
      const found = key.principalArn ?? known.get(key.accessKeyId);
      if (found !== undefined) return found;
      try {
        const { principalArn } = await identify(key);
        known.set(key.accessKeyId, principalArn);
        return principalArn;
      } catch (error) {
        if (error instanceof UpstreamError) return undefined;
        throw error;
      }
    },
  };
}
