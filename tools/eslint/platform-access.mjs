/** What only `src/handlers/platform.ts` reaches. */

const PASSED_IN = 'Take it as a port: only src/handlers/platform.ts reaches it.';

/** Types of these are for everybody. */
export const FORGE = ['@forge/events', '@forge/resolver'].map((name) => ({
  name,
  message: PASSED_IN,
  allowTypeImports: true,
}));

/** Builders of values, which reach nothing, are for everybody too. */
export const VALUES_OF_FORGE = [
  {
    name: '@forge/kvs',
    allowImportNames: ['Sort', 'WhereConditions', 'Filter', 'FilterConditions', 'ForgeKvsAPIError'],
  },
  { name: '@forge/api', allowImportNames: ['route'] },
].map((path) => ({ ...path, message: PASSED_IN, allowTypeImports: true }));

export const NODE = [
  { name: 'node:crypto', allowImportNames: ['createHash', 'timingSafeEqual'], message: PASSED_IN },
  { name: 'node:timers', message: PASSED_IN },
  { name: 'node:timers/promises', message: PASSED_IN },
  { name: 'node:process', message: PASSED_IN },
];

export const GLOBALS = [
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'process',
  'crypto',
  'performance',
].map((name) => ({ name, message: PASSED_IN }));

export const TIME_AND_CHANCE = [
  'MemberExpression[object.name="Date"][property.name="now"]',
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'CallExpression[callee.name="Date"]',
  'MemberExpression[object.name="Math"][property.name="random"]',
  // `clock: Date`
  'Property > Identifier.value[name="Date"]',
].map((selector) => ({ selector, message: PASSED_IN }));

/** Clients of AWS are built where AWS is called. */
export const AWS_SDK = [
  {
    group: ['@aws-sdk/*', '@smithy/*'],
    message: 'Only src/wellarchitected and src/connection know how AWS is called.',
  },
];
