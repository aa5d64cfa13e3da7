// The import rules of ARCHITECTURE.md are checked here: who may import whom, and no cycles.
import fs from 'node:fs';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { noCycle } from './tools/lint/no-cycle.mjs';

/** Folders that hold pure code: no platform, no I/O, no clock, no randomness. */
const pure = ['src/plan/**/*.ts', 'src/notes/**/*.ts'];

/** `target` may not import `from`, because `message`. */
const zone = (target, from, message, except = []) => ({ target, from, except, message });

/** Layers of the pages: each may import those before it. */
const PAGES = 'static/app/src';
const LAYERS = ['texts', 'bridge', 'data', 'components', 'features', 'app'];

/** Features of the pages that are built upon others; of all else none knows anything. */
const BUILT_UPON = {
  admin: ['connections', 'settings'],
  'project-settings': ['connections', 'settings'],
  project: ['runs'],
  issue: ['runs'],
};

const pageZones = [
  ...LAYERS.flatMap((layer, nth) =>
    LAYERS.slice(nth + 1).map((later) =>
      zone(`${PAGES}/${layer}`, `${PAGES}/${later}`, `Layers of the pages: ${LAYERS.join(' → ')}.`),
    ),
  ),
  ...LAYERS.slice(1).map((layer) =>
    zone(`${PAGES}/${layer}`, 'words', 'Of the pages texts alone knows the catalogue.'),
  ),
  ...fs.readdirSync(new URL(`${PAGES}/features`, import.meta.url)).map((feature) =>
    zone(
      `${PAGES}/features/${feature}`,
      `${PAGES}/features`,
      'Which feature knows which stands in BUILT_UPON of eslint.config.mjs.',
      [feature, ...(BUILT_UPON[feature] ?? [])].map((known) => `./${known}`),
    ),
  ),
];

export default tseslint.config(
  { ignores: ['build/', 'coverage/', 'node_modules/', '**/dist/', 'sandbox/**/browser/*.js'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ noWarnOnMultipleProjects: true })],
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // Taking a member out of a value by naming it beside the rest is no unused variable.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            zone(
              'sandbox',
              'src',
              'The local site shares no code with the app, or both would share one mistake.',
            ),
            zone('src', 'sandbox', 'The app runs unmodified on Forge; it knows no local site.'),
            zone('src', 'test', 'The app does not know its tests.'),
            zone('src', 'static', 'The back end does not know its pages.'),
            zone('static', 'sandbox', 'The pages run unmodified on Forge; they know no local site.'),
            zone('static', 'src', 'Of the back end pages know the contract, and of that the types.', [
              './contract.ts',
            ]),
            ...pageZones,
            zone('words', '.', 'words is data and imports nothing.', ['./words']),
            zone('src/wellarchitected', 'src/jira', 'Source and target do not know each other.'),
            zone('src/jira', 'src/wellarchitected', 'Source and target do not know each other.'),
            zone('src/notes', 'src', 'notes is pure: text in, text out.', [
              './notes',
              './plan/hash.ts',
              './jira/model.ts',
            ]),
            zone('src/plan', 'src', 'plan is pure: of source and target it knows models and text building.', [
              './plan',
              './settings/model.ts',
              './wellarchitected/model.ts',
              './wellarchitected/console-link.ts',
              './jira/model.ts',
              './jira/jira.ts',
              './jira/ownership.ts',
              './jira/labels.ts',
              './jira/summary.ts',
              './jira/adf',
            ]),
            zone('src/sync', 'src/handlers', 'sync takes its clients as arguments; handlers build them.'),
            zone('src/automatic', 'src/handlers', 'automatic says when there is work; handlers do it.'),
            zone('src/automatic', 'src/sync', 'automatic says when there is work; handlers do it.'),
          ],
        },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/handlers/**/*.ts', 'src/index.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@forge/resolver', '@forge/events'], message: 'only handlers know these' }] },
      ],
    },
  },
  // Of two settings of one rule the later holds: this one forbids more than the one before.
  {
    files: [...pure, 'src/automatic/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'setTimeout', 'setInterval', 'process'],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@forge/*', '@aws-sdk/*', '@smithy/*'],
              message: 'storage, queue and clients are passed in',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'pass the time in' },
        { object: 'Math', property: 'random', message: 'pass randomness in' },
      ],
    },
  },
  {
    files: ['static/**/*.ts', 'static/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    plugins: { local: { rules: { 'no-cycle': noCycle } } },
    rules: {
      'local/no-cycle': 'error',
      // The contract's types are erased; anything else would bring the back end into the pages.
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['@forge/bridge'], message: 'only static/app/src/bridge knows the platform' }],
        },
      ],
      // An answer of a click is shown by the page's own states.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['static/app/src/bridge/**'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['sandbox/**/*.ts', 'tools/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
);
