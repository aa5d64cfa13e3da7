import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { jsonSchemaOf } from './fixtures';
import { schemaChange, type SchemaChange } from './schema-change';

const KEPT = {
  id: z.string(),
  mode: z.enum(['on', 'off']).default('off'),
  places: z.array(z.object({ key: z.string() })).default([]),
};
const { id, mode, places } = KEPT;

interface Tree {
  readonly key: string;
  readonly parts?: readonly Tree[];
  readonly at?: string;
}
const TREE: z.ZodType<Tree> = z.object({
  key: z.string(),
  parts: z.lazy(() => TREE.array()).exactOptional(),
});
const DATED_TREE: z.ZodType<Tree> = z.object({
  key: z.string(),
  parts: z.lazy(() => DATED_TREE.array()).exactOptional(),
  at: z.string().exactOptional(),
});

test.each<[what: string, kept: z.ZodType, now: z.ZodType]>([
  [
    'took no member that it did not know',
    z.strictObject(KEPT),
    z.strictObject({ ...KEPT, flag: z.boolean().exactOptional() }),
  ],
  [
    'read members that it did not know as something else',
    z.object(KEPT).catchall(z.string()),
    z.object({ ...KEPT, flag: z.boolean().exactOptional() }).catchall(z.string()),
  ],
  ['has lists of itself, whose items earlier code may drop', TREE, DATED_TREE],
])('a member more needs a version where the record %s', (_, kept, now) => {
  expect(schemaChange(jsonSchemaOf(kept), jsonSchemaOf(now))).toBe('needs-version');
});

test.each<[what: string, schema: z.ZodType]>([
  ['a check of its own', z.object({ id: z.string().refine((id) => id !== '') })],
  ['a text that is changed', z.object({ id: z.string().trim() })],
  ['a value that is made', z.object({ id: z.string().transform(Number) })],
  ['a value that is made first', z.object({ id: z.preprocess(String, z.string()) })],
  ['a value of any type', z.object({ id: z.coerce.string() })],
  ["a member by a name of the version's own", z.object({ v: z.string().exactOptional() })],
])('%s is in no stored record', (_, schema) => {
  expect(() => jsonSchemaOf(schema)).toThrow('JSON schema');
});

describe('a record whose schema', () => {
  test.each<[what: string, now: z.ZodType, asks: SchemaChange]>([
    ['is as it was', z.object(KEPT), 'none'],
    ['has its members in another order', z.object({ places, id, mode }), 'none'],
    ['has a member more, with a default', z.object({ ...KEPT, flag: z.boolean().default(false) }), 'added'],
    ['has one more that may be absent', z.object({ ...KEPT, flag: z.boolean().exactOptional() }), 'added'],
    ['has one more that must be there', z.object({ ...KEPT, flag: z.boolean() }), 'needs-version'],
    ['lost a member', z.object({ id, places }), 'needs-version'],
    ['has a member by another name', z.object({ id, places, state: mode }), 'needs-version'],
    [
      'has a member of another type',
      z.object({ ...KEPT, mode: z.boolean().default(false) }),
      'needs-version',
    ],
    ['knows fewer values', z.object({ ...KEPT, mode: z.enum(['off']).default('off') }), 'needs-version'],
    [
      'knows a value that earlier code does not',
      z.object({ ...KEPT, mode: z.enum(['on', 'off', 'auto']).default('off') }),
      'needs-version',
    ],
    [
      'has another default',
      z.object({ ...KEPT, mode: z.enum(['on', 'off']).default('on') }),
      'needs-version',
    ],
    [
      'demands what was optional',
      z.object({ ...KEPT, places: z.array(z.object({ key: z.string() })) }),
      'needs-version',
    ],
    ['no longer demands a member', z.object({ ...KEPT, id: z.string().default('') }), 'needs-version'],
    [
      'has a member more in the items of a list, which earlier code may drop',
      z.object({
        ...KEPT,
        places: z.array(z.object({ key: z.string(), at: z.string().exactOptional() })).default([]),
      }),
      'needs-version',
    ],
    ['is no object any more', z.array(z.object(KEPT)), 'needs-version'],
    ['gained and lost a member', z.object({ id, mode, flag: z.boolean().default(false) }), 'needs-version'],
  ])('%s', (_, now, asks) => {
    expect(schemaChange(jsonSchemaOf(z.object(KEPT)), jsonSchemaOf(now))).toBe(asks);
  });
});
