/** The one place where a failed AWS call becomes an `UpstreamError`. */
import { UpstreamError } from '../../upstream-error';
import { accessDenied } from './access-denied';
import type { CallContext, Explanation } from './explanation';
import { readFailure, type Failure } from './failure';
import { quote } from './quote';
import { hostOf } from './sdk-options';

export type { CallContext } from './explanation';

type Explain = (failure: Failure, context: CallContext) => Explanation;

/**
 * Translates whatever `client.send` threw. Messages name the action and what it was for, say what to do, and
 * never quote AWS on a signature or a token; `cause` keeps the original. An `UpstreamError` (from the
 * credentials provider, which runs inside `send`) passes as it is.
 */
export function translateAwsError(error: unknown, context: CallContext): UpstreamError {
  if (error instanceof UpstreamError) return error;
  const failure = unresolved(error) ? { ...readFailure(error), code: NO_SUCH_HOST } : readFailure(error);
  const { message, retryable } = explainerOf(failure)(failure, context);
  const { retryAfterSeconds } = failure;
  return new UpstreamError(
    message,
    {
      service: 'aws',
      code: failure.code,
      retryable,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    },
    { cause: error },
  );
}

/** Codes of the service model, and of the AWS front end (API Reference, Common Error Types). */
const BY_CODE: Readonly<Record<string, Explain>> = {
  AccessDeniedException: accessDenied,
  AccessDenied: accessDenied,
  ResourceNotFoundException: (_, { action, subject }) => ({
    message: `AWS does not know ${subject} (${action}): it was deleted, or is no longer shared with this account.`,
    retryable: false,
  }),
  ValidationException: (failure, { action, subject }) => ({
    message: `AWS refused ${action} for ${subject} as invalid: ${quote(failure.message)}`,
    retryable: false,
  }),
  ConflictException: (_, { action, subject }) => ({
    message: `${subject} was being changed while the app called ${action}. Try again.`,
    retryable: true,
  }),
  ServiceQuotaExceededException: (failure, { action }) => ({
    message: `AWS refused ${action}: a service quota of the account is used up. ${quote(failure.message)}`,
    retryable: false,
  }),
  ExpiredTokenException: expired,
  ExpiredToken: expired,
  UnrecognizedClientException: unknownKey,
  InvalidClientTokenId: unknownKey,
  InvalidAccessKeyId: unknownKey,
  RegionDisabledException: (_, { action, region }) => ({
    message:
      `AWS refused ${action}: STS is not activated in ${region} for the account. ` +
      'Activate the Region in the account settings of IAM.',
    retryable: false,
  }),
  InvalidSignatureException: badSignature,
  SignatureDoesNotMatch: badSignature,
  IncompleteSignature: badSignature,
  RequestTimeTooSkewed: clockSkew,
  RequestExpired: clockSkew,
  RequestInTheFuture: clockSkew,
};

/** The code of a host name that does not resolve. */
const NO_SUCH_HOST = 'no-such-host';

/** As Node's fetch says it: a TypeError with the error of the look-up as its cause. How Forge's says it is unverified. */
function unresolved(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false;
  return ('code' in error && error.code === 'ENOTFOUND') || unresolved(error.cause, depth + 1);
}

function explainerOf(failure: Failure): Explain {
  if (failure.code === NO_SUCH_HOST) return noSuchHost;
  if (failure.kind === 'network') return unreachable;
  if (failure.kind === 'throttled') return throttled;
  if (failure.kind === 'unreadable') return unreadable;
  const known = Object.hasOwn(BY_CODE, failure.code) ? BY_CODE[failure.code] : undefined;
  return known ?? (failure.kind === 'server' ? serverFault : unexpected);
}

function throttled(_: Failure, { action, subject }: CallContext): Explanation {
  return { message: `AWS is limiting the rate of ${action} (${subject}). Try again later.`, retryable: true };
}

function unreachable(failure: Failure, { action, subject, region }: CallContext): Explanation {
  const what = failure.code === 'timeout' ? 'did not answer in time' : 'could not be reached';
  return { message: `AWS in ${region} ${what} (${action}, ${subject}). Try again later.`, retryable: true };
}

function unreadable(_: Failure, { action, subject }: CallContext): Explanation {
  return {
    message: `The answer to ${action} (${subject}) is not what AWS documents. Try again.`,
    retryable: true,
  };
}

function serverFault(_: Failure, { action, subject }: CallContext): Explanation {
  return { message: `AWS failed to answer ${action} (${subject}). Try again later.`, retryable: true };
}

function unexpected(failure: Failure, { action, subject }: CallContext): Explanation {
  return { message: `AWS answered ${action} (${subject}) with ${quote(failure.code)}.`, retryable: false };
}

function expired(_: Failure, { action }: CallContext): Explanation {
  return {
    message: `The temporary credentials expired before ${action} was done. Start the run again.`,
    retryable: true,
  };
}

/** Off until an account enables them (AWS General Reference, "AWS Regions"); of those that have the tool. */
const OPT_IN_REGIONS = ['ap-east-1', 'me-south-1'];

function unknownKey(_: Failure, { action, region }: CallContext): Explanation {
  const why = 'the access key was deleted, deactivated or revoked';
  const orRegion = OPT_IN_REGIONS.includes(region)
    ? `, or the Region ${region}, which every account has to enable first, is not enabled for the account`
    : '';
  return {
    message: `AWS does not recognise the credentials used for ${action}: ${why}${orRegion}.`,
    retryable: false,
  };
}

/** Retryable: every Region that can be chosen has the tool, so that names fail to resolve for a moment too. */
function noSuchHost(_: Failure, { action, region }: CallContext): Explanation {
  const host = hostOf(action.startsWith('sts:') ? 'sts' : 'wellarchitected', region);
  return {
    message:
      `The host ${host} does not resolve (${action}): AWS does not offer the service in ${region}, or its name ` +
      'cannot be looked up from here.',
    retryable: true,
  };
}

function badSignature(failure: Failure, context: CallContext): Explanation {
  if (/signature (expired|not yet current)/i.test(failure.message)) return clockSkew(failure, context);
  return {
    message: `AWS rejected the signature of ${context.action}: the secret access key does not belong to the access key.`,
    retryable: false,
  };
}

function clockSkew(_: Failure, { action }: CallContext): Explanation {
  return {
    message: `AWS rejected ${action} because the app's clock differs from AWS's by more than five minutes. Try again.`,
    retryable: true,
  };
}
