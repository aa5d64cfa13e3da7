/** Audit entries as Forge storage keeps them. */
import { z } from 'zod';

const actorSchema = z.union([
  z.object({ kind: z.literal('person'), accountId: z.string() }),
  z.object({ kind: z.literal('app') }),
]);

/** Parsed on read: what stands beside these fields is dropped. */
export const entrySchema = z.object({
  at: z.string(),
  actor: actorSchema,
  action: z.string(),
  subject: z.string(),
  projectId: z.string().exactOptional(),
  details: z.string(),
});

type Entry = Readonly<z.infer<typeof entrySchema>>;

/** What is recorded; the store adds when. */
export type NewEntry = Omit<Entry, 'at'>;

/** `position` is the key too: no two are equal, and they stand in the order of time. */
export type StoredEntry = Entry & { readonly position: string };

/** Declared in manifest.yml, with its attributes and indexes. */
export const AUDIT_ENTITY = 'audit';
export const BY_TIME = 'by-time';
export const BY_PROJECT_AND_TIME = 'by-project-and-time';
