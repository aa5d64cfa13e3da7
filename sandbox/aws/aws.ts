/**
 * The AWS stand-in: Security Token Service and Well-Architected Tool of several accounts, with signatures
 * verified and IAM policies enforced. Built from the service model of API 2020-03-31 and AWS's public
 * documentation.
 */
import type { Clock } from '../clock';
import type { Store } from '../store/store';
import { type AwsAdmin, createAdmin } from './admin';
import { type Incoming, type Site } from './endpoint';
import { type EventBridge, openEventBridge } from './events/event-bridge';
import { planFailures } from './failures';
import { createAuthorisedLog } from './iam/authorised';
import { openPrincipals } from './iam/principals';
import { uuid } from './ids';
import { openRegionState } from './region-state';
import { answerSts } from './sts/endpoint';
import { answerTool } from './wellarchitected/endpoint';
import { openRecords } from './wellarchitected/records';
import { readRequest, scopeOf, serviceOf, toResponse } from './wire';

export interface AwsOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** What clients outside of the site go by, whose clock nobody moves. Default: the machine's. */
  readonly outsideClock?: Clock;
  /** Path of the endpoint that clients are given. Default `/aws`; other paths are taken as they are. */
  readonly basePath?: string;
  /** Answers carry lens ARNs with `:<version>` (whether the tool ever does is unverified, A18). Default false. */
  readonly versionedLensArns?: boolean;
}

export interface AwsAnswer {
  readonly response: Response;
  /** As the request's signature says: `sts`, `wellarchitected`, … */
  readonly service: string;
  /** `ListAnswers`, `AssumeRole`, … or `UnknownOperation`. */
  readonly operation: string;
}

export interface Aws {
  /**
   * Answers a request, untouched as its client signed it; what it changed is committed before. A client outside of
   * the site signs by its own clock, and its signature and sessions are judged by that, however far the site's was
   * moved; what is recorded has the site's time.
   *
   * @throws HostNotFound for the tool in a Region that does not have it.
   */
  handle(request: Request, from?: 'site' | 'outside'): Promise<AwsAnswer>;
  readonly admin: AwsAdmin;
  /** What the tool's calls set off, once `aws/events.yaml` is deployed. */
  readonly events: Omit<EventBridge, 'resources' | 'put'>;
}

/** What a client sees where a host name does not resolve: no answer at all. */
export class HostNotFound extends Error {
  override readonly name = 'HostNotFound';
  readonly code = 'ENOTFOUND';

  constructor(hostname: string) {
    super(`getaddrinfo ENOTFOUND ${hostname}`);
  }
}

export function createAws(options: AwsOptions): Aws {
  const { store, basePath = '/aws', versionedLensArns = false } = options;
  const { outsideClock = { now: () => Date.now() } } = options;
  const regions = openRegionState(store);
  const principals = openPrincipals(store);
  const { identities } = principals;
  const site: Site = {
    principals,
    records: openRecords(store),
    failures: planFailures(),
    regions,
    authorised: createAuthorisedLog(),
    events: openEventBridge({ store, clock: options.clock, identities }),
    clock: regions.clock(options.clock),
    outsideClock: regions.clock(outsideClock),
    basePath,
    versionedLensArns,
  };
  let requests = 0;
  return {
    async handle(request, from = 'site') {
      const wire = await readRequest(request);
      const service = serviceOf(wire);
      const region = scopeOf(wire)?.region;
      if (service === 'wellarchitected' && region !== undefined && !regions.hasService(region)) {
        throw new HostNotFound(`wellarchitected.${region}.amazonaws.com`);
      }
      requests += 1;
      const requestId = uuid(`request/${site.clock.now()}/${requests}`);
      const now = (from === 'outside' ? site.outsideClock : site.clock).now();
      const incoming: Incoming = { request: wire, secure: request.url.startsWith('https:'), requestId, now };
      const { operation, reply } =
        service === 'sts' ? answerSts(site, incoming) : answerTool(site, incoming, service);
      store.commit();
      return { response: toResponse(reply, requestId, now), service, operation };
    },
    admin: createAdmin(store, site),
    events: site.events,
  };
}
