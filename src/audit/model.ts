/** Audit entries as Forge storage keeps them. */
import { z } from 'zod';
import { defineRecord } from '../storage/record';
import { fromWords, storedReason } from '../storage/stored-reason';

const actorSchema = z.union([
  /** Who it is stands in a record of its own: see `people.ts`. */
  z.object({ kind: z.literal('person'), ref: z.string() }),
  /** Of entries before version 3, until the weekly report has replaced it. */
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
  /** What changed, item by item; each text within its own limit. */
  lines: z.array(storedReason).readonly().exactOptional(),
  /** Of a deed with more lines than one entry takes: which of them this is, counted from 1, and of how many. */
  part: z.object({ number: z.int(), of: z.int() }).exactOptional(),
  /** The chain that it belongs to, its number there, and the hash of the entry before it; absent before version 3. */
  chain: z.string().exactOptional(),
  number: z.int().exactOptional(),
  previous: z.string().exactOptional(),
  /** SHA-256 of all of it but this. */
  hash: z.string().exactOptional(),
});

export type Entry = Readonly<z.infer<typeof entrySchema>>;

/** What is recorded; the store adds when, who in its own terms, and the chain. */
export interface NewEntry extends Pick<Entry, 'action' | 'target' | 'projectId' | 'change' | 'lines'> {
  readonly actor: { readonly kind: 'person'; readonly accountId: string } | { readonly kind: 'app' };
}

/** `position` is the key too: no two are equal, and they stand in the order of time. */
export type StoredEntry = Entry & { readonly position: string };

export const auditRecord = defineRecord<Entry, string>({
  name: 'audit-entry',
  key: (position) => position,
  version: 3,
  schema: entrySchema,
  // Version 3 has lines, chains, and references in place of account ids.
  migrations: [toReasons, (entry) => entry],
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
export const BY_CHAIN_AND_TIME = 'by-chain-and-time';
