import type { LiveCheckPorts } from '../../src/use-cases/live-check';
import type { MemoryStorage } from './storage';

/** A platform without a network. */
export function liveCheckOn(kvs: MemoryStorage): LiveCheckPorts['liveCheck'] {
  return { kvs, fetch: () => Promise.reject(new Error('No network')), newId: () => 'an-id' };
}
