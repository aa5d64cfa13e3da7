/** Many items a few at a time: calls in flight, and parts of a limited size. */

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

/** In order, `size` items each but the last. */
export function inParts<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}
