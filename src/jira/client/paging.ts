/** Reading lists in pages and in parts. */

/** Reads pages by offset until one is empty or the end is reached. */
export async function allPages<T>(
  readPage: (
    startAt: number,
  ) => Promise<{ readonly items: readonly T[]; readonly total: number | undefined }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (;;) {
    const { items, total } = await readPage(all.length);
    all.push(...items);
    if (items.length === 0 || total === undefined || all.length >= total) return all;
  }
}

export function inParts<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}

/** Results in the order of the items, with at most `limit` calls under way; the first failure fails all. */
export async function mapInFlight<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const queue = items.entries();
  async function worker(): Promise<void> {
    for (const [index, item] of queue) results.set(index, await work(item));
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}
