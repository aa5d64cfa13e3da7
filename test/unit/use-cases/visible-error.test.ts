/** What of an error the people of a project are told: Jira's and AWS's own words are for its admins. */
import { describe, expect, test } from '@jest/globals';
import type { Reason } from '../../../src/reason';
import { Refusal } from '../../../src/refusal';
import { UpstreamError } from '../../../src/upstream-error';
import { NOBODY } from '../../../src/use-cases/visible';
import { visibleError } from '../../../src/use-cases/visible-error';

const QUOTED: Reason = { code: 'jira-said', params: { words: { quote: 'the words', by: 'jira' } } };
const DENIED: Reason = {
  code: 'role-refuses',
  params: { connection: 'Production', roleArn: 'arn:aws:iam::111122223333:role/backlog' },
};

const ADMIN = { ...NOBODY, administers: true };

const failed = (reason: Reason) =>
  new UpstreamError(reason, { service: 'jira', code: '400', retryable: false }, { cause: 'the original' });

describe.each([
  ['a refusal', (reason: Reason) => new Refusal('conflict', reason)],
  ['a failure of a service', failed],
])('%s', (_, errorOf) => {
  test.each<[string, Reason, typeof NOBODY, Reason['params']]>([
    ['an admin reads the words', QUOTED, ADMIN, QUOTED.params],
    ['nobody else does', QUOTED, NOBODY, { words: { code: 'for-admins', params: {} } }],
    [
      'whom a connection trusts is not for admins either',
      DENIED,
      ADMIN,
      { connection: 'Production', roleArn: { code: 'shown-in-connection', params: {} } },
    ],
  ])('%s', (_what, reason, viewer, params) => {
    const seen = visibleError(errorOf(reason), viewer);
    expect(seen).toBeInstanceOf(errorOf(reason).constructor);
    expect(seen).toHaveProperty('reason', { code: reason.code, params });
  });
});

test('keeps what the platform asks for, so that consent can be asked for', () => {
  expect(visibleError(failed(QUOTED), NOBODY)).toMatchObject({ cause: 'the original' });
});

test('a bug passes as it is', () => {
  const bug = new TypeError('x is undefined');
  expect(visibleError(bug, NOBODY)).toBe(bug);
});
