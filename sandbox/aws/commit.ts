/** Makes what administration changed durable before it answers. */
import type { Store } from '../store/store';

export interface Committing {
  /** Commits once at its end, however many changes are inside. */
  readonly batch: <R>(act: () => R) => R;
  readonly committed: <A extends unknown[], R>(act: (...args: A) => R) => (...args: A) => R;
}

export function committing(store: Store): Committing {
  let batches = 0;
  function batch<R>(act: () => R): R {
    batches += 1;
    try {
      return act();
    } finally {
      batches -= 1;
      if (batches === 0) store.commit();
    }
  }
  return {
    batch,
    committed:
      (act) =>
      (...args) =>
        batch(() => act(...args)),
  };
}
