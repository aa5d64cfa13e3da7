/** The signature itself: string to sign, derived key, HMAC-SHA256. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { sha256Hex } from './canonical-request';

export const ALGORITHM = 'AWS4-HMAC-SHA256';

/** Date (yyyymmdd), Region and service that a signature is good for. */
export interface CredentialScope {
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

export function stringToSign(timestamp: string, scope: CredentialScope, canonical: string): string {
  return [ALGORITHM, timestamp, scopeText(scope), sha256Hex(canonical)].join('\n');
}

/** @returns 64 lower-case hexadecimal digits. */
export function signatureOf(secretAccessKey: string, scope: CredentialScope, toSign: string): string {
  const key = [scope.date, scope.region, scope.service, 'aws4_request'].reduce<Buffer>(
    (previous, part) => hmac(previous, part),
    Buffer.from(`AWS4${secretAccessKey}`, 'utf8'),
  );
  return hmac(key, toSign).toString('hex');
}

export function scopeText(scope: CredentialScope): string {
  return `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
}

/** Compares in constant time. */
export function sameSignature(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}
