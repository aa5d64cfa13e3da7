import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createHttp, type Call } from '../../../src/jira/client/http';
import { route } from '../../../src/jira/client/requester';
import { UpstreamError } from '../../../src/upstream-error';
import { fakeJira, SILENCE, type Given } from './fake-jira';

/** A reason without words is told by its code. */
const what = (code: string) => ({ code, params: {} });
const READ: Call = { what: what('read it'), method: 'GET', route: route`/rest/api/3/x`, repeatable: true };
const WRITE: Call = { ...READ, what: what('make it'), method: 'POST', body: { a: 1 }, repeatable: false };
const OK: Given = { status: 200, body: { ok: true } };
const BURST: Given = { status: 429, headers: { 'RateLimit-Reason': 'jira-burst-based', 'Retry-After': '3' } };
const bare = (status: number): Given => ({ status });

describe('how often and how long a request is tried', () => {
  test.each<[string, Call, readonly Given[], readonly number[]]>([
    ['a success is sent once', READ, [OK], []],
    ['a refusal is an answer', READ, [bare(404)], []],
    ['a read survives a 503', READ, [bare(503), OK], [2000]],
    ['a read survives silence', READ, [SILENCE, SILENCE, OK], [2000, 4000]],
    ['a read survives a conflict', READ, [bare(409), OK], [2000]],
    ['waits double', READ, [bare(500), bare(500), bare(500), bare(500), OK], [2000, 4000, 8000, 16000]],
    ['a stated wait is kept, with jitter on top', READ, [BURST, OK], [3500]],
    ['a 429 is safe for any write', WRITE, [BURST, OK], [3500]],
    ['a 429 without advice backs off', WRITE, [bare(429), OK], [2000]],
    [
      'a date is a stated wait',
      READ,
      [{ status: 503, headers: { 'Retry-After': 'Sun, 01 Mar 2026 10:15:10 GMT' } }, OK],
      [10500],
    ],
    [
      'a reset time on a 500 means nothing',
      READ,
      [{ status: 500, headers: { 'X-RateLimit-Reset': '2026-03-01T11:00:00Z' } }, OK],
      [2000],
    ],
  ])('%s', async (_, call, given, waits) => {
    const jira = fakeJira(given);
    const reply = await jira.http.send(call);
    expect(jira.slept).toEqual(waits);
    expect(jira.http.calls()).toBe(given.length);
    expect('status' in given.at(-1)! && reply.status).toBe((given.at(-1) as { status: number }).status);
  });
});

describe('when it gives up', () => {
  const quota = (headers: Record<string, string>): Given => ({
    status: 429,
    headers: { 'RateLimit-Reason': 'jira-quota-global-based', ...headers },
  });
  const consent = Object.assign(new Error('Authentication Required'), {
    name: 'NEEDS_AUTHENTICATION_ERR',
    status: 401,
  });
  const timeout = Object.assign(new Error('late'), { name: 'TimeoutError' });

  test.each<[string, Call, Given, number, object]>([
    ['five 500s', READ, bare(500), 5, { code: '500', retryable: true }],
    ['five times silence', READ, SILENCE, 5, { code: 'network', retryable: true }],
    ['a write after one 500', WRITE, bare(500), 1, { code: '500', retryable: true }],
    ['a write after one 408', WRITE, bare(408), 1, { code: '408', retryable: true }],
    ['a write after silence', WRITE, SILENCE, 1, { code: 'network', retryable: true }],
    ['a write after a timeout', WRITE, { throws: timeout }, 1, { code: 'timeout', retryable: true }],
    [
      'a missing consent',
      READ,
      { throws: consent },
      1,
      { code: 'NEEDS_AUTHENTICATION_ERR', retryable: false },
    ],
    ['five burst 429s', WRITE, BURST, 5, { code: '429', retryable: true, retryAfterSeconds: 3 }],
    [
      'a wait that is too long to sleep',
      READ,
      { status: 429, headers: { 'Retry-After': '120' } },
      1,
      { code: '429', retryable: true, retryAfterSeconds: 120 },
    ],
    [
      'a quota that says when',
      READ,
      quota({ 'Retry-After': '5' }),
      1,
      { code: '429', retryable: true, retryAfterSeconds: 5 },
    ],
    [
      'a quota that says when it resets',
      READ,
      quota({ 'X-RateLimit-Reset': '2026-03-01T10:30:00Z' }),
      1,
      { code: '429', retryable: true, retryAfterSeconds: 900 },
    ],
    [
      'a quota that says nothing: until the full hour',
      READ,
      quota({}),
      1,
      { code: '429', retryable: true, retryAfterSeconds: 2700 },
    ],
  ])('%s', async (_, call, given, calls, details) => {
    const jira = fakeJira([given]);
    const error = await failure(jira.http.send(call));
    expect(error.details).toEqual({ service: 'jira', ...details });
    expect(jira.http.calls()).toBe(calls);
  });

  test('no message repeats what the network layer said, but the cause keeps it', async () => {
    const error = await failure(fakeJira([SILENCE]).http.send(READ));
    expect(error.message).toBe('Could not read it: no answer from Jira (network).');
    expect(JSON.stringify(error.reason)).not.toContain('s3cr3t');
    expect(String(error.cause)).toContain('s3cr3t');
  });
});

