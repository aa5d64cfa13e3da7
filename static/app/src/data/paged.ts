/** A list that a resolver answers page by page: loaded one page after another, shown from the first on. */
import { CallFailure } from '../bridge/invoke';

export interface Paged<T> {
  readonly items: readonly T[];
  readonly isComplete: boolean;
  readonly failure: CallFailure | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** What asks for the next page; absent on the last. */
  readonly next?: string;
}

export interface PagedStore<T> {
  readonly peek: () => Paged<T>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Loads from the first page on, unless that was done; goes on after a failure. */
  readonly start: () => void;
  /** Loads everything again; what is shown stays until the first page is there. */
  readonly restart: () => void;
}

/** @param load asks for one page; `undefined` is the first. Throws CallFailure */
export function createPagedStore<T>(load: (cursor: string | undefined) => Promise<Page<T>>): PagedStore<T> {
  let state: Paged<T> = { items: [], isComplete: false, failure: undefined };
  let cursor: string | undefined;
  let turn = 0;
  let isLoading = false;
  const listeners = new Set<() => void>();

  function become(next: Paged<T>): void {
    state = next;
    for (const listener of listeners) listener();
  }

  async function run(mine: number): Promise<void> {
    isLoading = true;
    try {
      for (;;) {
        const isFirst = cursor === undefined;
        const page = await load(cursor);
        if (mine !== turn) return;
        cursor = page.next;
        const items = isFirst ? page.items : [...state.items, ...page.items];
        become({ items, isComplete: cursor === undefined, failure: undefined });
        if (cursor === undefined) break;
      }
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      if (mine === turn) become({ ...state, failure: error });
    } finally {
      if (mine === turn) isLoading = false;
    }
  }

  function restart(): void {
    turn += 1;
    cursor = undefined;
    become({ ...state, isComplete: false, failure: undefined });
    void run(turn);
  }

  return {
    peek: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      if (isLoading || state.isComplete) return;
      if (state.failure) become({ ...state, failure: undefined });
      turn += 1;
      void run(turn);
    },
    restart,
  };
}
