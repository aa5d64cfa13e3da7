/** What the app last wrote into the notes of a lens's questions, in Forge storage: one value for each lens. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { hash } from '../hash';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

/** At most some hundred questions of a lens, some 50 bytes each: far below Forge's 240 KiB. */
const schema = z.object({
  /** As AWS takes it; links know the lens by its ARN only. */
  alias: z.string(),
  /** `LensReview.updatedAt` when all its notes were last read. */
  updatedAt: z.number(),
  /** When that was, in milliseconds since the epoch. */
  verifiedAt: z.number(),
  /** By question id: digest of the status that the block tells. Questions without a block of ours are not here. */
  questions: z.record(z.string(), z.string()),
});

export type LensNotes = Readonly<z.infer<typeof schema>>;

export const notesMemoryRecord = defineRecord<LensNotes, readonly [workloadArn: string, lens: string]>({
  name: 'notes-memory',
  key: ([workloadArn, lens]) => `notes:${hash(workloadArn)}:${hash(lens)}`,
  version: 1,
  schema,
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'No block of ours is known: all notes of the lens are read before they are written.',
    unreadable: 'As absent.',
  },
});

export interface NotesMemory {
  /** @param lens its ARN without a version. */
  load(workloadArn: string, lens: string): Promise<LensNotes | undefined>;
  save(workloadArn: string, lens: string, notes: LensNotes): Promise<void>;
}

export function createNotesMemory(kvs: KeyValues, log?: RecordLog): NotesMemory {
  const record = openRecord(notesMemoryRecord, kvs, log);
  return {
    load: (workloadArn, lens) => record.read([workloadArn, lens]),
    save: (workloadArn, lens, notes) => record.write(notes, [workloadArn, lens]),
  };
}
