import { expect, test } from '@jest/globals';
import { connectionSchema, type Connection } from '../../../src/connection/model';
import { servesSchema } from '../../../src/connection/parse-input';
import { REGIONS } from '../../../src/connection/regions';
import { clipped } from '../../../src/connection/checks/test-region';
import { workloadActions } from '../../../src/connection/checks/check-actions';
import { ACCOUNT_ACTIONS } from '../../../src/wellarchitected/actions';
import type { Reason } from '../../../src/reason';
import { VALUE_LIMIT } from '../../builders/key-values';
import { CONNECTION } from './a-connection';

const arn = (number: number) =>
  `arn:aws:wellarchitected:ap-northeast-1:111122223333:workload/${number.toString(16).padStart(32, '0')}`;

const LONGEST: Reason = {
  code: 'x'.repeat(40),
  params: {
    text: 'x'.repeat(5000),
    words: { quote: 'x'.repeat(5000), by: 'aws' },
    names: Array.from({ length: 300 }, () => 'x'.repeat(100)),
    why: { code: 'x'.repeat(40), params: { role: 'x'.repeat(5000) } },
  },
};

test('the largest connection there can be fits into one stored value', () => {
  const regions = REGIONS.filter((region) => !region.startsWith('us-gov'));
  const served = Array.from({ length: 100 }, (_, n) => ({
    projectKey: `P${n}`,
    workloadArns: [arn(3 * n), arn(3 * n + 1), arn(3 * n + 2)],
  }));
  expect(servesSchema.safeParse(served).success).toBe(true);
  const actions = [...ACCOUNT_ACTIONS, ...workloadActions('read-write')];
  const whats = ['key', 'role', 'missing-external-id', 'wrong-external-id', ...actions];
  const statement = JSON.stringify({ Effect: 'Allow', Action: actions.at(-1), Resource: [arn(0)] });
  const checks = whats.map((what) =>
    clipped({
      what,
      result: 'unknown',
      reason: LONGEST,
      ...(what.includes(':') ? { statement } : {}),
    }),
  );
  const connection: Connection = {
    ...CONNECTION,
    name: '本'.repeat(100),
    regions,
    serves: served.map(({ workloadArns }, n) => ({ projectId: `${10_000_000 + n}`, workloadArns })),
    tests: regions.map((region) => ({ region, at: CONNECTION.createdAt, ok: false, checks })),
    acceptedRisk: {
      ...{ by: 'x'.repeat(128), at: CONNECTION.createdAt, words: '本'.repeat(500) },
      of: { roleArn: CONNECTION.roleArn, access: 'read-write', regions },
    },
  };
  expect(connectionSchema.safeParse(connection).success).toBe(true);
  expect(Buffer.byteLength(JSON.stringify(connection))).toBeLessThan(VALUE_LIMIT);
});
