/** The body of a create, an edit or a transition (the document's IssueUpdateDetails). */
import { z } from 'zod';

const operation = z.record(z.string(), z.unknown());

/** Other keys are ignored, as the document's `additionalProperties: true` says. */
export const issueInput = z.looseObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.record(z.string(), z.array(operation)).optional(),
  properties: z.array(z.object({ key: z.string(), value: z.unknown() })).optional(),
  transition: z.looseObject({ id: z.union([z.string(), z.number()]).transform(String) }).optional(),
});

export type IssueInput = z.infer<typeof issueInput>;
