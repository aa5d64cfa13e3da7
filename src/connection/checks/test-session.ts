/** What the checks of a test share: how they call AWS, for how long, and what a failed call says. */
import { WellArchitectedClient } from '@aws-sdk/client-wellarchitected';
import type { Check } from '../../contract/connections';
import type { Reason } from '../../reason';
import { UpstreamError } from '../../upstream-error';
import { translateAwsError } from '../../wellarchitected/client/aws-error';
import { createEgress } from '../../wellarchitected/client/egress';
import type { AwsCredentials } from '../../wellarchitected/client/review-source';
import { sdkOptions, type SdkOptions } from '../../wellarchitected/client/sdk-options';
import type { AccessKey } from '../access-key';
import { assumeRole, type AssumeRoleOptions } from '../assume-role';
import type { RoleToAssume } from '../role-to-assume';
import { hex } from '../hex';
import type { Connection } from '../model';
import type { Region } from '../regions';
import type { AwsPorts } from '../aws-ports';
import { because } from './reasons';

export interface TestSubject {
  readonly connection: Connection;
  readonly key: AccessKey;
  readonly region: Region;
  /** Names the Jira site in the customer's CloudTrail. */
  readonly site: string;
  /** That many bytes of cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array;
}

export interface TestSession extends TestSubject {
  readonly role: RoleToAssume;
  readonly sdk: SdkOptions;
  /** Throws `UpstreamError` once the time for the test is over; a call made with it ends in time. */
  signal(): AbortSignal;
  enter(how: Pick<AssumeRoleOptions, 'purpose' | 'probe'>): Promise<Required<AwsCredentials>>;
}

/** Milliseconds. A resolver has 25 seconds in all (Forge limits). */
const TEST_TIME = 16_000;
const CALL_TIME = 5_000;

/** First try included: a person waits, and a check that AWS throttles can be made again. */
const MAX_ATTEMPTS = 2;

export function openTestSession(
  subject: TestSubject,
  role: RoleToAssume,
  { clock, maxAttempts }: AwsPorts,
): TestSession {
  const { region, key, site, random } = subject;
  const end = clock.now() + TEST_TIME;
  const runId = `test-${hex(random(8))}`;
  const sdk: SdkOptions = {
    region,
    egress: createEgress(),
    maxAttempts: maxAttempts ?? MAX_ATTEMPTS,
    retryMode: 'standard',
  };
  const signal = () => {
    if (clock.now() < end) return AbortSignal.timeout(CALL_TIME);
    throw new UpstreamError(because('test-time-over'), {
      service: 'aws',
      code: 'timeout',
      retryable: true,
    });
  };
  return {
    ...subject,
    role,
    sdk,
    signal,
    enter: (how) => assumeRole({ ...sdk, ...how, role, key, site, runId, signal: signal() }),
  };
}

/** What one check found. */
export interface Finding {
  readonly what: Check['what'];
  readonly result: Check['result'];
  readonly reason: Reason;
  readonly statement?: string;
}

export type Outcome<T> =
  | { readonly kind: 'done'; readonly answer: T }
  /** `refused`: it will fail again until somebody changes something. `unclear`: nobody knows. */
  | { readonly kind: 'refused' | 'unclear'; readonly error: UpstreamError };

/** Does something that may fail with an `UpstreamError`; anything else that is thrown is a bug and goes on. */
export async function attempt<T>(act: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: 'done', answer: await act() };
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return { kind: error.details.retryable ? 'unclear' : 'refused', error };
  }
}

/** The same for a call of the SDK, whose failures are translated. */
export function attemptCall<T>(
  session: TestSession,
  call: { readonly action: string; readonly subject: Reason },
  send: (options: { readonly abortSignal: AbortSignal }) => Promise<T>,
): Promise<Outcome<T>> {
  return attempt(async () => {
    const abortSignal = session.signal();
    try {
      return await send({ abortSignal });
    } catch (error) {
      throw translateAwsError(error, { ...call, region: session.region });
    }
  });
}

export function openClient(session: TestSession, credentials: AwsCredentials): WellArchitectedClient {
  return new WellArchitectedClient({ ...sdkOptions('wellarchitected', session.sdk), credentials });
}

export function answerOf(outcome: Outcome<unknown>): unknown {
  return outcome.kind === 'done' ? outcome.answer : undefined;
}

export function unknown(what: string, reason: Reason): Finding {
  return { what, result: 'unknown', reason };
}
