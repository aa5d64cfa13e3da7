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
