// One project a folder of test/. A project builds what its tests run on before the first of them, so that unit tests
// wait for no build. `--selectProjects unit` takes every word up to the next flag for a project: in package.json
// another flag follows, so that what is added is a path.

// The AWS SDK says in every process that a later version of it will need a newer Node; the one here is pinned.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** @returns {import('jest').Config} */
function project(name, more = {}) {
  return {
    displayName: name,
    testEnvironment: 'node',
    // Beside the tests, the code that they may import: `--findRelatedTests` and `--watch` go by it.
    roots: [`test/${name}`, 'test/builders', 'src', 'sandbox', 'static/app/src', 'tools'].map(
      (folder) => `<rootDir>/${folder}`,
    ),
    testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
    transform: {
      '^.+\\.[cm]?ts$': [
        '@swc/jest',
        { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
      ],
    },
    ...more,
  };
}

/** @type {import('jest').Config} */
export default {
  projects: [
    project('unit'),
    project('contract', { globalSetup: '<rootDir>/test/contract/build.ts' }),
    project('scenarios', { globalSetup: '<rootDir>/test/scenarios/build.ts' }),
    project('browser', { globalSetup: '<rootDir>/test/browser/build.ts' }),
  ],
  testSequencer: '<rootDir>/tools/longest-first.mjs',
  // Two processes on the two cores that CI has; by default jest would use one.
  maxWorkers: '100%',
  // Of all projects: jest heeds no project's own.
  testTimeout: 60_000,
};
