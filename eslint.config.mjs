// The import rules of ARCHITECTURE.md are checked here: who may import whom, and no circles.
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import noImportCircle from './tools/eslint/no-import-circle.cjs';

/** Folders that hold pure code: no platform, no I/O, no clock, no randomness. */
const pure = ['src/plan/**/*.ts', 'src/review-entries/**/*.ts', 'src/notes/**/*.ts'];

/** Tests of the whole app: of its code they know the types of the contract. */
const outside = ['test/scenarios', 'test/browser'];
const FROM_OUTSIDE = 'The app is judged from outside, not by its own code.';

/** `target` may not import `from`, because `message`. */
const zone = (target, from, message, except = []) => ({ target, from, except, message });

/** A folder of src may import what is named, itself, and files of src itself that know nothing. */
const layer = (folder, mayImport, message) =>
  zone(`src/${folder}`, 'src', message, [
    ...new Set([`./${folder}`, ...PLAIN, ...mayImport.map((name) => `./${name}`)]),
  ]);

/** Files of src itself, and what a stored record is. */
const PLAIN = [
  './canonical-json.ts',
  './clock.ts',
  './hash.ts',
  './in-flight.ts',
  './in-words.ts',
  './key-values.ts',
  './log-bug.ts',
  './reason.ts',
  './refusal.ts',
  './truncate.ts',
  './upstream-error.ts',
  './storage',
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
  layer('storage', [], 'What a record is does not depend on what is recorded.'),
  layer('audit', CONTRACT, 'The log knows nothing of what it tells.'),
  layer('settings', ['wellarchitected/model.ts'], 'Settings are values; whoever reads them applies them.'),
  layer('reviews', [], 'What is remembered of a review knows nobody who asks for it.'),
  layer(
    'connection',
    [...CONTRACT, 'settings', 'wellarchitected', 'jira/project-key.ts'],
    'A way into an AWS account does not know who goes it, nor why.',
  ),
  layer(
    'links',
    ['plan', 'review-entries', 'jira'],
    'Which issue is which does not depend on who changes it.',
  ),
  layer(
    'linked-workloads',
    [...CONTRACT, 'settings', 'connection', 'jira/model.ts'],
    'A link depends on its connection and settings, not on runs.',
  ),
  layer(
    'sync',
    ['plan', 'review-entries', 'notes', 'links', 'settings', 'wellarchitected', 'jira'],
    'The engine takes its clients as arguments, and knows no run but the one it carries out.',
  ),
  layer(
    'runs',
    [
      ...CONTRACT,
      ...['audit', 'settings', 'wellarchitected', 'jira', 'plan', 'review-entries', 'links', 'connection'],
      ...['linked-workloads', 'notes', 'sync'],
    ],
    'A run lives alike whoever started it: what automatic mode wants of it is passed in.',
  ),
  layer(
    'automatic',
    [
      ...['settings', 'wellarchitected', 'jira', 'review-entries', 'links', 'connection'],
      ...['linked-workloads', 'sync', 'runs'],
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

/**
 * The local site: two stand-ins and a host that know nothing of one another, pages for people over all three, and
 * the site that connects them. Each of the lists names all that a folder may import of `sandbox`.
 */
const sandboxZones = [
  zone('sandbox/clock.ts', 'sandbox', 'Everybody needs the time: the clock needs nobody.'),
  zone('sandbox/store', 'sandbox', 'The store keeps tables; it knows nothing of what is in them.', [
    './store',
  ]),
  zone(
    'sandbox/aws',
    'sandbox',
    'AWS is a service of its own: it knows neither Jira, nor Forge, nor the site.',
    ['./aws', './store', './clock.ts'],
  ),
  zone(
    'sandbox/jira',
    'sandbox',
    'Jira is a service of its own: it knows neither AWS, nor Forge, nor the site.',
    ['./jira', './store', './clock.ts'],
  ),
  zone('sandbox/jira/jql', 'sandbox', 'JQL is pure: text and issues in, issues out.', ['./jira/jql']),
  zone('sandbox/jira/adf', 'sandbox', 'Documents are judged by themselves.', ['./jira/adf']),
  zone('sandbox/forge', 'sandbox', 'The host reaches Jira and AWS as the app does: by requests, passed in.', [
    './forge',
    './store',
    './clock.ts',
  ]),
  zone('sandbox/shell', 'sandbox', 'Pages are shown of what the site passes in; they keep nothing.', [
    './shell',
    './aws/index.ts',
    './jira',
    './forge',
    './clock.ts',
  ]),
  zone('sandbox/site', 'sandbox', 'The site connects the parts; clients come through its port.', [
    './site',
    './shell',
    './aws/index.ts',
    './jira',
    './forge',
    './store',
    './clock.ts',
  ]),
  zone('sandbox/cli', 'sandbox', 'The command line is a client of the port, as it would be of any site.', [
    './cli',
  ]),
  zone('sandbox', 'test', 'The local site does not know the tests.'),
];

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
            ...sandboxZones,
            zone('src', 'sandbox', 'The app runs unmodified on Forge; it knows no local site.'),
            zone('src', 'test', 'The app does not know its tests.'),
            ...outside.flatMap((tests) => [
              zone(tests, 'src', FROM_OUTSIDE, ['./contract.ts']),
              zone(tests, 'static', FROM_OUTSIDE),
              // The others build what unit tests hand to the app's own code.
              zone(tests, 'test/builders', FROM_OUTSIDE, ['./status-block.ts']),
            ]),
            zone('test/builders/status-block.ts', 'src', FROM_OUTSIDE),
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
            zone('src/plan', 'src', 'plan is pure: it knows no source, and of the target the model alone.', [
              './plan',
              './hash.ts',
              './reason.ts',
              './settings/model.ts',
              './jira/model.ts',
              './jira/adf/fingerprint.ts',
            ]),
            ...LAYERS,
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
            ...['plan', 'review-entries', 'notes', 'jira', 'wellarchitected', 'links', 'settings'].map(
              (folder) => zone(`src/${folder}`, 'words', 'Words are made at the edge, out of reasons.'),
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
  // `import-x/no-cycle` leaves out type imports; this one does not.
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: { 'import-x/no-cycle': 'off', 'local/no-import-circle': 'error' },
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
  // It puts a thousand links into the app's storage through the app's own stores, which are not what it judges:
  // to link and sync each by resolvers would take half an hour.
  {
    files: ['test/scenarios/poll-many.test.ts'],
    rules: { 'import-x/no-restricted-paths': 'off' },
  },
);
