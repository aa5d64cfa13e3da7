/** Doing several things at a time, but not all of them. */

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
