// `import-x/no-cycle` leaves imports of types out, since they are erased. A circle of types still means that neither
// file can be understood, moved or tested without the other, so this rule follows every import.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const ts = require('typescript');

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** @type {Map<string, readonly string[]>} What each file imports; kept for as long as ESLint runs. */
const importsOfFile = new Map();

/** The file that a relative import names; undefined for a package, or where there is none. */
function resolveImport(from, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const target = path.resolve(path.dirname(from), specifier);
  return ENDINGS.map((ending) => target + ending).find((file) =>
    fs.statSync(file, { throwIfNoEntry: false })?.isFile(),
  );
}

function readImports(file, text) {
  if (!/\.tsx?$/.test(file)) return [];
  const specifiers = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return specifiers.map((specifier) => resolveImport(file, specifier)).filter((found) => found !== undefined);
}

function importsOf(file) {
  const known = importsOfFile.get(file);
  if (known) return known;
  const imports = readImports(file, fs.readFileSync(file, 'utf8'));
  importsOfFile.set(file, imports);
  return imports;
}

/** The shortest way from one file to another along imports, both ends included; undefined if there is none. */
function wayBetween(start, end) {
  /** @type {Map<string, string | undefined>} Each file reached, and the one that imports it. */
  const cameFrom = new Map([[start, undefined]]);
  for (const file of cameFrom.keys()) {
    if (file === end) return trace(cameFrom, end);
    for (const next of importsOf(file)) if (!cameFrom.has(next)) cameFrom.set(next, file);
  }
  return undefined;
}

function trace(cameFrom, end) {
  const way = [];
  for (let file = end; file !== undefined; file = cameFrom.get(file)) way.unshift(file);
  return way;
}

/** @type {import('eslint').Rule.RuleModule} */
module.exports = {
  meta: {
    type: 'problem',
    docs: { description: 'No file reaches itself along imports, those of types included.' },
    messages: { circle: 'Circle of imports: {{circle}}.' },
    schema: [],
  },
  create(context) {
    const { filename, sourceCode } = context;
    // An editor asks again and again, with a text that may not be saved yet.
    importsOfFile.set(filename, readImports(filename, sourceCode.text));
    function check(node) {
      const target = node.source ? resolveImport(filename, node.source.value) : undefined;
      const way = target && wayBetween(target, filename);
      if (!way) return;
      const circle = [filename, ...way].map((file) => path.relative(context.cwd, file)).join(' → ');
      context.report({ node, messageId: 'circle', data: { circle } });
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
