import type { Params } from '../../../../src/reason';
import { AUTOMATIC } from './automatic';
import { AWS } from './aws';
import { BUDGET } from './budget';
import { JIRA } from './jira';
import { PLAN } from './plan';
import { REVIEW } from './review';
import { RUNS, VISIBLE } from './runs';
import { SYNC } from './sync';

/** Codes with params and the words for them; those of connections and use cases have tests of their own. */
export const SAMPLES: Readonly<Record<string, readonly [params: Params, words: string]>> = {
  ...PLAN,
  ...REVIEW,
  ...SYNC,
  ...JIRA,
  ...AWS,
  ...BUDGET,
  ...RUNS,
  ...AUTOMATIC,
  ...VISIBLE,
};
