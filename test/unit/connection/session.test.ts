import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sessionName, sessionPolicy } from '../../../src/connection/session';
import { WORKLOAD_ARN } from '../wellarchitected/recorded-review';

describe('the name of a session', () => {
  test('says site and run', () => {
    expect(sessionName('example.atlassian.net', '3f6c')).toBe('wa-example.atlassian.net-3f6c');
  });

  test('has the form that STS demands, whatever site and run are called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (site, run) => {
          expect(sessionName(site, run)).toMatch(/^[A-Za-z0-9_+=,.@-]{2,64}$/);
        },
      ),
    );
  });

  test('keeps the run whole beside a long site', () => {
    const run = '123e4567-e89b-42d3-a456-426614174000';
    expect(sessionName('x'.repeat(200), run).endsWith(`-${run}`)).toBe(true);
  });
});

describe('what a session may do', () => {
  const statements = (policy: string) =>
    (JSON.parse(policy) as { Statement: { Action: string[]; Resource: string }[] }).Statement;

  test('for a workload is to read that workload', () => {
    const [statement, ...others] = statements(sessionPolicy(WORKLOAD_ARN));
    expect(others).toEqual([]);
    expect(statement?.Resource).toBe(WORKLOAD_ARN);
    expect(statement?.Action.every((action) => /^wellarchitected:(Get|List)/.test(action))).toBe(true);
  });

  test('without one is to list workloads', () => {
    expect(statements(sessionPolicy(undefined))).toEqual([
      { Effect: 'Allow', Action: ['wellarchitected:ListWorkloads'], Resource: '*' },
    ]);
  });

  test('fits into the 2,048 characters of a session policy', () => {
    expect(sessionPolicy(WORKLOAD_ARN).length).toBeLessThan(2048);
  });
});
