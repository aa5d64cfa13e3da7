/** What both services do with a request: who signed it, where, and what becomes of an error. */
import type { Clock } from '../clock';
import { AwsError } from './aws-error';
import type { EventBridge } from './events/event-bridge';
import type { Failures } from './failures';
import type { AuthorisedLog } from './iam/authorised';
import type { Principal, Principals } from './iam/principals';
import { partitionOf } from './regions';
import type { RegionState } from './region-state';
import { refusalError } from './refusals';
import type { WireRequest } from './sigv4/canonical-request';
import { minutesOf, verifyRequest } from './sigv4/verify';
import type { Records } from './wellarchitected/records';
import { type Reply, scopeOf } from './wire';

/** Everything that a service may use. */
export interface Site {
  readonly principals: Principals;
  readonly records: Records;
  readonly failures: Failures;
  readonly regions: RegionState;
  readonly authorised: AuthorisedLog;
  readonly events: EventBridge;
  /** AWS's, as the site's clock has it. */
  readonly clock: Clock;
  /** AWS's, as clients outside of the site have it. */
  readonly outsideClock: Clock;
  readonly basePath: string;
  readonly versionedLensArns: boolean;
}

/** A request as it came in. */
export interface Incoming {
  readonly request: WireRequest;
  /** Over TLS. */
  readonly secure: boolean;
  readonly requestId: string;
  /** Milliseconds since the epoch, by the clock that the client's signature and session are judged by. */
  readonly now: number;
}

export interface Attempt {
  readonly operation: string;
  readonly reply: Reply;
}

export interface Signed {
  readonly principal: Principal;
  /** Of the signature's scope. */
  readonly region: string;
  /** See `Incoming`. */
  readonly now: number;
}

/**
 * Who signed. A key is known in the Regions of its partition that its account has enabled.
 *
 * @throws AwsError in the service's own words.
 */
export function authenticate(site: Site, { request, now }: Incoming, service: string): Signed {
  const region = scopeOf(request)?.region ?? '';
  const moment = { now, minutes: minutesOf(service) };
  const verdict = verifyRequest(request, (id) => knownThere(site, id, region), moment);
  if (!verdict.ok) throw refusalError(service, verdict.refusal, verdict.message);
  return { principal: verdict.credential.principal, region, now };
}

function knownThere({ principals, regions }: Site, accessKeyId: string, region: string) {
  const credential = principals.credential(accessKeyId);
  if (credential === undefined) return undefined;
  const { partition, account } = credential.principal;
  const known = partition === partitionOf(region) && regions.isOff(region, account) !== 'not-opted-in';
  return known ? credential : undefined;
}

export function attempt(operation: string, onError: (error: AwsError) => Reply, run: () => Reply): Attempt {
  try {
    return { operation, reply: run() };
  } catch (error) {
    if (error instanceof AwsError) return { operation, reply: onError(error) };
    throw error;
  }
}
