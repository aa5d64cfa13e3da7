import type { Facts } from '../facts';
import type { Actor } from '../people/actor';
import type { Ending } from '../quiet';

/** What stands in the end, what people did, and what the app did when all was quiet. */
export interface Judged {
  readonly facts: Facts;
  readonly actor: Actor;
  readonly ending: Ending;
}

/** Answers what is not so, in plain words. */
export type Check = (judged: Judged) => readonly string[];
