import type { Params } from '../../../../src/reason';
import { AUTOMATIC } from './automatic';
import { PLAN } from './plan';
import { REVIEW } from './review';
import { RUNS, VISIBLE } from './runs';
import { SYNC } from './sync';

/** Every code of the app, with params and the words for them. */
export const SAMPLES: Readonly<Record<string, readonly [params: Params, words: string]>> = {
  ...PLAN,
  ...REVIEW,
  ...SYNC,
  ...RUNS,
  ...AUTOMATIC,
  ...VISIBLE,
};
