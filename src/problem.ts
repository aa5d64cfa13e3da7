/** What is wrong with a field of what a person sends, as a reason; `words/en/input.ts` has the words. */
import { z } from 'zod';
import { reasonsOf, type Reason } from './reason';

export interface ProblemReasons {
  'at-field': { readonly field: string; readonly problem: Reason | string };
}

const because = reasonsOf<ProblemReasons>();

export function atField(field: string, problem: Reason | string): Reason {
  return because('at-field', { field, problem });
}

/** The reason as the message of an issue of zod's, which can only be a text. */
export function asIssue(reason: Reason): string {
  return JSON.stringify(reason);
}

const reasonSchema = z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) });

/** The reason of such an issue; of every other what zod says of it, which never quotes what was sent but names. */
export function ofIssue({ message }: Pick<z.core.$ZodIssue, 'message'>): Reason | string {
  try {
    return reasonSchema.parse(JSON.parse(message)) as Reason;
  } catch {
    return message;
  }
}
