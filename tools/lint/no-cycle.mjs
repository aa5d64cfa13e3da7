/**
 * An ESLint rule: no file reaches itself through the relative imports of others. Unlike `import-x/no-cycle` it
 * follows imports of types and those made while the program runs, since both tie modules together for a reader.
 */
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** By file, for one run of ESLint; an editor's long one asks again when a file has changed. */
const known = new Map();

/** Files that the file imports by a relative path, of whatever kind the import is. */
function importsOf(file, text) {
  const changed = text === undefined ? fs.statSync(file).mtimeMs : undefined;
  const kept = known.get(file);
  if (kept && changed !== undefined && kept.changed === changed) return kept.imports;
  const { importedFiles } = ts.preProcessFile(text ?? fs.readFileSync(file, 'utf8'), true, true);
  const imports = importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith('.')) return [];
    const base = path.resolve(path.dirname(file), fileName);
    const found = ENDINGS.map((ending) => base + ending).find(isSource);
    return found === undefined ? [] : [{ from: fileName, file: found }];
  });
  if (changed !== undefined) known.set(file, { changed, imports });
  return imports;
}

function isSource(file) {
  return /\.tsx?$/.test(file) && fs.existsSync(file);
}

/** The shortest way from a file to another, both included; undefined where there is none. */
function wayBetween(start, goal) {
  const ways = new Map([[start, [start]]]);
  for (const [file, way] of ways) {
    if (file === goal) return way;
    for (const next of importsOf(file)) {
      if (!ways.has(next.file)) ways.set(next.file, [...way, next.file]);
    }
  }
  return undefined;
}

export const noCycle = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { cycle: 'This import leads back to this file: {{way}}' },
  },
  create(context) {
    return {
      Program(node) {
        for (const { from, file } of importsOf(context.filename, context.sourceCode.text)) {
          const way = wayBetween(file, context.filename);
          if (!way) continue;
          const names = way.map((step) => path.relative(context.cwd, step));
          const at = node.body.find((statement) => statement.source?.value === from) ?? node;
          context.report({ node: at, messageId: 'cycle', data: { way: names.join(' → ') } });
        }
      },
    };
  },
};
