/** Identifiers that look random and are not: the same site makes the same ids in the same order. */
import { createHash } from 'node:crypto';
import type { Table } from '../store/store';

/** Counts up by name and survives a restart with the store. */
export function nextNumber(counters: Table<number>, name: string): number {
  const next = (counters.get(name) ?? 0) + 1;
  counters.set(name, next);
  return next;
}

/** 32 hexadecimal digits, as workload and lens ids have. */
export function hexId(seed: string): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, 32);
}

/** Upper-case letters and digits 2..7, as access key and role ids have. */
export function base32Id(seed: string, length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return [...createHash('sha512').update(seed).digest()]
    .map((byte) => alphabet[byte % 32])
    .join('')
    .slice(0, length);
}

export function base64Text(seed: string, length: number): string {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, index) =>
    createHash('sha512').update(`${seed}/${index}`).digest('base64').replace(/=+$/u, ''),
  );
  return blocks.join('').slice(0, length);
}

/** The form of a request id. */
export function uuid(seed: string): string {
  const hex = hexId(seed);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
