/** Reasons as they are stored, and what earlier versions stored in their place: sentences. */
import { z } from 'zod';
import { asReason, type Param, type Reason } from '../reason';

const issue = z.object({ issueKey: z.string() });
const quote = z.object({ quote: z.string(), by: z.enum(['jira', 'aws']) });

const param: z.ZodType<Param> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    issue,
    quote,
    storedReason,
    z.array(z.union([z.string(), issue, storedReason])),
  ]),
);

export const storedParams = z.record(z.string(), param);

export const storedReason: z.ZodType<Reason> = z.object({ code: z.string(), params: storedParams });

/** A sentence of version 1. */
export function fromWords(stored: unknown): Reason {
  return asReason(z.string().parse(stored));
}

/** Sentences of version 1, a line each. */
export function fromLines(stored: unknown): readonly Reason[] {
  return z.string().parse(stored).split('\n').map(asReason);
}
