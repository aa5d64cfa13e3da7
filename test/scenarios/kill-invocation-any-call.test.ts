import { test } from '@jest/globals';
import { sweep } from './killed-first-sync';

test(
  'a first sync that is killed at every fifth call, with one Task: a re-run ends with the same issues and no duplicate',
  () => sweep({ of: 'all', step: 5, questionIds: ['dev-integ'], issues: 12 }),
  400_000,
);
