import type { z } from 'zod';
import { refusal } from './refusal';

const INVALID = 'Invalid request payload. Refer to the REST API documentation and try again.';

/** A JSON body of the expected shape. @throws Refusal 400 with Jira's generic message for any other */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw refusal(400, INVALID);
  return parsed.data;
}
