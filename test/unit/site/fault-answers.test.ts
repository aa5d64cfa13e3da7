/** What each sort of refusal says, as the documentation of Jira and AWS has it. */
import { describe, expect, test } from '@jest/globals';
import { awsRefusal } from '../../../sandbox/site/faults/aws-answers';
import { jiraRefusal } from '../../../sandbox/site/faults/jira-answers';

const NOW = Date.UTC(2026, 0, 5, 10, 45);
const TOOL = 'https://wellarchitected.us-east-1.amazonaws.com/workloads/1';
const STS = 'https://sts.us-east-1.amazonaws.com/';

describe('Jira’s 429', () => {
  test.each([
    ['quota-global', 'jira-quota-global-based', '900', '2026-01-05T11:00:00.000Z'],
    ['quota-tenant', 'jira-quota-tenant-based', '900', '2026-01-05T11:00:00.000Z'],
    ['burst', 'jira-burst-based', '1', '2026-01-05T10:45:01.000Z'],
    ['per-issue', 'jira-per-issue-on-write', '2', '2026-01-05T10:45:02.000Z'],
    ['gateway', undefined, undefined, '2026-01-05T10:45:01.000Z'],
  ] as const)('of %s', (fault, reason, retryAfter, reset) => {
    const { status, headers } = jiraRefusal(fault, NOW, '');
    const named = Object.fromEntries(headers);
    expect(status).toBe(429);
    expect([named['ratelimit-reason'], named['retry-after']]).toEqual([reason, retryAfter]);
    expect(named['x-ratelimit-remaining']).toBe('0');
    expect(named['x-ratelimit-reset']).toBe(reset);
  });
});

describe('AWS', () => {
  test.each([
    ['throttled', 429, 'ThrottlingException'],
    ['conflict', 409, 'ConflictException'],
  ] as const)('names %s in a header', (fault, status, code) => {
    const answer = awsRefusal(fault, TOOL, NOW, '');
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)['x-amzn-errortype']).toBe(code);
  });

  test('fails as a whole in two ways', () => {
    const statuses = ['a', 'b', 'c', 'd', 'e', 'f'].map((chance) =>
      awsRefusal('server-error', TOOL, NOW, chance),
    );
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([500, 503]));
  });

  test('says it in XML where the token service speaks', () => {
    const { body } = awsRefusal('throttled', STS, NOW, '');
    expect(new TextDecoder().decode(body)).toContain('<Code>ThrottlingException</Code>');
  });
});
