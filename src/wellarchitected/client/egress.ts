/** The one way out to AWS: counted, and through the runtime's own fetch. */
import { FetchHttpHandler } from '@smithy/fetch-http-handler';

/** Milliseconds until a request counts as lost; a resolver has 25 seconds in all. */
const REQUEST_TIMEOUT = 10_000;

export interface Egress {
  readonly handler: FetchHttpHandler;
  /** Requests sent so far, retries included. */
  calls(): number;
}

/**
 * Every client of one source shares one egress, so that its count is the source's. Requests go through
 * `globalThis.fetch` as it is when they are sent, because that is where Forge controls egress. Nothing here waits:
 * Forge limits how many requests an invocation sends and not how fast, and AWS itself says when it is too fast.
 */
export function createEgress(): Egress {
  const handler = new CountingHandler();
  return { handler, calls: () => handler.sent };
}

type Handle = FetchHttpHandler['handle'];

/** Sits below the SDK's retries, so that each attempt is counted. */
class CountingHandler extends FetchHttpHandler {
  sent = 0;

  constructor() {
    super({ requestTimeout: REQUEST_TIMEOUT });
  }

  override async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    this.sent += 1;
    return super.handle(request, options);
  }
}
