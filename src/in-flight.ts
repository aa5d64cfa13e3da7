/** Calls beside one another, and many items a few at a time. */

/**
 * Maps in order with at most `limit` calls in flight. After a failure nothing new starts; the first failure
 * is thrown when what was under way has settled, so that no call outlives the answer.
 */
export async function mapInFlight<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const waiting = items.entries();
  let failed = false;

  async function work(): Promise<void> {
    for (const [index, item] of waiting) {
      if (failed) return;
      try {
        results.set(index, await map(item));
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  }

  const workers = await Promise.allSettled(Array.from({ length: limit }, work));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

/**
 * As `Promise.all`, but it settles once every one has, so that no call outlives the answer; of several failures the
 * first in the list is thrown.
 */
export async function whenAll<const P extends readonly Promise<unknown>[]>(
  promises: P,
): Promise<{ -readonly [K in keyof P]: Awaited<P[K]> }> {
  const settled = await Promise.allSettled(promises);
  for (const each of settled) if (each.status === 'rejected') throw each.reason;
  return Promise.all(promises);
}

/**
 * Work that begins before its answer is asked for, or for what it leaves behind alone: that it fails shows where somebody
 * awaits it.
 */
export function ahead<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** In order, `size` items each but the last. */
export function inParts<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}
