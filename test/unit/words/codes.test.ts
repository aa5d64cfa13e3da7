/** A code is of one domain alone: the words of two would hide one another. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const FOLDER = join(__dirname, '../../../words/en');

/** Words of descriptions have names of their own. */
function isOfReasons(name: string): boolean {
  return name.endsWith('.ts') && name !== 'index.ts' && !name.startsWith('issue');
}

test('no two domains have words for the same code', async () => {
  const tables: object[] = [];
  for (const file of readdirSync(FOLDER).filter(isOfReasons)) {
    const exported = (await import(join(FOLDER, file))) as Readonly<Record<string, object>>;
    tables.push(...Object.values(exported));
  }
  const codes = tables.flatMap((table) => Object.keys(table));
  const doubled = codes.filter((code, index) => codes.indexOf(code) !== index);
  expect(codes.length).toBeGreaterThan(150);
  expect(doubled).toEqual([]);
});
