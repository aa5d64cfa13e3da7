/** Lens files that a person names on the command line: checked whole, told precisely, loaded all or none. */
import { readFileSync } from 'node:fs';
import { readCustomLens } from './custom-lens';
import { readFrameworkLens } from './framework-lens';
import { findSyntaxProblem } from './json-syntax';
import type { Lens } from './lens';
import { CUSTOM_LENS } from './limits';
import { member, type Problem, report, rootSpot, type Spot } from './spot';

export type LensFileResult =
  { readonly ok: true; readonly lens: Lens } | { readonly ok: false; readonly problems: readonly Problem[] };

/** The message is one line: file, location and what is wrong there; further problems are counted. */
export class LensFileError extends Error {
  override readonly name = 'LensFileError';

  constructor(
    readonly path: string,
    readonly problems: readonly Problem[],
  ) {
    const [first, ...more] = problems;
    const others =
      more.length === 0 ? '' : ` (and ${more.length} more problem${more.length === 1 ? '' : 's'})`;
    super(`${path}: ${first?.location ?? '(root)'}: ${first?.message ?? 'is no lens'}${others}`);
  }
}

/** No lens comes near: the framework has less than 200 KB, a custom lens 500 KB at most. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Reads the text of a lens file: AWS's custom-lens format or the framework facts. Never throws.
 */
export function parseLensFile(path: string, text: string): LensFileResult {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) {
    const message = `must be a file of at most 2 MB, but has ${bytes} bytes`;
    return { ok: false, problems: [{ location: '(file)', message }] };
  }
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const syntax = findSyntaxProblem(json);
  if (syntax !== undefined) {
    const location = `line ${syntax.line}, column ${syntax.column}`;
    return { ok: false, problems: [{ location, message: `is not JSON: ${syntax.message}` }] };
  }
  const root = rootSpot(JSON.parse(json));
  const lens = readLens(root, bytes);
  return root.problems.length === 0 && lens !== undefined
    ? { ok: true, lens }
    : { ok: false, problems: root.problems };
}

/** @throws LensFileError for the first file that cannot be read or is malformed; then nothing is loaded. */
export function loadLensFiles(paths: readonly string[]): readonly Lens[] {
  return paths.map((path) => {
    const result = parseLensFile(path, readLensText(path));
    if (!result.ok) throw new LensFileError(path, result.problems);
    return result.lens;
  });
}

function readLens(root: Spot, bytes: number): Lens | undefined {
  const has = (key: string): boolean => member(root, key).value !== undefined;
  if (has('Pillars') || has('LensAlias')) return readFrameworkLens(root);
  if (!has('schemaVersion') && !has('pillars')) {
    report(
      root,
      'is neither a custom lens (schemaVersion, name, pillars) nor a framework lens (LensAlias, Pillars)',
    );
    return undefined;
  }
  if (bytes > CUSTOM_LENS.fileBytes) report(root, `must be a file of at most 500 KB, but has ${bytes} bytes`);
  return readCustomLens(root);
}

function readLensText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    const message = `cannot be read: ${UNREADABLE[code] ?? code}`;
    throw new LensFileError(path, [{ location: '(file)', message }]);
  }
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
};
