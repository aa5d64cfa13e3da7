/** The secret that EventBridge sends with a connection's events, in the header of aws/events.yaml. Pure. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** The header, in lower case. API destinations send a key, they cannot sign ("API destinations", EventBridge). */
export const EVENT_SECRET_HEADER = 'x-well-architected-key';

/** 256 bits: nobody guesses it, so a plain hash of it gives nothing away. */
export const EVENT_SECRET_BYTES = 32;

/** 64 hexadecimal digits, as aws/events.yaml takes them. */
export function eventSecret(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** SHA-256, in hexadecimal digits. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** What no secret has: a digest to compare with where there is none. */
const NO_DIGEST = '00'.repeat(32);

/** In a time that depends on neither digest, nor on whether there is one. */
export function matchesDigest(presented: string | undefined, digest: string | undefined): boolean {
  const some = Buffer.from(digestOf(presented ?? ''), 'hex');
  const other = Buffer.from(digest ?? NO_DIGEST, 'hex');
  const equal = timingSafeEqual(some, other);
  return equal && presented !== undefined && digest !== undefined;
}