describe('rights that may come later than the app', () => {
  const lagging = (given: readonly Given[]) => {
    const jira = fakeJira(given);
    return { jira, http: createHttp({ ...jira.options, rightsMayLag: true }) };
  };

  test.each<[string, Call, readonly Given[], readonly number[]]>([
    ['a read survives a 401', READ, [bare(401), OK], [2000]],
    ['a write too: nothing was done', WRITE, [bare(401), bare(403), OK], [2000, 4000]],
    ['a 404 says nothing about rights', READ, [bare(404)], []],
    ['a 403 that stays is an answer', WRITE, [1, 2, 3, 4, 5].map(() => bare(403)), [2000, 4000, 8000, 16000]],
  ])('%s', async (_, call, given, waits) => {
    const { jira, http } = lagging(given);
    const reply = await http.send(call);
    expect(reply.status).toBe((given.at(-1) as { status: number }).status);
    expect(jira.slept).toEqual(waits);
  });

  test.each([401, 403])('a read that a %i refuses for good may be tried again later', async (status) => {
    const { http } = lagging([bare(status)]);
    const error = await failure(http.read(READ, z.unknown()));
    expect(error.details).toEqual({ service: 'jira', code: String(status), retryable: true });
  });

  test('what is forbidden for good is waited for once, not at each call', async () => {
    const { jira, http } = lagging([bare(403)]);
    for (let call = 0; call < 10; call++) expect((await http.send(WRITE)).status).toBe(403);
    expect(jira.slept).toHaveLength(4);
    expect(http.calls()).toBe(14);
  });

  test.each([401, 403])('for a person who waits a %i is an answer', async (status) => {
    const jira = fakeJira([bare(status)]);
    expect((await jira.http.send(READ)).status).toBe(status);
    expect(jira.slept).toEqual([]);
  });
});

describe('reading an answer', () => {
  const schema = z.object({ issues: z.array(z.object({ id: z.string() })) });
  test.each<[string, Given, string]>([
    [
      'Jira’s messages are told',
      { status: 400, body: { errorMessages: ['Bad.', 'Worse.'], errors: { labels: 'No spaces.' } } },
      'Could not read it: Bad.; Worse.; labels: No spaces.',
    ],
    ['a page of HTML is not', { status: 403, body: '<html>' }, 'Could not read it: Jira answered HTTP 403.'],
    ['one stop is enough', { status: 400, body: { errorMessages: ['Bad.'] } }, 'Could not read it: Bad.'],
    [
      'a wrong form is told with its place',
      { status: 200, body: { issues: [{ id: 7 }] } },
      'Could not read it: Jira\'s answer has an unexpected form at "issues.0.id" (must be a text).',
    ],
    [
      'no body is a wrong form',
      { status: 200 },
      'Could not read it: Jira\'s answer has an unexpected form at "" (must be an object).',
    ],
  ])('%s', async (_, given, message) => {
    expect((await failure(fakeJira([given]).http.read(READ, schema))).message).toBe(message);
  });

  const cut: Given = { status: 200 };
  const whole: Given = { status: 200, body: { issues: [{ id: '7' }] } };
  test.each<[string, Call, readonly Given[], 'read' | 'thrown', readonly number[]]>([
    ['a part that got lost is asked for again', READ, [cut, cut, whole], 'read', [2000, 4000]],
    ['five times at most', READ, Array<Given>(5).fill(cut), 'thrown', [2000, 4000, 8000, 16000]],
    ['not where a write follows from it', { ...READ, once: true }, [cut], 'thrown', []],
    ['nor where doing it twice is not the same', WRITE, [cut], 'thrown', []],
  ])('%s', async (_, call, given, outcome, waits) => {
    const jira = fakeJira(given);
    const reading = jira.http.read(call, schema).then(
      () => 'read',
      () => 'thrown',
    );
    expect(await reading).toBe(outcome);
    expect(jira.slept).toEqual(waits);
    expect(jira.http.calls()).toBe(given.length);
  });
});

test('what Jira says travels as its own words', async () => {
  const jira = fakeJira([{ status: 400, body: { errorMessages: ['No {spaces}.'] } }]);
  expect((await failure(jira.http.read(READ, z.unknown()))).reason).toEqual({
    code: 'jira-refused-call',
    params: {
      call: READ.what,
      said: { code: 'jira-said', params: { words: { quote: 'No {spaces}', by: 'jira' } } },
    },
  });
});

async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UpstreamError)) throw new Error('expected an UpstreamError', { cause: error });
  return error;
}
