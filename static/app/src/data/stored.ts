/** What a page keeps in the browser. A browser that refuses loses nothing but that. */

export type Keeper = 'tab' | 'browser';

/** What was stored under the key; undefined where there is nothing, or nothing that can be read. */
export function readStored(keeper: Keeper, key: string): unknown {
  try {
    const text = storageOf(keeper).getItem(nameOf(key));
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** `undefined` forgets. */
export function store(keeper: Keeper, key: string, value: unknown): void {
  try {
    if (value === undefined) storageOf(keeper).removeItem(nameOf(key));
    else storageOf(keeper).setItem(nameOf(key), JSON.stringify(value));
  } catch {
    // A full or forbidden storage: the page works without.
  }
}

function storageOf(keeper: Keeper): Storage {
  return keeper === 'tab' ? sessionStorage : localStorage;
}

function nameOf(key: string): string {
  return `well-architected:${key}`;
}
