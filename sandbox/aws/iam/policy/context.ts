/** What a request tells policies about itself. */

/** Values by key; keys in lower case. A key that is absent is not there. */
export type RequestContext = ReadonlyMap<string, readonly string[]>;

/** Keys with undefined are left out. */
export function contextOf(
  keys: Readonly<Record<string, string | readonly string[] | undefined>>,
): RequestContext {
  return new Map(
    Object.entries(keys).flatMap(([key, value]) => {
      if (value === undefined) return [];
      return [[key.toLowerCase(), typeof value === 'string' ? [value] : value] as const];
    }),
  );
}
