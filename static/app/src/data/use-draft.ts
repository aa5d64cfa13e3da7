import { useState } from 'react';
import { readStored, store } from './stored';

export interface Draft<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  /** Goes back to what is saved. */
  readonly forget: () => void;
  readonly isChanged: boolean;
}

interface Kept<T> {
  /** The saved value that was changed, as JSON: a draft of another one is worth nothing. */
  readonly of: string;
  readonly value: T;
}

/**
 * What a person changed and has not saved: survives a reload of the page, until the tab is closed. Never for
 * secrets. A component keeps one key for its life, and only drafts are stored under it.
 */
export function useDraft<T>(key: string, saved: T): Draft<T> {
  const [kept, setKept] = useState(() => readStored('tab', key) as Kept<T> | undefined);
  const of = JSON.stringify(saved);
  const value = kept?.of === of ? kept.value : saved;
  return {
    value,
    set(next) {
      const draft = { of, value: next };
      setKept(draft);
      store('tab', key, draft);
    },
    forget() {
      setKept(undefined);
      store('tab', key, undefined);
    },
    isChanged: JSON.stringify(value) !== of,
  };
}
