/** What @forge/kvs sends, as far as all operations share it. */
import { z } from 'zod';
import { filters } from './entities/conditions';

const ttl = z.object({ value: z.number(), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });
export type Ttl = z.infer<typeof ttl>;

const setOptions = z.object({
  ttl: ttl.optional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
});

/** One key to get, set or delete. Keys and values are judged later, each with a code of its own. */
export const plainItem = z.object({
  key: z.unknown(),
  value: z.unknown().optional(),
  options: setOptions.optional(),
  entityName: z.undefined('This operation takes no entity.').optional(),
});

export const entityItem = plainItem.extend({ entityName: z.string() });

/**
 * One of several: plain or of an entity. Its only option is `ttl` ("only to set a TTL", changelog of 5 February
 * 2026); that a key policy is refused rather than ignored is unverified (F15).
 */
export const memberItem = plainItem.extend({
  entityName: z.string().optional(),
  options: setOptions.pick({ ttl: true }).strict().optional(),
});
export type Item = z.infer<typeof plainItem | typeof entityItem>;
export type MemberItem = z.infer<typeof memberItem>;

/** Conditions are on attributes, so only an entity has them. */
const conditionalItem = memberItem
  .extend({ conditions: filters.optional() })
  .refine(
    (item) => item.conditions === undefined || item.entityName !== undefined,
    'Only an entity has conditions.',
  );
export type ConditionalItem = z.infer<typeof conditionalItem>;

export const transaction = z.object({
  set: z.array(conditionalItem).optional(),
  delete: z.array(conditionalItem).optional(),
  check: z
    .array(conditionalItem.refine((item) => item.conditions !== undefined, 'A check needs conditions.'))
    .optional(),
});
export type Transaction = z.infer<typeof transaction>;
