/** What people read is in Jira's words of today, whatever its API says: docs/decisions/0044-words-that-jira-shows.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import * as ts from 'typescript';

const ROOT = join(__dirname, '../../..');

/** A role of every site, which Jira did not rename; what AWS calls a risk; where flaws of the app are reported. */
const NAMES = ['atlassian-addons-project-access', 'high-risk issues', 'a public issue'];

/** The old names as words of their own: in no name with hyphens, path, placeholder, property or JQL. */
const OLD = /(?<![-\w/.{])(?:issues?|projects?)(?![-\w/}]|\.\w| =| in \()/i;

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
  ['project = WA', false],
  ['project in (WA)', false],
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

test.each(['static/app/src', 'sandbox/shell', 'sandbox/cli'])(
  'no sentence in %s has an old name',
  (folder) => {
    const sentences = filesUnder(folder, /\.tsx?$/).flatMap(sentencesIn);
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.filter(({ text }) => isOld(text))).toEqual([]);
  },
);

test('no title in the manifest has an old name', () => {
  const titles = readFileSync(join(ROOT, 'manifest.yml'), 'utf8').match(/^\s+(?:title|label): .+$/gm) ?? [];
  expect(titles.length).toBeGreaterThan(4);
  expect(titles.filter(isOld)).toEqual([]);
});

test('no document for people who use the app has an old name outside of code', () => {
  const documents = [
    'README.md',
    'SECURITY.md',
    'docs/guide.md',
    'aws/README.md',
    ...filesUnder('docs/marketplace', /\.md$/),
  ];
  expect(documents.length).toBeGreaterThan(8);
  const lines = documents.flatMap((file) => withoutCode(readFileSync(join(ROOT, file), 'utf8')).split('\n'));
  expect(lines.filter(isOld)).toEqual([]);
});

function filesUnder(folder: string, name: RegExp): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => join(folder, file));
}

/** What people see of a piece of HTML, which may begin or end within a tag: texts and labels. */
function withoutTags(html: string): string {
  const labels = [...html.matchAll(/aria-label="([^"]*)/g)].map(([, label]) => label);
  return [html.replaceAll(/^[^<>]*>|<[^>]*(?:>|$)/g, ' '), ...labels].join(' ');
}

/** A document without code, addresses and comments. */
function withoutCode(markdown: string): string {
  return markdown.replaceAll(/```[^]*?```|`[^`]*`|\]\([^)]*\)|<!--[^]*?-->|(?:src|srcset)="[^"]*"/g, ' ');
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
        text: withoutTags(node.text),
      });
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}
