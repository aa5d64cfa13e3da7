/** Decision tables of conditions: each alone in a policy that allows, on a request with those keys. */
import { describe, expect, it } from '@jest/globals';
import { decide } from '../../../sandbox/aws/iam/policy/evaluate';
import { ALLOW, policy, request } from './documents';

type Values = string | readonly string[];

export type ConditionRow = readonly [
  what: string,
  condition: object,
  context: Readonly<Record<string, Values>>,
  holds: boolean,
];

/** @param tables by what they are about */
export function describeConditions(
  tables: readonly (readonly [of: string, rows: readonly ConditionRow[]])[],
): void {
  describe.each(tables)('conditions on %s', (_of, rows) => {
    it.each(rows)('%s', (_what, Condition, context, holds) => {
      const decision = decide(request({}, context), { identity: [policy({ ...ALLOW, Condition })] });
      expect(decision.allowed).toBe(holds);
    });
  });
}
