import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
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

const ROOT = path.join(__dirname, '..', '..', '..');
const READ = ['src', 'sandbox', 'static/app/src', 'aws', 'docs/decisions', 'manifest.yml', 'SECURITY.md'];
const RELIED_ON = READ.flatMap(textsOf);
const NUMBERS = new Set<string>(ASSUMPTIONS.map(({ id }) => id));

interface Text {
  readonly file: string;
  readonly text: string;
}

/** Code and documents under a folder of the project, or the one file of that name. */
function textsOf(name: string): readonly Text[] {
  const full = path.join(ROOT, name);
  const files = statSync(full).isFile()
    ? [name]
    : readdirSync(full, { recursive: true, encoding: 'utf8' }).map((file) => path.join(name, file));
  return files
    .filter((file) => /\.(?:ts|tsx|js|yml|yaml|md)$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));
}

/** Numbers of rows as texts name them. */
function numbersIn(text: string): readonly string[] {
  return text.match(/\b[JFA]\d{1,3}\b/g) ?? [];
}

/** Places that call something unverified, each with the numbers that follow within the next words. */
function placesOf({ file, text }: Text) {
  const words = text.replaceAll(/\n\s*(?:\*|\/\/|#)?\s*/g, ' ');
  return [...words.matchAll(/\bunverified\b/gi)].map(({ index }) => ({
    place: `${file}: ${words.slice(index - 40, index + 40)}`,
    numbers: numbersIn(words.slice(index, index + 45)).filter((number) => NUMBERS.has(number)),
  }));
}

test('whatever is called unverified has the number of its row beside it', () => {
  const without = RELIED_ON.flatMap(placesOf).filter(({ numbers }) => numbers.length === 0);
  // These two say what the word means.
  expect(without.map(({ place }) => place.split(':')[0]).sort()).toEqual([
    'docs/decisions/0036-the-local-site-is-never-kinder.md',
    'sandbox/aws/README.md',
  ]);
});

test('every row is named where somebody relies on it', () => {
  const named = new Set(RELIED_ON.flatMap(({ text }) => numbersIn(text)));
  expect([...NUMBERS].filter((number) => !named.has(number))).toEqual([]);
});
