import net from 'node:net';
import { EgressFilteringService } from '@forge/egress';
import type { Call } from './outside';

/**
 * The runtime's `fetch`: whole URLs only, and only to the addresses that the manifest lists, judged by
 * Forge's own filter. A refusal looks like `ExternalEndpointNotAllowedError` of @forge/api; that the
 * runtime rejects with exactly this error is unverified.
 */
export function guardedFetch(egress: readonly string[], call: Call): typeof fetch {
  const filter = new EgressFilteringService([...egress]);
  return async function fetch(input, init) {
    const request = new Request(input, init);
    if (!filter.isValidUrl(request.url)) throw refusal(request.url);
    return call({ type: 'fetch' }, request.url, request);
  };
}

function refusal(url: string): Error {
  const message = `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`;
  return Object.assign(new Error(message), { name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
}

/** Nothing leaves by a socket of the app's own: the filter would not see it. */
export function closeOtherWays(): void {
  net.Socket.prototype.connect = function connect(): never {
    throw Object.assign(new Error('The local host lets the app out through fetch only.'), {
      name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
      status: 403,
    });
  };
}
