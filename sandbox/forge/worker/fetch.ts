import net from 'node:net';
import type { Call } from './outside';
import { egressRefusal } from './refusal';

/** The runtime's `fetch`: everything goes through the host, which knows what the manifest allows. */
export function runtimeFetch(call: Call): typeof fetch {
  return async function fetch(input, init) {
    const request = new Request(input, init);
    return call({ type: 'fetch' }, request.url, request);
  };
}

/** Nothing leaves by a socket of the app's own: the host would not see it. */
export function closeOtherWays(): void {
  net.Socket.prototype.connect = function connect(): never {
    throw egressRefusal('a socket of its own');
  };
}
