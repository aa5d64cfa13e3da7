/** Every reason of the app in English. */
import type { Messages } from '../format';
import { automatic } from './automatic';
import { plan } from './plan';
import { review } from './review';
import { runs } from './runs';
import { sync } from './sync';
import { visible } from './visible';

export const english: Messages = { ...plan, ...review, ...sync, ...runs, ...automatic, ...visible };
