/** A stored record in one of its shapes, written by its own store. */
import type { MemoryStorage } from '../memory-storage';

export interface Sample {
  readonly record: string;
  readonly shape: string;
  readonly write: (storage: MemoryStorage) => Promise<unknown>;
}

export function sample(record: string, shape: string, write: Sample['write']): Sample {
  return { record, shape, write };
}
