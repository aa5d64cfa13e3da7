/** A list that a resolver answers page by page. */

/** `cursor` absent: the last page. */
interface Page {
  readonly cursor?: string;
}

/** Every page, as long as somebody asks. @param ask for the page behind the one with that cursor, or for the first */
export async function* pagesOf<T extends Page>(ask: (from: Page) => Promise<T>): AsyncGenerator<T> {
  let from: Page | undefined = {};
  while (from) {
    const page: T = await ask(from);
    yield page;
    from = page.cursor === undefined ? undefined : { cursor: page.cursor };
  }
}
