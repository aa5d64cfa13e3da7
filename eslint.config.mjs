// The import rules of ARCHITECTURE.md are checked here: who may import whom, and no circles.
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { layersOfPages } from './tools/eslint/layers-of-pages.mjs';
import { layersOfSandbox } from './tools/eslint/layers-of-sandbox.mjs';
import { layersOfSrc } from './tools/eslint/layers-of-src.mjs';
import noImportCircle from './tools/eslint/no-import-circle.cjs';
import {
  AWS_SDK,
  FORGE,
  GLOBALS,
  NODE,
  TIME_AND_CHANCE,
  VALUES_OF_FORGE,
} from './tools/eslint/platform-access.mjs';
import { zone } from './tools/eslint/zone.mjs';

/** Folders that hold pure code: no platform, no I/O, no clock, no randomness. */
const pure = ['src/plan/**/*.ts', 'src/review-entries/**/*.ts', 'src/notes/**/*.ts'];

/** Tests of the whole app: of its code they know the types of the contract. */
const outside = ['test/scenarios', 'test/browser', 'test/torture'];
const FROM_OUTSIDE = 'The app is judged from outside, not by its own code.';

export default tseslint.config(
  { ignores: ['build/', 'coverage/', 'node_modules/', '**/dist/', 'sandbox/**/browser/*.js'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX, local: { rules: { 'no-import-circle': noImportCircle } } },
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
      // `import-x/no-cycle` leaves out imports of types.
      'local/no-import-circle': 'error',
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
            ...layersOfSandbox,
            zone('src', 'sandbox', 'The app runs unmodified on Forge; it knows no local site.'),
            zone('src', 'test', 'The app does not know its tests.'),
            ...outside.flatMap((tests) => [
              zone(tests, 'src', FROM_OUTSIDE, ['./contract.ts']),
              // Marks of the pseudo language, and names that a page shows as data.
              zone(tests, 'static', FROM_OUTSIDE, [
                './app/src/texts/mark.ts',
                './app/src/features/connections/regions.ts',
                './app/src/features/settings/framework.ts',
              ]),
              // The others build what unit tests hand to the app's own code.
              zone(tests, 'test/builders', FROM_OUTSIDE, [
                './role-template.ts',
                './status-block.ts',
                './status-blocks.ts',
              ]),
            ]),
            ...['role-template', 'status-block', 'status-blocks'].map((file) =>
              zone(`test/builders/${file}.ts`, 'src', FROM_OUTSIDE),
            ),
            zone('src', 'static', 'The back end does not know its pages.'),
            zone('static', 'sandbox', 'The pages run unmodified on Forge; they know no local site.'),
            zone('static', 'src', 'Of the back end pages know the contract, and of that the types.', [
              './contract.ts',
            ]),
            ...layersOfPages,
            zone('src/wellarchitected', 'src/jira', 'Source and target do not know each other.'),
            zone('src/jira', 'src/wellarchitected', 'Source and target do not know each other.'),
            zone('src/notes', 'src', 'notes is pure: text in, text out.', [
              './notes',
              './hash.ts',
              './jira/model.ts',
            ]),
            zone('src/plan', 'src', 'plan is pure: it knows no source, and of the target the model alone.', [
              './plan',
              './hash.ts',
              './reason.ts',
              './settings/model.ts',
              './jira/model.ts',
              './jira/adf/fingerprint.ts',
            ]),
            ...layersOfSrc,
            zone(
              'src/review-entries',
              'src',
              'Entries are made of the review, for the plan, and of no more.',
              [
                './review-entries',
                './plan',
                './hash.ts',
                './reason.ts',
                './settings/model.ts',
                './wellarchitected/model.ts',
                './wellarchitected/console-link.ts',
                './jira/model.ts',
                './jira/ownership.ts',
                './jira/labels.ts',
                './jira/summary.ts',
                './jira/adf',
              ],
            ),
            ...['src', 'static', 'sandbox', 'test'].map((folder) =>
              zone('words', folder, 'Words know nothing of who says them.'),
            ),
            ...['src', 'static', 'sandbox', 'test', 'words'].map((folder) =>
              zone('assumptions', folder, 'Assumptions are data: they know nothing of who relies on them.'),
            ),
            ...['plan', 'notes', 'jira', 'wellarchitected', 'links', 'settings'].map((folder) =>
              zone(`src/${folder}`, 'words', 'Words are made at the edge, out of reasons.'),
            ),
          ],
        },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  // Only src/handlers/platform.ts reaches the platform, the clock and chance; it hands them in.
  {
    files: ['src/**/*.ts'],
    ignores: ['src/handlers/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [...FORGE, ...NODE, ...VALUES_OF_FORGE], patterns: AWS_SDK },
      ],
    },
  },
  {
    files: ['src/wellarchitected/**/*.ts', 'src/connection/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [...FORGE, ...NODE, ...VALUES_OF_FORGE] },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/handlers/platform.ts'],
    rules: {
      'no-restricted-globals': ['error', ...GLOBALS],
      'no-restricted-syntax': ['error', ...TIME_AND_CHANCE],
    },
  },
  {
    files: ['src/handlers/**/*.ts'],
    ignores: ['src/handlers/platform.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { paths: [...FORGE.filter(({ name }) => name !== '@forge/resolver'), ...NODE, ...VALUES_OF_FORGE] },
      ],
    },
  },
  // Of two settings of one rule the later holds: this one forbids more than the one before.
  {
    files: pure,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: NODE,
          patterns: [
            {
              group: ['@forge/*', '@aws-sdk/*', '@smithy/*'],
              message: 'storage, queue and clients are passed in',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['static/**/*.ts', 'static/**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    rules: {
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
  // They put many links into the app's storage through the app's own stores, which are not what is judged: to link
  // and sync a thousand by resolvers would take half an hour.
  {
    files: [
      'test/scenarios/poll-many.test.ts',
      'test/scenarios/linked-many.ts',
      'test/scenarios/triaged-many.ts',
    ],
    rules: { 'import-x/no-restricted-paths': 'off' },
  },
);
