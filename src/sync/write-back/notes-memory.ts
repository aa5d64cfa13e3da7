/** What the app last wrote into the notes of a lens's questions, in Forge storage: one value for each lens. */
import { z } from 'zod';
import { DETAILS } from '../../notes/model';
import type { Remembered } from '../../notes/written-block';
import type { KeyValues } from '../../key-values';
import { hash } from '../../hash';
import { isObject } from '../../json';
import { ownWritesSchema } from '../../wellarchitected/own-writes';
import { openRecord } from '../../storage/open-record';
import { defineRecord } from '../../storage/record';
import type { RecordLog } from '../../storage/record-log';

/** As `WrittenBlock`; version 1 had its digest alone, which says enough to know the block by. */
const block = z.union([
  z.string(),
  z.object({ digest: z.string(), version: z.int(), check: z.string(), detail: z.enum(DETAILS) }),
]);

/** At most some hundred questions of a lens, some 120 bytes each: far below Forge's 240 KiB. */
const schema = z.object({
  /** As AWS takes it; links know the lens by its ARN only. */
  alias: z.string(),
  /** `LensReview.updatedAt` when all its notes were last read. */
  updatedAt: z.number(),
  /** What the app wrote since. */
  write: ownWritesSchema.exactOptional(),
  /** When all notes were last read, in milliseconds since the epoch. */
  verifiedAt: z.number(),
  /** The block that was written; questions without a block of ours are not here. */
  questions: z.array(z.object({ id: z.string(), block })),
});

type Stored = Readonly<z.infer<typeof schema>>;

export interface LensNotes extends Omit<Stored, 'questions'> {
  /** By question id, which a lens chooses freely. */
  readonly questions: ReadonlyMap<string, Remembered>;
}

export const notesMemoryRecord = defineRecord<Stored, readonly [workloadArn: string, lens: string]>({
  name: 'notes-memory',
  key: ([workloadArn, lens]) => `notes:${hash(workloadArn)}:${hash(lens)}`,
  version: 4,
  schema,
  migrations: [
    // A digest is as good as ever: it is replaced when the block is written or read again.
    (stored) => stored,
    listed,
    // Nothing is known of own writes: the notes are read once more.
    (stored) => stored,
  ],
  itemKey: (item) => (isObject(item) && typeof item.id === 'string' ? item.id : undefined),
  unreadable: 'absent',
  means: {
    absent: 'No block of ours is known: all notes of the lens are read before they are written.',
    unreadable: 'As absent.',
  },
});

/** Versions 1 and 2 had an object, by question id. */
function listed(stored: unknown): unknown {
  if (!isObject(stored) || !isObject(stored.questions)) return undefined;
  const questions = Object.entries(stored.questions).map(([id, each]) => ({ id, block: each }));
  return { ...stored, questions };
}

export interface NotesMemory {
  /** @param lens its ARN without a version. */
  load(workloadArn: string, lens: string): Promise<LensNotes | undefined>;
  save(workloadArn: string, lens: string, notes: LensNotes): Promise<void>;
}

export function createNotesMemory(kvs: KeyValues, log?: RecordLog): NotesMemory {
  const record = openRecord(notesMemoryRecord, kvs, log);
  return {
    async load(workloadArn, lens) {
      const stored = await record.read([workloadArn, lens]);
      return (
        stored && { ...stored, questions: new Map(stored.questions.map((each) => [each.id, each.block])) }
      );
    },
    save: (workloadArn, lens, { questions, ...notes }) => {
      const list = [...questions].map(([id, each]) => ({ id, block: each }));
      return record.write({ ...notes, questions: list }, [workloadArn, lens]);
    },
  };
}
