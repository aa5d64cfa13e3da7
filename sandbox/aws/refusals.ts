/** How each service words a refused signature. */
import { AwsError } from './aws-error';
import type { Refusal } from './sigv4/verify';

type Codes = Readonly<Record<Refusal, string>>;

/** REST-JSON services answer through API Gateway: 403 with these error types. */
const REST_JSON: Codes = {
  missing: 'MissingAuthenticationTokenException',
  incomplete: 'IncompleteSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  'wrong-token': 'UnrecognizedClientException',
  'expired-token': 'ExpiredTokenException',
  'too-old': 'InvalidSignatureException',
  'too-early': 'InvalidSignatureException',
  mismatch: 'InvalidSignatureException',
};

const STS: Codes = {
  missing: 'MissingAuthenticationToken',
  incomplete: 'IncompleteSignature',
  'unknown-key': 'InvalidClientTokenId',
  'wrong-token': 'InvalidClientTokenId',
  'expired-token': 'ExpiredToken',
  'too-old': 'SignatureDoesNotMatch',
  'too-early': 'SignatureDoesNotMatch',
  mismatch: 'SignatureDoesNotMatch',
};

/** 403, except an incomplete signature to STS: 400 (STS API reference, common errors). */
export function refusalError(service: string, refusal: Refusal, message: string): AwsError {
  if (service !== 'sts') return new AwsError(REST_JSON[refusal], 403, message);
  return new AwsError(STS[refusal], refusal === 'incomplete' ? 400 : 403, message);
}
