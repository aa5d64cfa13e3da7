/** What people read is in Jira's words of today, whatever its API says: docs/decisions/0044-words-that-jira-shows.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../../..');

/** Names of things on a site, which Jira did not rename. */
const NAMES = ['atlassian-addons-project-access'];

/** The old names as words of their own: in no name with hyphens, path, placeholder or property. */
const OLD = /(?<![-\w/.{])(?:issues?|projects?)(?![-\w/}]|\.\w)/i;

function isOld(text: string): boolean {
  return OLD.test(NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text));
}

test.each([
  ['an issue', true],
  ['Project settings', true],
  ['its issues.', true],
  ['the role atlassian-addons-project-access', false],
  ['a work item of the space', false],
  ['/rest/api/3/project/WA', false],
  ['issue.property[well-architected]', false],
])('%s: an old name %s', (text, isFound) => {
  expect(isOld(text)).toBe(isFound);
});

test('no message has an old name', async () => {
  const messages: string[] = [];
  for (const file of filesUnder('words/en', /\.ts$/))
    messages.push(...textsIn((await import(join(ROOT, file))) as object));
  expect(messages.length).toBeGreaterThan(500);
  expect(
    messages.filter((message) => isOld(literalsOf(parse(message, { ignoreTag: true })).join(' '))),
  ).toEqual([]);
});

test('no sentence in the pages has an old name', () => {
  const sentences = filesUnder('static/app/src', /\.tsx?$/).flatMap(sentencesIn);
  expect(sentences.length).toBeGreaterThan(20);
  expect(sentences.filter(({ text }) => isOld(text))).toEqual([]);
});

test('no title in the manifest has an old name', () => {
  const titles = readFileSync(join(ROOT, 'manifest.yml'), 'utf8').match(/^\s+(?:title|label): .+$/gm) ?? [];
  expect(titles.length).toBeGreaterThan(4);
  expect(titles.filter(isOld)).toEqual([]);
});

function filesUnder(folder: string, name: RegExp): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => join(folder, file));
}

/** All strings in a value, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What a message says by itself, without what its arguments are called. */
function literalsOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal) return [element.value];
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    return Object.values(element.options).flatMap((option) => literalsOf(option.value));
  });
}

/** Texts of several words in a file, and where they are: not those that only code reads, such as JQL. */
function sentencesIn(file: string): readonly { readonly at: string; readonly text: string }[] {
  const found: { at: string; text: string }[] = [];
  const source = ts.createSourceFile(
    file,
    readFileSync(join(ROOT, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const walk = (node: ts.Node): void => {
    if (
      (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) &&
      /\S\s+\S/.test(node.text)
    )
      found.push({
        at: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        text: node.text,
      });
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}
