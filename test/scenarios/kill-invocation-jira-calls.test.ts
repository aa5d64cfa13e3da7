import { test } from '@jest/globals';
import { sweep } from './killed-first-sync';

/** Two batches of Sub-tasks. */
const QUESTIONS = [
  'dev-integ',
  'permissions',
  'evolve-ops',
  'cloud-financial-management',
  'sus_data',
  'securely-operate',
];

test(
  'a first sync that is killed at each call of Jira, before and after it by turns: a re-run ends with the same issues and no duplicate',
  () => sweep({ of: 'jira', step: 1, questionIds: QUESTIONS, issues: 60 }),
  400_000,
);
