import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import tseslint from 'typescript-eslint';

const rule: unknown = createRequire(__filename)('../../../tools/eslint/no-import-circle.cjs');

/** By name; what a file does not mention, nobody imports. */
const FILES: Readonly<Record<string, string>> = {
  'types/a.ts': "import type { B } from './b';\nexport interface A { readonly b: B }\n",
  'types/b.ts': "import { type A } from './a';\nexport interface B { readonly a?: A }\n",
  'values/a.ts': "import { b } from './folder';\nexport const a = () => b;\n",
  'values/folder/index.ts': "export * from './b';\n",
  'values/folder/b.tsx': "export { a as b } from '../a';\n",
  'tree/a.ts': "import type { Leaf } from './leaf';\nimport { b } from './b';\nexport const a: Leaf = b;\n",
  'tree/b.ts': "import type { Leaf } from './leaf';\nexport const b: Leaf = 1;\n",
  'tree/leaf.ts':
    "import fs from 'node:fs';\nexport type Leaf = number;\nexport const read = fs.readFileSync;\n",
  'beside/a.ts': "import type { A } from '../types/a';\nexport type Beside = A;\n",
  'itself/a.ts': "import type { A } from './a';\nexport interface A { readonly a?: A }\n",
};

describe('the rule against circles of imports', () => {
  let folder: string;

  beforeAll(() => {
    folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'circles-')));
    for (const [name, text] of Object.entries(FILES)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
  });

  afterAll(() => fs.rmSync(folder, { recursive: true }));

  async function complaints(name: string): Promise<readonly string[]> {
    const eslint = new ESLint({
      cwd: folder,
      overrideConfigFile: true,
      overrideConfig: {
        files: ['**/*.ts', '**/*.tsx'],
        languageOptions: { parser: tseslint.parser as object },
        plugins: { local: { rules: { 'no-import-circle': rule as object } } },
        rules: { 'local/no-import-circle': 'error' },
      } as never,
    });
    const [result] = await eslint.lintFiles([path.join(folder, name)]);
    return result!.messages.map(({ message, line }) => `${line}: ${message}`);
  }

  it.each([
    ['a circle of types alone', 'types/a.ts', 'types/a.ts → types/b.ts → types/a.ts'],
    ['the same from its other end', 'types/b.ts', 'types/b.ts → types/a.ts → types/b.ts'],
    [
      'a circle through exports and an index',
      'values/a.ts',
      'values/a.ts → values/folder/index.ts → values/folder/b.tsx → values/a.ts',
    ],
    ['a file that imports itself', 'itself/a.ts', 'itself/a.ts → itself/a.ts'],
  ])('sees %s', async (_what, file, circle) => {
    expect(await complaints(file)).toEqual([`1: Circle of imports: ${circle}.`]);
  });

  it.each([
    ['a file that two others import', 'tree/leaf.ts'],
    ['two ways to one file', 'tree/a.ts'],
    ['an import of a circle, from outside it', 'beside/a.ts'],
  ])('allows %s', async (_what, file) => {
    expect(await complaints(file)).toEqual([]);
  });
});
