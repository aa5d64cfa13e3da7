/** The one way out to AWS: paced, counted, and through the runtime's own fetch. */
import { FetchHttpHandler } from '@smithy/fetch-http-handler';
import type { Pacer } from './pacer';

/** Milliseconds until a request counts as lost; a resolver has 25 seconds in all. */
const REQUEST_TIMEOUT = 10_000;

/** How the Well-Architected Tool takes what changes an answer. */
const WRITE = 'PATCH';

export interface Egress {
  readonly handler: FetchHttpHandler;
  /** Requests sent so far, retries included. */
  calls(): number;
  /** Waits until the rate lets one write out, and keeps its turn: the next write goes out at once. */
  readyToWrite(): Promise<void>;
}

/**
 * Every client of one run shares one egress, so that its count is the run's count. Requests go through
 * `globalThis.fetch` as it is when they are sent, because that is where Forge controls egress.
 */
export function createEgress(pacer: Pacer): Egress {
  const handler = new PacedHandler(pacer);
  return { handler, calls: () => handler.sent, readyToWrite: () => handler.readyToWrite() };
}

type Handle = FetchHttpHandler['handle'];

/** Sits below the SDK's retries, so that each attempt is paced and counted. */
class PacedHandler extends FetchHttpHandler {
  sent = 0;
  private mayWrite = false;

  constructor(private readonly pacer: Pacer) {
    super({ requestTimeout: REQUEST_TIMEOUT });
  }

  async readyToWrite(): Promise<void> {
    if (this.mayWrite) return;
    await this.pacer.take();
    this.mayWrite = true;
  }

  override async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    if (request.method === WRITE && this.mayWrite) this.mayWrite = false;
    else await this.pacer.take();
    this.sent += 1;
    return super.handle(request, options);
  }
}
