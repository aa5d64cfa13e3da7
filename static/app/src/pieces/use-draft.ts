import { useState } from 'react';

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
 * secrets. A piece keeps one key for its life.
 */
export function useDraft<T>(key: string, saved: T): Draft<T> {
  const [kept, setKept] = useState(() => load<T>(key));
  const of = JSON.stringify(saved);
  const value = kept?.of === of ? kept.value : saved;
  return {
    value,
    set(next) {
      const draft = { of, value: next };
      setKept(draft);
      withStorage((storage) => storage.setItem(key, JSON.stringify(draft)));
    },
    forget() {
      setKept(undefined);
      withStorage((storage) => storage.removeItem(key));
    },
    isChanged: JSON.stringify(value) !== of,
  };
}

/** Only this page writes under its keys. */
function load<T>(key: string): Kept<T> | undefined {
  const text = withStorage((storage) => storage.getItem(key));
  return text ? (JSON.parse(text) as Kept<T>) : undefined;
}

/** Where the browser gives a frame no storage, a draft lives as long as the page. */
function withStorage<R>(work: (storage: Storage) => R): R | undefined {
  try {
    return work(sessionStorage);
  } catch {
    return undefined;
  }
}
