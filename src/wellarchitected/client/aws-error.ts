/** The one place where a failed AWS call becomes an `UpstreamError`. */
import { UpstreamError } from '../../upstream-error';
import { safeLine } from '../parse/text';
import { readFailure, type Failure } from './failure';

export interface CallContext {
  /** As IAM spells it: `wellarchitected:ListAnswers`. */
  readonly action: string;
  /** What it was for, in words: `lens "Serverless" of workload 0123…`. */
  readonly subject: string;
  readonly region: string;
}

interface Explanation {
  readonly message: string;
  readonly retryable: boolean;
}

type Explain = (failure: Failure, context: CallContext) => Explanation;

/**
 * Translates whatever `client.send` threw. Messages name the action and what it was for, say what to do, and
 * never quote AWS on a signature or a token; `cause` keeps the original. An `UpstreamError` (from the
 * credentials provider, which runs inside `send`) passes as it is.
 */
export function translateAwsError(error: unknown, context: CallContext): UpstreamError {
  if (error instanceof UpstreamError) return error;
  const failure = readFailure(error);
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
  InvalidSignatureException: badSignature,
  SignatureDoesNotMatch: badSignature,
  IncompleteSignature: badSignature,
  RequestTimeTooSkewed: clockSkew,
  RequestExpired: clockSkew,
  RequestInTheFuture: clockSkew,
};

function explainerOf(failure: Failure): Explain {
  if (failure.kind === 'network') return unreachable;
  if (failure.kind === 'throttled') return throttled;
  if (failure.kind === 'unreadable') return unreadable;
  const known = Object.hasOwn(BY_CODE, failure.code) ? BY_CODE[failure.code] : undefined;
  return known ?? (failure.kind === 'server' ? serverFault : unexpected);
}

/** IAM's sentence, in all its forms: `User: … is not authorized to perform: … on resource: … because …`. */
const DENIED = /not authorized to perform: (\S+?)(?: on resource: (\S+?))?(?: (?:because|with) (.+))?$/;

function accessDenied(failure: Failure, { action, subject }: CallContext): Explanation {
  const [, named = action, resource, why] = DENIED.exec(safeLine(failure.message)) ?? [];
  const target = resource === undefined ? subject : `${resource} (${subject})`;
  const reason = why === undefined ? '' : ` AWS's reason: ${quote(why)}`;
  return {
    message: `AWS refused ${named} on ${target}. Allow this action in the permissions of the connection's role.${reason}`,
    retryable: false,
  };
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

function unknownKey(_: Failure, { action, region }: CallContext): Explanation {
  return {
    message:
      `AWS does not recognise the credentials used for ${action}: the access key was deleted or ` +
      `deactivated, or the Region ${region} is not enabled for the account.`,
    retryable: false,
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

const QUOTE_LIMIT = 300;

/** AWS's own words, on one line and short, without anything that has the form of a key or a token. */
function quote(text: string): string {
  const line = safeLine(text)
    .replace(/\b(?:AKIA|ASIA)[A-Z0-9]{8,}/g, '…')
    .replace(/[A-Za-z0-9+=_-]{40,}/g, '…');
  return line.length > QUOTE_LIMIT ? `${line.slice(0, QUOTE_LIMIT)}…` : line;
}
