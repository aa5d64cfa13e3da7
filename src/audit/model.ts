/** Audit entries as Forge storage keeps them. */
import { z } from 'zod';
import { defineRecord } from '../storage/record';
import { fromWords, storedReason } from '../storage/stored-reason';

const actorSchema = z.union([
  z.object({ kind: z.literal('person'), accountId: z.string() }),
  z.object({ kind: z.literal('app') }),
]);

export const entrySchema = z.object({
  at: z.string(),
  actor: actorSchema,
  action: z.string(),
  target: storedReason,
  projectId: z.string().exactOptional(),
  change: storedReason,
});

export type Entry = Readonly<z.infer<typeof entrySchema>>;

/** What is recorded; the store adds when. */
export type NewEntry = Omit<Entry, 'at'>;

/** `position` is the key too: no two are equal, and they stand in the order of time. */
export type StoredEntry = Entry & { readonly position: string };

export const auditRecord = defineRecord<Entry, string>({
  name: 'audit-entry',
  key: (position) => position,
  version: 2,
  schema: entrySchema,
  migrations: [toReasons],
  storedIn: 'entity',
  life: 365,
  unreadable: 'stop',
  means: {
    absent: 'Nothing was done, or it is older than a year.',
    unreadable: 'The log shows, in its place, that there is an entry that cannot be read.',
  },
});

/** Version 1 had sentences, under other names: the manifest declares the type of each. */
function toReasons(stored: unknown): unknown {
  const { subject, details, ...entry } = stored as Readonly<Record<string, unknown>>;
  return { ...entry, target: fromWords(subject), change: fromWords(details) };
}

/** Declared in manifest.yml, with its attributes and indexes. */
export const AUDIT_ENTITY = 'audit';
export const BY_TIME = 'by-time';
export const BY_PROJECT_AND_TIME = 'by-project-and-time';
