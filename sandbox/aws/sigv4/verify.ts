/** Verifies who signed a request. Pure: credentials and time are passed in. */
import { type Authorization, parseAuthorization } from './authorization';
import { canonicalRequest, sha256Hex, type WireRequest } from './canonical-request';
import { type CredentialScope, sameSignature, signatureOf, stringToSign } from './signature';

/**
 * Minutes for which a service accepts a signature, before and after the time that it names: five, and fifteen of STS
 * (both seen in their messages).
 */
export function minutesOf(service: string): number {
  return service === 'sts' ? 15 : 5;
}

/** When a request came, and for how many minutes its signature holds. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly minutes: number;
}

/** An access key: of a user, or temporary with a session token and an end. */
export interface Credential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
}

export type Refusal =
  | 'missing'
  | 'incomplete'
  | 'unknown-key'
  | 'wrong-token'
  | 'expired-token'
  | 'too-old'
  | 'too-early'
  | 'mismatch';

export type Verdict<C extends Credential> =
  | { readonly ok: true; readonly credential: C; readonly scope: CredentialScope }
  | { readonly ok: false; readonly refusal: Refusal; readonly message: string };

export function verifyRequest<C extends Credential>(
  request: WireRequest,
  credentialOf: (accessKeyId: string) => C | undefined,
  moment: Moment,
): Verdict<C> {
  const header = headerOf(request, 'authorization');
  if (header === undefined) return refuse('missing', 'Missing Authentication Token');
  const authorization = parseAuthorization(header);
  if (authorization === undefined)
    return refuse('incomplete', 'Authorization header is not a complete signature.');
  const credential = credentialOf(authorization.accessKeyId);
  const token = headerOf(request, 'x-amz-security-token');
  if (credential === undefined) {
    return refuse('unknown-key', 'The security token included in the request is invalid.');
  }
  if (credential.sessionToken !== token) {
    return refuse('wrong-token', 'The security token included in the request is invalid.');
  }
  const refusal = checkSignature(request, authorization, credential, moment);
  if (refusal !== undefined) return refusal;
  if (credential.expiresAt !== undefined && credential.expiresAt <= moment.now) {
    return refuse('expired-token', 'The security token included in the request is expired');
  }
  return { ok: true, credential, scope: authorization.scope };
}

interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
  readonly message: string;
}

function checkSignature(
  request: WireRequest,
  authorization: Authorization,
  credential: Credential,
  moment: Moment,
): Refused | undefined {
  const { scope, signedHeaders, signature } = authorization;
  const timestamp = headerOf(request, 'x-amz-date') ?? '';
  const time = timeOf(timestamp);
  if (time === undefined || !timestamp.startsWith(scope.date)) {
    return refuse(
      'incomplete',
      'X-Amz-Date is missing, malformed or of another day than the credential scope.',
    );
  }
  if (!signedHeaders.includes('host')) {
    return refuse('mismatch', "'Host' must be a 'SignedHeader' in the AWS Authorization.");
  }
  const canonical = canonicalRequest(request, signedHeaders);
  const expected = signatureOf(credential.secretAccessKey, scope, stringToSign(timestamp, scope, canonical));
  const declaredHash = headerOf(request, 'x-amz-content-sha256');
  const bodyMatches = declaredHash === undefined || declaredHash === sha256Hex(request.body);
  if (!bodyMatches || !sameSignature(expected, signature))
    return refuse('mismatch', mismatchMessage(canonical));
  return checkTime(timestamp, time, moment);
}

function checkTime(timestamp: string, time: number, { now, minutes }: Moment): Refused | undefined {
  const most = minutes * 60_000;
  if (now - time > most) {
    const limit = timestampOf(now - most);
    const earlier = `${timestamp} is now earlier than ${limit} (${timestampOf(now)} - ${minutes} min.)`;
    return refuse('too-old', `Signature expired: ${earlier}`);
  }
  if (time - now > most) {
    const limit = timestampOf(now + most);
    const later = `${timestamp} is still later than ${limit} (${timestampOf(now)} + ${minutes} min.)`;
    return refuse('too-early', `Signature not yet current: ${later}`);
  }
  return undefined;
}

function refuse(refusal: Refusal, message: string): Refused {
  return { ok: false, refusal, message };
}

function mismatchMessage(canonical: string): string {
  return (
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret ' +
    'Access Key and signing method. Consult the service documentation for details.\n\n' +
    `The Canonical String for this request should have been\n'${canonical}'`
  );
}

function headerOf(request: WireRequest, name: string): string | undefined {
  return request.headers.find(([header]) => header.toLowerCase() === name)?.[1];
}

/** `20150830T123600Z` to milliseconds since the epoch. */
function timeOf(timestamp: string): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(timestamp) ?? [];
  if (year === undefined) return undefined;
  const time = Date.parse(
    `${year}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`,
  );
  return Number.isNaN(time) ? undefined : time;
}

function timestampOf(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d{3}/gu, '');
}
