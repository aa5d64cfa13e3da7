/** A page's one table of parts: what the navigation lists, and what an address opens. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  listedParts,
  openPart,
  type PartProps,
  type Parts as Table,
} from '../../../static/app/src/components/parts';
import { pathOf } from '../../../static/app/src/features/project/addresses';

type Parts = Table<(props: PartProps) => unknown>;

const nothing = () => null;
const PARTS: Parts = {
  overview: { label: () => 'Overview', component: nothing },
  triage: { label: () => 'Triage', component: nothing },
  sync: { component: nothing },
};

describe('an address', () => {
  test.each([
    ['none opens the first part', [], 'overview'],
    ['of a listed part opens it', ['triage'], 'triage'],
    ['of a part that others lead to opens it', pathOf({ name: 'sync', workloadId: 'a' }), 'sync'],
    ['with more steps opens the part of its first', ['triage', 'x', 'y'], 'triage'],
    ['that means nothing opens the first part', ['teapot'], 'overview'],
    ['that is a member of every object opens the first part', ['constructor'], 'overview'],
  ] as const)('%s', (_, address, name) => {
    expect(openPart(PARTS, address)).toEqual([name, PARTS[name]]);
  });
});

test('the navigation lists parts that have a name, in the order of the table', () => {
  expect(listedParts(PARTS)).toEqual([
    { key: 'overview', label: 'Overview' },
    { key: 'triage', label: 'Triage' },
  ]);
});

test('whatever the table, each part that is listed opens itself', () => {
  // JavaScript puts keys that look like numbers first, in any object; names of parts are words.
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z-]{0,11}$/), { minLength: 1 });
  fc.assert(
    fc.property(names, (all) => {
      const parts: Parts = Object.fromEntries(
        all.map((name) => [name, { label: () => name, component: nothing }]),
      );
      expect(listedParts(parts).map(({ key }) => openPart(parts, [key])[0])).toEqual(all);
    }),
  );
});

test('a part without a component, or a component that reads what no part is given, does not compile', () => {
  // @ts-expect-error a part needs a component
  const bare: Parts = { overview: { label: () => 'Overview' } };
  const other = ({ runId }: { readonly runId: string }) => runId;
  // @ts-expect-error a part is given its path alone
  const wrong: Parts = { overview: { component: other } };
  expect([bare, wrong]).toHaveLength(2);
});
