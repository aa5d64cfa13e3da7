/** Addresses that forms hand over to say where to go next. */

/** The path with its query, if it leads to this site; otherwise the home page. */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/.test(value)) return '/';
  const base = 'http://site.invalid';
  if (!URL.canParse(value, base)) return '/';
  const { origin, pathname, search, hash } = new URL(value, base);
  return origin === base ? `${pathname}${search}${hash}` : '/';
}
