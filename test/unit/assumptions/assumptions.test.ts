import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ASSUMPTIONS, assumption } from '../../../assumptions';
import { ASSUMPTIONS_PAGE, assumptionsPage } from '../../../tools/assumptions-page';

/** Rows of tables without what Prettier pads them with. */
function rows(page: string): readonly string[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.includes('---'))
    .map((line) => line.replaceAll(/\s+/g, ' '));
}

test('no number is given twice', () => {
  const ids = ASSUMPTIONS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a row is found by its number', () => {
  expect(assumption('A5').assumed).toContain('2,084');
});

test('docs/assumptions.md has the rows as they are (npx tsx tools/assumptions.ts writes it)', () => {
  expect(rows(readFileSync(ASSUMPTIONS_PAGE, 'utf8'))).toEqual(rows(assumptionsPage()));
});
