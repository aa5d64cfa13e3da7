import { expect, test } from '@jest/globals';
import type { Outcome } from '../../../sandbox/cli/api';
import { decidedAtOnce } from '../../../sandbox/cli/decide-at-once';
import type { AtOnce, Decided } from '../../../sandbox/cli/sync-arguments';

type Kind = 'below-epic' | 'renamed' | 'twin';

const remark = (key: string | undefined, kind: Kind) => ({
  ...(key === undefined ? {} : { key }),
  ...{ title: 'Some issue', code: kind, params: {}, proposal: { kind, taken: false } },
});
const PROPOSED: Outcome['proposals'] = [
  remark('WA-1', 'below-epic'),
  remark('WA-2', 'below-epic'),
  remark('WA-3', 'twin'),
  remark(undefined, 'twin'),
];

const decision = (kind: Kind, issueKey: string, take: boolean) => ({ kind, issueKey, take });

test.each<[words: string, atOnce: readonly AtOnce[], decided: readonly string[]]>([
  ['nothing', [], []],
  ['all of every kind', [{ kind: undefined, take: true }], ['WA-1 true', 'WA-2 true', 'WA-3 true']],
  ['all of a kind', [{ kind: 'twin', take: false }], ['WA-3 false']],
  [
    'all, but those of a kind',
    [
      { kind: undefined, take: true },
      { kind: 'twin', take: false },
    ],
    ['WA-1 true', 'WA-2 true', 'WA-3 false'],
  ],
  ['a kind that nothing is of', [{ kind: 'renamed', take: true }], []],
])('%s', (_words, atOnce, decided) => {
  const none: readonly Decided[] = [];
  const { proposals } = decidedAtOnce({ atOnce, proposals: none }, PROPOSED);
  expect(proposals.map(({ issueKey, take }) => `${issueKey} ${String(take)}`)).toEqual(decided);
});

test('what is decided by its key stays as it is', () => {
  const args = { atOnce: [{ kind: undefined, take: true }], proposals: [decision('twin', 'WA-3', false)] };
  expect(decidedAtOnce(args, PROPOSED).proposals).toEqual([
    decision('twin', 'WA-3', false),
    decision('below-epic', 'WA-1', true),
    decision('below-epic', 'WA-2', true),
  ]);
});

test('where there is nothing to decide the arguments are the same', () => {
  const args = { atOnce: [{ kind: 'renamed', take: true }], proposals: [] };
  expect(decidedAtOnce(args, PROPOSED)).toBe(args);
});
