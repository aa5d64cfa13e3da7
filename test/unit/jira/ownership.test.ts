import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Identity } from '../../../src/jira/model';
import { buildOwnership, identityKey, parseOwnership } from '../../../src/jira/ownership';
import { TASK_PROPERTY } from './fake-jira';

const part = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const identity: fc.Arbitrary<Identity> = fc.oneof(
  fc.record({ workload: part }),
  fc.record({ workload: part, lens: part, question: part }),
  fc.record({ workload: part, lens: part, question: part, choice: part }),
);

test('what is built is read back, also after a journey as JSON', () => {
  fc.assert(
    fc.property(identity, fc.record({ pillar: part, risk: part }, { requiredKeys: [] }), (who, data) => {
      const built = buildOwnership(who, { ...data, hash: 'h' });
      expect(parseOwnership(JSON.parse(JSON.stringify(built)))).toEqual({ v: 1, ...who, ...data, hash: 'h' });
    }),
  );
});

test('two identities have one key only if they are equal', () => {
  fc.assert(
    fc.property(identity, identity, (a, b) => {
      expect(identityKey(a) === identityKey(b)).toBe(JSON.stringify(order(a)) === JSON.stringify(order(b)));
    }),
  );
});

test('an identity has one key whatever data stands beside it', () => {
  const { workload, lens, question } = TASK_PROPERTY;
  const bare = { workload, ...(lens && { lens }), ...(question && { question }) };
  expect(identityKey(TASK_PROPERTY)).toBe(identityKey(bare));
});

describe('a property that anyone may have written', () => {
  const valid = TASK_PROPERTY;
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'well-architected'],
    ['a list', [valid]],
    ['another version', { ...valid, v: 2 }],
    ['no workload', { ...valid, workload: undefined }],
    ['an empty workload', { ...valid, workload: '' }],
    ['a workload that is not text', { ...valid, workload: { toString: 'x' } }],
    ['a question without a lens', { ...valid, lens: undefined }],
    ['a lens without a question', { ...valid, question: undefined }],
    ['a choice without a question', { v: 1, workload: 'w', choice: 'c', hash: '' }],
    ['no hash', { ...valid, hash: undefined }],
    ['an endless question', { ...valid, question: 'q'.repeat(5000) }],
  ])('with %s is not ours', (_, value) => {
    expect(parseOwnership(value)).toBeUndefined();
  });

  test('keeps no member that the app does not know', () => {
    expect(parseOwnership({ ...valid, admin: true })).toEqual(valid);
  });
});

function order({ workload, lens, question, choice }: Identity): readonly unknown[] {
  return [workload, lens, question, choice];
}
