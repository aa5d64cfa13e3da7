import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partitionOf, REGIONS } from '../../../src/connection/regions';
import { sessionName, sessionPolicy, type Purpose } from '../../../src/connection/session';
import { templateActions } from '../../builders/role-template';
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

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

function statementOf(purpose: Purpose): Statement {
  const { Statement } = JSON.parse(sessionPolicy(purpose)) as { Statement: Statement[] };
  expect(Statement).toHaveLength(1);
  return Statement[0]!;
}

const ANOTHER = WORKLOAD_ARN.replace(/.$/, '0');

/** What the role allows, as its template says. */
const ALLOWED = templateActions();

function allow(Action: readonly string[], Resource: readonly string[]): Statement {
  return { Effect: 'Allow', Action: [...Action].sort(), Resource };
}

describe('what a session may do', () => {
  test.each<[string, Purpose, Statement]>([
    [
      'to read of the account: its list of workloads and its settings, and no workload itself',
      { kind: 'read-account' },
      allow(ALLOWED.account, ['*']),
    ],
    [
      'to read a workload: that one, and no writing',
      { kind: 'read-workload', workloadArn: WORKLOAD_ARN },
      allow(ALLOWED.read, [WORKLOAD_ARN]),
    ],
    [
      'to read its answers with their notes: that one, and no writing',
      { kind: 'read-answers', workloadArn: WORKLOAD_ARN },
      allow([...ALLOWED.read, 'wellarchitected:GetAnswer'], [WORKLOAD_ARN]),
    ],
    [
      'to write its answers: that one',
      { kind: 'write-answers', workloadArn: WORKLOAD_ARN },
      allow([...ALLOWED.read, ...ALLOWED.write], [WORKLOAD_ARN]),
    ],
    [
      'for milestones: to list and save them, and nothing of answers',
      { kind: 'milestones', workloadArn: WORKLOAD_ARN },
      allow(ALLOWED.milestones, [WORKLOAD_ARN]),
    ],
    [
      'to test a read-only connection: no writing',
      { kind: 'test', workloadArns: [WORKLOAD_ARN, ANOTHER], write: false },
      allow(ALLOWED.read, [WORKLOAD_ARN, ANOTHER]),
    ],
    [
      'to test one that writes',
      { kind: 'test', workloadArns: [WORKLOAD_ARN], write: true },
      allow([...ALLOWED.read, ...ALLOWED.write], [WORKLOAD_ARN]),
    ],
    ['of a probe: nothing at all', { kind: 'nothing' }, { Effect: 'Deny', Action: ['*'], Resource: ['*'] }],
  ])('%s', (_what, purpose, statement) => {
    const { Effect, Action, Resource } = statementOf(purpose);
    expect({ Effect, Action: [...Action].sort(), Resource }).toEqual(statement);
  });

  test.each([
    '*',
    'arn:aws:wellarchitected:eu-west-1:111122223333:workload/*',
    `${WORKLOAD_ARN}"`,
    '',
    WORKLOAD_ARN.replace('eu-west-1', `eu-${'x'.repeat(2000)}-1`),
  ])('is nothing that is no workload: %j', (workloadArn) => {
    for (const kind of ['read-workload', 'read-answers', 'write-answers'] as const) {
      expect(() => sessionPolicy({ kind, workloadArn })).toThrow(RangeError);
    }
    expect(() =>
      sessionPolicy({ kind: 'test', workloadArns: [WORKLOAD_ARN, workloadArn], write: true }),
    ).toThrow(RangeError);
  });

  test.each([[[]], [Array.from({ length: 6 }, () => WORKLOAD_ARN)]])(
    'is not for none or for many workloads',
    (workloadArns) =>
      expect(() => sessionPolicy({ kind: 'test', workloadArns, write: true })).toThrow(RangeError),
  );

  test('fits into the 2,048 characters of a session policy, for whatever workloads there are', () => {
    const arn = fc
      .tuple(fc.constantFrom(...REGIONS), fc.stringMatching(/^\d{12}$/), fc.stringMatching(/^[0-9a-f]{32}$/))
      .map(
        ([region, account, id]) =>
          `arn:${partitionOf(region)}:wellarchitected:${region}:${account}:workload/${id}`,
      );
    const purpose: fc.Arbitrary<Purpose> = fc.oneof(
      fc.record({
        kind: fc.constantFrom('read-workload' as const, 'write-answers' as const),
        workloadArn: arn,
      }),
      fc.record({
        kind: fc.constant('test' as const),
        workloadArns: fc.array(arn, { minLength: 1, maxLength: 5 }),
        write: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(purpose, (purpose) => {
        expect(sessionPolicy(purpose).length).toBeLessThanOrEqual(2048);
      }),
    );
  });
});
