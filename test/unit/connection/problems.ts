import type { z } from 'zod';
import { inWords } from '../../../src/in-words';
import { ofIssue } from '../../../src/problem';

/** What a person is told of an input, each with its place. */
export function problems(schema: z.ZodType, input: unknown): readonly string[] {
  const issues = schema.safeParse(input).error?.issues ?? [];
  return issues.map((issue) => `${issue.path.map(String).join('.')}: ${inWords(ofIssue(issue))}`);
}
