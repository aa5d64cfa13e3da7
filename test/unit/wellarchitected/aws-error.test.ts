import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UpstreamError } from '../../../src/upstream-error';
import { translateAwsError } from '../../../src/wellarchitected/client/aws-error';
import { failure, openSource, type Opened } from './open-source';
import { awsError, type Recorded } from './recorded-aws';
import { asReason } from '../../../src/reason';

let opened: Opened | undefined;
afterEach(() => opened?.aws.uninstall());

/** What the real SDK makes of an answer, and the app of that; no retries. */
async function translated(answer: Recorded): Promise<UpstreamError> {
  opened = openSource({ ListWorkloads: [answer] }, 1);
  return failure(opened.source.workloads());
}

const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
const unresolved = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });

const context = { action: 'wellarchitected:ListWorkloads', subject: asReason('it'), region: 'eu-west-1' };

describe('what AWS answers, and what a person reads', () => {
  test.each<[string, Recorded, string, boolean, RegExp]>([
    [
      'too many requests',
      awsError(429, 'ThrottlingException', 'Rate exceeded', { 'retry-after': '7' }),
      'ThrottlingException',
      true,
      /limiting the rate/,
    ],
    [
      'throttling under another code',
      awsError(400, 'TooManyRequestsException', 'slow'),
      'TooManyRequestsException',
      true,
      /limiting the rate/,
    ],
    [
      'nothing of that id',
      awsError(404, 'ResourceNotFoundException', 'gone'),
      'ResourceNotFoundException',
      false,
      /does not know the workloads in eu-west-1/,
    ],
    [
      'an invalid request',
      awsError(400, 'ValidationException', '[Validation] No workload with this id.'),
      'ValidationException',
      false,
      /as invalid: \[Validation\] No workload/,
    ],
    [
      'a fault of AWS',
      awsError(500, 'InternalServerException', 'oops'),
      'InternalServerException',
      true,
      /failed to answer/,
    ],
    [
      'a token that expired',
      awsError(403, 'ExpiredTokenException', 'expired'),
      'ExpiredTokenException',
      true,
      /credentials expired/,
    ],
    [
      'a session of a role that was deleted',
      awsError(403, 'UnrecognizedClientException', 'The security token included in the request is invalid.'),
      'UnrecognizedClientException',
      false,
      /session of the connection's role .*the role was deleted .*access key is not the cause/,
    ],
    [
      'a signature that was changed on its way',
      awsError(
        403,
        'InvalidSignatureException',
        'The Canonical String should have been x-amz-security-token:SECRETTOKEN',
      ),
      'InvalidSignatureException',
      false,
      /temporary credentials .*changed on its way/,
    ],
    [
      'a clock that is wrong',
      awsError(403, 'InvalidSignatureException', 'Signature expired: 2020 is now earlier than 2021'),
      'InvalidSignatureException',
      true,
      /clock differs/,
    ],
    [
      'a code that nobody knows',
      awsError(418, 'TeapotException', 'short and stout'),
      'TeapotException',
      false,
      /with TeapotException/,
    ],
    [
      'a page of a proxy',
      { status: 502, body: '<html>bad gateway</html>' },
      'unreadable',
      true,
      /not what AWS documents/,
    ],
    [
      'STS that is switched off',
      awsError(403, 'RegionDisabledException', 'off'),
      'RegionDisabledException',
      false,
      /not activated in eu-west-1 .*Activate the Region/,
    ],
    [
      'a name that does not resolve',
      { networkError: new TypeError('fetch failed', { cause: unresolved }) },
      'no-such-host',
      true,
      /wellarchitected\.eu-west-1\.amazonaws\.com does not resolve .*does not offer the service in eu-west-1/,
    ],
    [
      'nobody there',
      { networkError: new TypeError('fetch failed', { cause: refused }) },
      'network',
      true,
      /eu-west-1 could not be reached/,
    ],
    [
      'no answer in time',
      { networkError: Object.assign(new Error('slow'), { name: 'TimeoutError' }) },
      'timeout',
      true,
      /did not answer in time/,
    ],
    [
      'egress refused',
      { networkError: new Error('egress to this host is not allowed') },
      'network',
      true,
      /could not be reached/,
    ],
  ])('%s', async (_what, answer, code, retryable, message) => {
    const error = await translated(answer);
    expect(error.details).toMatchObject({ service: 'aws', code, retryable });
    expect(error.message).toMatch(message);
    expect(error.cause).toBeInstanceOf(Error);
  });

  test('AWS says how long to wait', async () => {
    const error = await translated(awsError(429, 'ThrottlingException', 'slow', { 'Retry-After': '7' }));
    expect(error.details.retryAfterSeconds).toBe(7);
  });

  test.each(['soon', '-1', 'Wed, 21 Oct 2026 07:28:00 GMT', ''])(
    'a Retry-After of %j says nothing',
    async (value) => {
      const error = await translated(awsError(429, 'ThrottlingException', 'slow', { 'retry-after': value }));
      expect(error.details.retryAfterSeconds).toBeUndefined();
    },
  );

  test.each(['InvalidSignatureException', 'ValidationException', 'AccessDeniedException', 'TeapotException'])(
    'the words of %s never carry a key, a token or a control character to a person',
    async (code) => {
      const token = 'FwoGZXIvYXdzEJr' + 'x'.repeat(60);
      const words = `key AKIAIOSFODNN7EXAMPLE, token ${token}\u202e because of ${token}`;
      const { message, reason } = await translated(awsError(403, code, words));
      const told = message + JSON.stringify(reason);
      expect(told).not.toContain(token);
      expect(told).not.toContain('AKIAIOSFODNN7EXAMPLE');
      expect(told).not.toContain('\u202e');
    },
  );

  test('no token shows in the words of any code, whatever stands around it', () => {
    const token = fc
      .uint8Array({ minLength: 150, maxLength: 400 })
      .map((bytes) => Buffer.from(bytes).toString('base64'));
    const code = fc.constantFrom(
      'AccessDeniedException',
      'ValidationException',
      'InvalidSignatureException',
      'X',
    );
    fc.assert(
      fc.property(token, code, fc.string(), fc.string(), (token, name, before, after) => {
        const words = `not authorized to perform: ${before}${token} on resource: ${token} because ${token}${after}`;
        const thrown = Object.assign(new Error(words), { name, $fault: 'client' });
        const { message, reason } = translateAwsError(thrown, context);
        expect(message + JSON.stringify(reason)).not.toContain(token.slice(10, 40));
      }),
    );
  });

  test('words of AWS travel as its own', async () => {
    const { reason } = await translated(awsError(400, 'ValidationException', '[Validation] No {workload}.'));
    expect(reason).toMatchObject({
      code: 'aws-invalid',
      params: { words: { quote: '[Validation] No {workload}.', by: 'aws' } },
    });
  });

  test('long words of AWS are cut', async () => {
    const { message } = await translated(awsError(400, 'ValidationException', 'no '.repeat(1000)));
    expect(message.length).toBeLessThan(500);
  });
});

describe('translation', () => {
  test('lets an error through that is translated already', () => {
    const error = new UpstreamError(asReason('known'), { service: 'aws', code: 'x', retryable: false });
    expect(translateAwsError(error, context)).toBe(error);
  });

  test.each([undefined, null, 'text', 5, {}])('survives %j being thrown', (thrown) => {
    expect(translateAwsError(thrown, context)).toBeInstanceOf(UpstreamError);
  });
});
