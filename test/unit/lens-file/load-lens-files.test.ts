import { describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { frameworkLens, LensFileError, loadLensFiles } from '../../../sandbox/aws/index';
import { questionsOf } from '../../../sandbox/aws/wellarchitected/lens-catalogue';
import { customLens, problemOf } from './lenses';

describe('what is no lens at all', () => {
  it.each([
    ['{"a": 1,}', 'line 1, column 9: is not JSON: a key in double quotes was expected, not "}"'],
    ['', 'line 1, column 1: is not JSON: a value was expected, not the end of the file'],
    [
      '[]',
      '(root): is neither a custom lens (schemaVersion, name, pillars) nor a framework lens (LensAlias, Pillars)',
    ],
    [
      'null',
      '(root): is neither a custom lens (schemaVersion, name, pillars) nor a framework lens (LensAlias, Pillars)',
    ],
    [
      '{"__proto__": {"pillars": []}}',
      '(root): is neither a custom lens (schemaVersion, name, pillars) nor a framework lens (LensAlias, Pillars)',
    ],
  ])('%s', (text, expected) => {
    expect(problemOf(text)).toBe(expected);
  });
});

describe('loading files', () => {
  function inFolder(files: Readonly<Record<string, unknown>>, act: (paths: readonly string[]) => void): void {
    const folder = mkdtempSync(path.join(tmpdir(), 'lens-'));
    try {
      const paths = Object.entries(files).map(([name, content]) => {
        const file = path.join(folder, name);
        writeFileSync(file, JSON.stringify(content));
        return file;
      });
      act(paths);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  it('names the file and the place of the first problem, and counts the others', () => {
    const broken = { ...customLens(), name: 5, pillars: [] };
    inFolder({ 'good.json': customLens(), 'bad.json': broken }, (paths) => {
      const error = new LensFileError(paths[1]!, [
        { location: 'pillars', message: 'must be a list of 1..10 elements, but has 0' },
        { location: 'name', message: 'must be a text of 1..128 characters, but is a number' },
      ]);
      expect(() => loadLensFiles(paths)).toThrow(error);
      expect(error.message).toBe(
        `${paths[1]!}: pillars: must be a list of 1..10 elements, but has 0 (and 1 more problem)`,
      );
    });
  });

  it('names a file that is not there', () => {
    expect(() => loadLensFiles(['/nowhere/lens.json'])).toThrow(
      /^\/nowhere\/lens\.json: \(file\): cannot be read: there is no such file$/u,
    );
  });
});

const REFERENCE = process.env.REFERENCE_DATA ?? path.resolve(__dirname, '../../../../shared/data');
const CUSTOM = path.join(REFERENCE, 'custom-lenses');
const FRAMEWORK = path.join(REFERENCE, 'wellarchitected-framework-lens.json');
const absent = [CUSTOM, FRAMEWORK].filter((location) => !existsSync(location));
const hasReference = absent.length === 0;
if (!hasReference) {
  const message = `no ${absent.join(', no ')}: the tests with real lens files are skipped`;
  if (process.env.REQUIRE_REFERENCE_DATA === '1') throw new Error(message);
  console.warn(message);
}

(hasReference ? describe : describe.skip)('real files load unchanged', () => {
  const files = hasReference ? readdirSync(CUSTOM).filter((file) => file.endsWith('.json')) : [];

  it.each(files)('%s', (file) => {
    expect(loadLensFiles([path.join(CUSTOM, file)])).toHaveLength(1);
  });

  it('the framework: 57 questions, 307 best practices', () => {
    const [lens] = loadLensFiles([FRAMEWORK]);
    const questions = questionsOf(lens!);
    const practices = questions.flatMap((question) =>
      question.choices.filter(({ id }) => id !== question.none),
    );
    expect([questions.length, practices.length]).toEqual([57, 307]);
  });

  it('the framework that ships with the project is that one, without descriptions', () => {
    const [lens] = loadLensFiles([FRAMEWORK]);
    const plain = JSON.stringify(lens, (key, value: unknown) => (key === 'description' ? undefined : value));
    expect(frameworkLens()).toEqual(JSON.parse(plain));
  });
});
