import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Whether the app holds more than its function may, buffers included, which the limit of a worker's heap leaves out.
 * What it no longer holds does not count: it is collected first.
 */
export function holdsTooMuch(memoryMb: number): boolean {
  return heldMb() > memoryMb && heldAfterCollection() > memoryMb;
}

function heldMb(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function heldAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  setFlagsFromString('--no-expose-gc');
  return heldMb();
}
