/** Where the requests of EventBridge's API destinations go on a local site: to itself, and nowhere else. */
import type { Deliver } from '../aws';

/**
 * An https URL of the site's own address means the site, which has no TLS.
 *
 * @param answer what the site's port answers to a request.
 */
export function deliverTo(
  siteUrl: string,
  answer: (request: Request) => Response | Promise<Response>,
): Deliver {
  const { host } = new URL(siteUrl);
  return async ({ url, method, headers, body }) => {
    const target = new URL(url);
    if (target.host !== host) throw new Error(`the local site calls nobody outside: ${target.host}`);
    target.protocol = 'http:';
    const { status, headers: answered } = await answer(new Request(target, { method, headers, body }));
    const retryAfter = answered.get('retry-after');
    return retryAfter === null ? { status } : { status, retryAfter };
  };
}
