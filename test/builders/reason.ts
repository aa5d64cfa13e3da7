import { TEXT, type Reason } from '../../src/reason';

/** A reason that these words are told of, for a test to which it does not matter why. */
export function saying(text: string): Reason {
  return { code: TEXT, params: { text } };
}
