/** A code is of one domain alone: the words of two would hide one another. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const FOLDER = join(__dirname, '../../../words/en');

test('no two domains have words for the same code', async () => {
  const tables: object[] = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))) {
    const exported = (await import(join(FOLDER, file))) as Readonly<Record<string, object>>;
    tables.push(...Object.values(exported));
  }
  const codes = tables.flatMap((table) => Object.keys(table));
  const doubled = codes.filter((code, index) => codes.indexOf(code) !== index);
  expect(codes.length).toBeGreaterThan(150);
  expect(doubled).toEqual([]);
});
