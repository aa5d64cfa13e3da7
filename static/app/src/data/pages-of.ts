/** What resolvers answer a part at a time. */

interface Part {
  readonly cursor?: string;
}

/** Every part, one after another. @param ask for the part from a cursor on; without one for the first */
export async function* pagesOf<P extends Part>(ask: (from: Part) => Promise<P>): AsyncGenerator<P> {
  for (let from: Part = {}; ;) {
    const page = await ask(from);
    yield page;
    if (page.cursor === undefined) return;
    from = { cursor: page.cursor };
  }
}
