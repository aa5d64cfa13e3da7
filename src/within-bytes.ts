/** How much of a payload is stored as one value: what a schema takes, storage has to take too. Pure. */
import type { z } from 'zod';
import { asIssue, mustTakeFewer } from './problem';

/**
 * The schema, of what is at most so many bytes as JSON in UTF-8: as Forge counts a stored value, 240 KiB of which it
 * takes. A count of members and characters says little of that: a character has up to six.
 */
export function withinBytes<T>(schema: z.ZodType<T>, most: number): z.ZodType<T> {
  return schema.refine((value) => Buffer.byteLength(JSON.stringify(value)) <= most, {
    error: asIssue(mustTakeFewer(most)),
  });
}
