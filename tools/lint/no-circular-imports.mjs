/**
 * An ESLint rule: no file reaches itself through its imports. `import-x/no-cycle` leaves out `import type`, but
 * two modules that need each other's types are one module in two files, and one of them is in the wrong place.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ENDINGS = ['.ts', '.tsx', '/index.ts', '/index.tsx'];

/** By file: when it was changed, and what it imports. An editor's ESLint lives for hours. */
const known = new Map();

/** Files of this repository alone: packages do not import it. */
function importsOf(file) {
  const changedAt = statSync(file).mtimeMs;
  const found = known.get(file);
  if (found?.changedAt === changedAt) return found.imports;
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  const imports = importedFiles.flatMap(({ fileName }) => resolve(file, fileName) ?? []);
  known.set(file, { changedAt, imports });
  return imports;
}

function resolve(from, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const base = path.resolve(path.dirname(from), specifier);
  return ENDINGS.map((ending) => base + ending).find((file) => existsSync(file));
}

/** The shortest way from a file back to itself; undefined where there is none. */
function circleFrom(start) {
  const cameFrom = new Map([[start, undefined]]);
  for (const file of cameFrom.keys()) {
    for (const next of importsOf(file)) {
      if (next === start) return [...wayTo(file, cameFrom), start];
      if (!cameFrom.has(next)) cameFrom.set(next, file);
    }
  }
  return undefined;
}

function wayTo(end, cameFrom) {
  const way = [];
  for (let file = end; file !== undefined; file = cameFrom.get(file)) way.unshift(file);
  return way;
}

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { circle: 'A circle of imports: {{way}}. Move what both need to a place of its own.' },
  },
  create(context) {
    const { filename, cwd } = context;
    return {
      Program(program) {
        const circle = circleFrom(filename);
        if (circle === undefined) return;
        const isFirstStep = ({ source }) => source && resolve(filename, source.value) === circle[1];
        const way = circle.map((file) => path.relative(cwd, file)).join(' → ');
        context.report({
          node: program.body.find(isFirstStep) ?? program,
          messageId: 'circle',
          data: { way },
        });
      },
    };
  },
};
