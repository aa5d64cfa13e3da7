/**
 * Sentences for people stand in `words/`, nowhere in `src`: a string of two words or more in running text is one,
 * but for what the tables below name. Errors that are bugs, and what a record means, are for maintainers.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const SRC = join(__dirname, '../../../src');

/** What stays where it is, and why; `*` is a number. */
const ALLOWED: Readonly<Record<string, string>> = {
  'audit/audit-store.ts': 'a line of the log',
  'audit/without-accounts.ts': 'what stands in place of an account id within a text that somebody typed',
  'automatic/overdue-changes.ts': 'a line of the log',
  'automatic/poll-region.ts': 'a line of the log',
  'connection/templates-folders.ts': 'a line of the log',
  'log-bug.ts': 'a line of the log',
  'reviews/remember-reviews.ts': 'a line of the log',
  'sync/remember-triage.ts': 'a line of the log',
  'storage/record-log.ts': 'a line of the log',
  'usage/account.ts': 'a line of the log',
  'automatic/aws-event.ts': 'names in events of AWS',
  'automatic/jira-event.ts': 'names in events of Jira',
  'handlers/aws-events.ts': 'answers to EventBridge, a program',
  'jira/client/jql.ts': 'JQL',
  'notes/status-lines.ts': 'the block in the notes: one form a version, in English',
  'notes/version-*.ts': 'the block in the notes: one form a version, in English',
  'runs/model.ts': 'sentences of earlier versions, to find in stored records',
  'wellarchitected/client/access-denied.ts': "pieces of AWS's messages, to find in them",
  'wellarchitected/parse/question.ts': 'titles that AWS gives',
};

/** What has yet to go to `words/`. */
const LEFT: Readonly<Record<string, string>> = {
  'wellarchitected/parse/guidance.ts': 'names of links in a description',
};

/** Names of errors, of record keys and of headers have no space; a sentence has running words. */
const RUNNING_WORDS = /(?:^|[^\w-])[A-Z]?[a-z']+,? (?:[a-z']+|\{\})(?:[ ,.:]|$)/u;

test('no sentence stands in src', () => {
  expect(found().filter(({ file }) => !(numberless(file) in { ...ALLOWED, ...LEFT }))).toEqual([]);
});

test('the tables name no file without a sentence', () => {
  const files = new Set(found().map(({ file }) => numberless(file)));
  expect(Object.keys({ ...ALLOWED, ...LEFT }).filter((file) => !files.has(file))).toEqual([]);
});

function numberless(file: string): string {
  return file.replace(/-\d+\.ts$/u, '-*.ts');
}

describe('a sentence', () => {
  test.each([
    ["const a = 'Try again later.';", ['Try again later.']],
    ['const a = `Nothing of ${b} was changed`;', ['Nothing of {} was changed']],
    ["const a = { message: 'not found' };", ['not found']],
    ["throw new RangeError('at most ten of them');", []],
    ["throw new UpstreamError('AWS does not know it', {});", ['AWS does not know it']],
    ["defineRecord({ means: { absent: 'Nobody changed it.' } });", []],
    ["const a = 'wellarchitected:GetAnswer'; const b = 'run:1'; const c = 'Content-Type';", []],
    ["import { a } from './not a sentence';", []],
  ])('%s', (code, expected) => {
    expect(sentencesIn(code).map(({ text }) => text)).toEqual(expected);
  });
});

interface Sentence {
  readonly line: number;
  readonly text: string;
}

function found(): readonly (Sentence & { readonly file: string })[] {
  return readdirSync(SRC, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((path) =>
      sentencesIn(readFileSync(path, 'utf8')).map((sentence) => ({ file: relative(SRC, path), ...sentence })),
    );
}

function sentencesIn(code: string): readonly Sentence[] {
  const source = ts.createSourceFile('a.ts', code, ts.ScriptTarget.Latest, true);
  const sentences: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || isForMaintainers(node)) return;
    const text = textOf(node);
    if (text !== undefined && RUNNING_WORDS.test(text))
      sentences.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return sentences;
}

/** An error that is thrown for a bug, and what is said of a record where it is defined. */
function isForMaintainers(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) return /^(?:(?:Range|Type)?Error)$/u.test(node.expression.getText());
  return ts.isPropertyAssignment(node) && node.name.getText() === 'means';
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}');
}
