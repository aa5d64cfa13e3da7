import { useEffect, useSyncExternalStore } from 'react';
import type { Paged, PagedStore } from './paged';

/** A paged list, loading from when the first component shows it. */
export function usePaged<T>(store: PagedStore<T>): Paged<T> {
  useEffect(() => store.start(), [store]);
  return useSyncExternalStore(store.subscribe, store.peek);
}
