/** What is wrong with a field of what a person or a service sends, as a reason; `words/en/input.ts` has the words. */
import { z } from 'zod';
import { reasonsOf, type None, type Reason } from './reason';

export interface ProblemReasons {
  'at-field': { readonly field: string; readonly problem: Reason };

  // What a schema demands; `expected`, `of` and `rule` are zod's terms.
  'must-be-of-type': { readonly expected: string };
  'must-be-one-of': { readonly values: readonly string[] };
  'keys-not-taken': { readonly keys: readonly string[] };
  'must-be-more': { readonly of: string; readonly minimum: number };
  'must-be-less': { readonly of: string; readonly maximum: number };
  /** As JSON in UTF-8. */
  'must-take-fewer-bytes': { readonly most: number };
  /** It holds NUL or half of a surrogate pair, which neither storage nor services take for text. */
  'must-be-text': None;
  'must-have-form': { readonly form: string };
  /** Of a kind that no schema of ours has, or without a word of its own. */
  'must-be-valid': None;
}

const because = reasonsOf<ProblemReasons>();

export function atField(field: string, problem: Reason): Reason {
  return because('at-field', { field, problem });
}

export function mustTakeFewer(most: number): Reason {
  return because('must-take-fewer-bytes', { most });
}

export const MUST_BE_TEXT: Reason = because('must-be-text');

/** The reason as the message of an issue of zod's, which can only be a text. */
export function asIssue(reason: Reason): string {
  return JSON.stringify(reason);
}

const reasonSchema = z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) });

/** The reason of such an issue; of every other what its schema demands. Quotes nothing of what was sent but names. */
export function ofIssue(issue: z.core.$ZodIssue): Reason {
  try {
    return reasonSchema.parse(JSON.parse(issue.message)) as Reason;
  } catch {
    return demandOf(issue);
  }
}

function demandOf(issue: z.core.$ZodIssue): Reason {
  switch (issue.code) {
    case 'invalid_type':
      return because('must-be-of-type', { expected: issue.expected });
    case 'invalid_value':
      return because('must-be-one-of', { values: issue.values.map(String) });
    case 'unrecognized_keys':
      return because('keys-not-taken', { keys: issue.keys.slice(0, MOST_KEYS).map(shortened) });
    case 'too_small':
      return because('must-be-more', { of: issue.origin, minimum: Number(issue.minimum) });
    case 'too_big':
      return because('must-be-less', { of: issue.origin, maximum: Number(issue.maximum) });
    case 'invalid_format':
      return because('must-have-form', { form: issue.pattern ?? issue.format });
    default:
      return because('must-be-valid');
  }
}

/** Anybody can send anything. */
const MOST_KEYS = 10;
const LONGEST_KEY = 100;

function shortened(key: string): string {
  return key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
}
