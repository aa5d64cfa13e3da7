// The import rules of ARCHITECTURE.md are checked here: who may import whom, and no cycles.
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import noCircularImports from './tools/lint/no-circular-imports.mjs';

/** Folders that hold pure code: no platform, no I/O, no clock, no randomness. */
const pure = ['src/plan/**/*.ts', 'src/notes/**/*.ts'];

/** `target` may not import `from`, because `message`. */
const zone = (target, from, message, except = []) => ({ target, from, except, message });

/** A folder of src may import what is named, itself, and files of src itself that know nothing. */
const layer = (folder, mayImport, message) =>
  zone(`src/${folder}`, 'src', message, [`./${folder}`, ...PLAIN, ...mayImport.map((name) => `./${name}`)]);

/** Files of src itself. */
const PLAIN = [
  './canonical-json.ts',
  './clock.ts',
  './hash.ts',
  './in-flight.ts',
  './key-values.ts',
  './log-bug.ts',
  './refusal.ts',
  './truncate.ts',
  './upstream-error.ts',
];

/** What pages call, and what of it says how a stored outcome looks. */
const CONTRACT = ['contract', 'contract.ts'];

/** Clients of AWS are built where AWS is called. */
const AWS_SDK = [
  {
    group: ['@aws-sdk/*', '@smithy/*'],
    message: 'Only src/wellarchitected and src/connection know how AWS is called.',
  },
];

/** From the lowest: what a folder does not know, it cannot depend on. */
const LAYERS = [
  zone('src/!(index|contract).ts', 'src', 'Files that everybody may import import nobody.', PLAIN),
  layer('contract', ['settings/model.ts'], 'The contract is types, of clients and settings alone.'),
  layer('wellarchitected', [], 'The source does not know what is made of it.'),
  layer('jira', [], 'The target does not know what is brought to it.'),
  layer('audit', CONTRACT, 'The log knows nothing of what it tells.'),
  layer('settings', ['wellarchitected/model.ts'], 'Settings are values; whoever reads them applies them.'),
  layer('reviews', [], 'What is remembered of a review knows nobody who asks for it.'),
  layer(
    'connection',
    [...CONTRACT, 'settings', 'wellarchitected', 'jira/project-key.ts'],
    'A way into an AWS account does not know who goes it, nor why.',
  ),
  layer('links', ['plan', 'jira'], 'Which issue is which does not depend on who changes it.'),
  layer(
    'linked-workloads',
    [...CONTRACT, 'settings', 'connection', 'jira/model.ts'],
    'A link depends on its connection and settings, not on runs.',
  ),
  layer(
    'write-back',
    ['plan', 'notes', 'links', 'settings', 'wellarchitected', 'jira'],
    'What is written into answers does not depend on who started it.',
  ),
  layer(
    'sync',
    ['plan', 'notes', 'links', 'settings', 'wellarchitected', 'jira', 'write-back'],
    'The engine takes its clients as arguments, and knows no run but the one it carries out.',
  ),
  layer(
    'runs',
    [
      ...CONTRACT,
      ...['audit', 'settings', 'wellarchitected', 'jira', 'plan', 'links', 'connection'],
      ...['linked-workloads', 'write-back', 'sync'],
    ],
    'A run lives alike whoever started it: what automatic mode wants of it is passed in.',
  ),
  layer(
    'automatic',
    [
      ...['settings', 'wellarchitected', 'jira', 'plan', 'links', 'connection'],
      ...['linked-workloads', 'write-back', 'sync', 'runs'],
    ],
    'Automatic mode does what nobody asks for: it knows nothing of people and pages.',
  ),
  zone(
    'src/!(handlers)/**',
    'src/handlers',
    'Handlers call; nobody calls them. They build what others are handed.',
  ),
  zone('src/!(handlers|use-cases)/**', 'src/use-cases', 'What people ask is asked by handlers alone.'),
];

const PASSED_IN = 'Take it as a port: only src/handlers/platform.ts reaches it.';

/** Types of these are for everybody. */
const FORGE = ['@forge/events', '@forge/resolver'].map((name) => ({
  name,
  message: PASSED_IN,
  allowTypeImports: true,
}));

/** Builders of values, which reach nothing, are for everybody too. */
const VALUES_OF_FORGE = [
  { name: '@forge/kvs', allowImportNames: ['Sort', 'WhereConditions'] },
  { name: '@forge/api', allowImportNames: ['route'] },
].map((path) => ({ ...path, message: PASSED_IN, allowTypeImports: true }));

const NODE = [
  { name: 'node:crypto', allowImportNames: ['createHash', 'timingSafeEqual'], message: PASSED_IN },
  { name: 'node:timers', message: PASSED_IN },
  { name: 'node:timers/promises', message: PASSED_IN },
  { name: 'node:process', message: PASSED_IN },
];

const GLOBALS = [
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'process',
  'crypto',
  'performance',
].map((name) => ({ name, message: PASSED_IN }));

const TIME_AND_CHANCE = [
  'MemberExpression[object.name="Date"][property.name="now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Math"][property.name="random"]',
  // `clock: Date`
  'Property > Identifier.value[name="Date"]',
].map((selector) => ({ selector, message: PASSED_IN }));

export default tseslint.config(
  { ignores: ['build/', 'coverage/', 'node_modules/', '**/dist/', 'sandbox/**/browser/*.js'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    plugins: { 'import-x': importX, imports: { rules: { 'no-circular': noCircularImports } } },
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
            zone('src/wellarchitected', 'src/jira', 'Source and target do not know each other.'),
            zone('src/jira', 'src/wellarchitected', 'Source and target do not know each other.'),
            zone('src/notes', 'src', 'notes is pure: text in, text out.', [
              './notes',
              './hash.ts',
              './jira/model.ts',
            ]),
            zone('src/plan', 'src', 'plan is pure: of source and target it knows models and text building.', [
              './plan',
              './hash.ts',
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
            ...LAYERS,
          ],
        },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 220, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 45, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  // `import-x/no-cycle` leaves out type imports; this one does not.
  {
    files: ['src/**/*.ts', 'static/**/*.ts', 'static/**/*.tsx', 'tools/**/*.ts', 'bench/**/*.ts'],
    rules: { 'import-x/no-cycle': 'off', 'imports/no-circular': 'error' },
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
);
