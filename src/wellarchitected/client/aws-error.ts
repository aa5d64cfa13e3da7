/** The one place where a failed AWS call becomes an `UpstreamError`. */
import type { Reason } from '../../reason';
import { UpstreamError } from '../../upstream-error';
import { because } from '../reasons';
import { accessDenied } from './access-denied';
import type { CallContext, Explanation } from './explanation';
import { readFailure, type Failure } from './failure';
import { quoted } from './quote';
import { hostOf } from './sdk-options';

export type { CallContext } from './explanation';

type Explain = (failure: Failure, context: CallContext) => Explanation;

/**
 * Translates whatever `client.send` threw. Reasons name the action and what it was for, say what to do, and
 * never quote AWS on a signature or a token; `cause` keeps the original. An `UpstreamError` (from the
 * credentials provider, which runs inside `send`) passes as it is.
 */
export function translateAwsError(error: unknown, context: CallContext): UpstreamError {
  if (error instanceof UpstreamError) return error;
  const failure = unresolved(error) ? { ...readFailure(error), code: NO_SUCH_HOST } : readFailure(error);
  const { reason, retryable } = explainerOf(failure)(failure, context);
  const { retryAfterSeconds } = failure;
  return new UpstreamError(
    reason,
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
  ResourceNotFoundException: (_, { action, subject }) =>
    final(because('aws-subject-unknown', { action, subject })),
  ValidationException: ({ message }, { action, subject }) =>
    final(because('aws-invalid', { action, subject, words: quoted(message) })),
  ConflictException: (_, { action, subject }) => passing(because('aws-conflict', { action, subject })),
  ServiceQuotaExceededException: ({ message }, { action }) =>
    final(because('aws-quota', { action, words: quoted(message) })),
  ExpiredTokenException: expired,
  ExpiredToken: expired,
  UnrecognizedClientException: unknownKey,
  InvalidClientTokenId: unknownKey,
  InvalidAccessKeyId: unknownKey,
  RegionDisabledException: (_, { action, region }) => final(because('sts-not-activated', { action, region })),
  InvalidSignatureException: badSignature,
  SignatureDoesNotMatch: badSignature,
  IncompleteSignature: badSignature,
  RequestTimeTooSkewed: clockSkew,
  RequestExpired: clockSkew,
  RequestInTheFuture: clockSkew,
};

/** The code of a host name that does not resolve. */
const NO_SUCH_HOST = 'no-such-host';

/**
 * As Node's fetch says it: a TypeError with the error of the look-up as its cause. How Forge's says it is unverified
 * (F12).
 */
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

/** It will fail again until somebody changes something. */
function final(reason: Reason): Explanation {
  return { reason, retryable: false };
}

/** Another try later can succeed. */
function passing(reason: Reason): Explanation {
  return { reason, retryable: true };
}

function throttled(_: Failure, { action, subject }: CallContext): Explanation {
  return passing(because('aws-throttled', { action, subject }));
}

function unreachable({ code }: Failure, { action, subject, region }: CallContext): Explanation {
  const how = code === 'timeout' ? 'timeout' : 'network';
  return passing(because('aws-unreachable', { action, subject, region, how }));
}

function unreadable(_: Failure, { action, subject }: CallContext): Explanation {
  return passing(because('aws-answer-unreadable', { action, subject }));
}

function serverFault(_: Failure, { action, subject }: CallContext): Explanation {
  return passing(because('aws-fault', { action, subject }));
}

function unexpected({ code }: Failure, { action, subject }: CallContext): Explanation {
  return final(because('aws-code-unknown', { action, subject, code: quoted(code) }));
}

function expired(_: Failure, { action }: CallContext): Explanation {
  return passing(because('aws-credentials-expired', { action }));
}

/** Off until an account enables them (AWS General Reference, "AWS Regions"); of those that have the tool. */
const OPT_IN_REGIONS = ['ap-east-1', 'me-south-1'];

/**
 * Only STS is asked with the access key, in a Region that always knows it. All else is asked with a session of the
 * role, which outlives the key and ends with the role (IAM User Guide, "Deleting roles"; "Revoke IAM role temporary
 * security credentials"), in Regions that the role's account may have to enable.
 */
function unknownKey(_: Failure, { action, region }: CallContext): Explanation {
  if (action.startsWith('sts:')) return final(because('aws-key-unknown', { action }));
  return final(
    OPT_IN_REGIONS.includes(region)
      ? because('aws-session-or-region-unknown', { action, region })
      : because('aws-session-unknown', { action }),
  );
}

/** Retryable: every Region that can be chosen has the tool, so that names fail to resolve for a moment too. */
function noSuchHost(_: Failure, { action, region }: CallContext): Explanation {
  const host = hostOf(action.startsWith('sts:') ? 'sts' : 'wellarchitected', region);
  return passing(because('aws-host-unresolved', { action, host, region }));
}

function badSignature(failure: Failure, context: CallContext): Explanation {
  if (/signature (expired|not yet current)/i.test(failure.message)) return clockSkew(failure, context);
  const { action } = context;
  return final(because(action.startsWith('sts:') ? 'aws-signature' : 'aws-session-signature', { action }));
}

function clockSkew(_: Failure, { action }: CallContext): Explanation {
  return passing(because('aws-clock', { action }));
}
