import type { MiddlewareHandler } from 'hono';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Names under which a browser on this machine finds the site; one that leads here by DNS alone is none of them. */
const HOST_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses with 403 what a page of somebody else's makes a browser send, whatever its content type. Clients that are no
 * browsers name no origin, and pass.
 *
 * @param exempt paths, by their beginning, that anybody may call
 */
export function ownOrigin(exempt: readonly string[] = []): MiddlewareHandler {
  return async (context, next) => {
    const { url, method } = context.req;
    const { origin, hostname, pathname } = new URL(url);
    const isExempt = exempt.some((beginning) => pathname.startsWith(beginning));
    const isSent = SAFE.has(method) || isOwn(context.req.raw.headers, origin);
    if (isExempt || (HOST_NAMES.has(hostname) && isSent)) return next();
    return context.json(
      { error: { code: 'FOREIGN_ORIGIN', message: 'Only the site’s own pages may ask this.' } },
      403,
    );
  };
}

/** What browsers say of where a request comes from; nothing where it is no page. */
function isOwn(headers: Headers, origin: string): boolean {
  const from = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  return (from === null || from === origin) && (site === null || site === 'same-origin' || site === 'none');
}
