import { test } from '@jest/globals';
import { sweep } from './killed-first-sync';

test(
  'a first sync that is killed at every fourth call, with one Task: a re-run ends with the same issues and no duplicate',
  () => sweep({ of: 'all', step: 4, questionIds: ['dev-integ'], issues: 12 }),
  400_000,
);
