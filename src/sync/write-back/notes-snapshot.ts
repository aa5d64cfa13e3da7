import { mapInFlight } from '../../in-flight';
import type { Identity } from '../../jira/model';
import type { LensReview } from '../../wellarchitected/model';
import { canonicalJson } from '../../hash';
import { afterOwnWrite, isOwn, type OwnWrites } from '../../wellarchitected/own-writes';
import { startOfDay, startOfWeek } from '../../workload-day';
import { rememberedDigest, type Remembered, type WrittenBlock } from '../../notes/written-block';
import type { LensNotes, NotesMemory } from './notes-memory';

/**
 * Notes are read again then even where AWS tells of no change: that it always does is unverified (A1). Automatic mode has
 * read them by then.
 */
const TRUSTED_MS = 8 * 24 * 3600 * 1000;

/** Lenses read or written at a time. */
const IN_FLIGHT = 10;

/** What one run knows of a workload's notes: read once for each lens, kept where it changed. */
export class NotesSnapshot {
  private readonly lenses = new Map<string, LensNotes>();
  private readonly dirty = new Set<string>();
  /** Lenses of which this run changed an answer. */
  private readonly written = new Set<string>();

  private constructor(
    private readonly memory: NotesMemory,
    private readonly workloadArn: string,
  ) {}

  static async open(
    memory: NotesMemory,
    workloadArn: string,
    lenses: readonly LensReview[],
  ): Promise<NotesSnapshot> {
    const notes = new NotesSnapshot(memory, workloadArn);
    const read = await mapInFlight(lenses, IN_FLIGHT, async ({ identity, alias }) => ({
      ...{ identity, alias, known: await memory.load(workloadArn, identity) },
    }));
    for (const { identity, alias, known } of read) {
      notes.lenses.set(identity, { ...(known ?? UNKNOWN), alias });
      if (known?.alias !== alias) notes.dirty.add(identity);
    }
    return notes;
  }

  /** What is known of our block; undefined where we left none. */
  remembered({ lens, question }: Identity): Remembered | undefined {
    return this.lenses.get(lens ?? '')?.questions.get(question ?? '');
  }

  /** Digest of the status that our block tells; undefined where we left none. */
  digestOf(identity: Identity): string | undefined {
    const remembered = this.remembered(identity);
    return remembered === undefined ? undefined : rememberedDigest(remembered);
  }

  /** Ids of the lens's questions that have a block of ours. */
  told(lens: string): readonly string[] {
    return [...(this.lenses.get(lens)?.questions.keys() ?? [])];
  }

  /** Whether the notes of a lens are still what they were when all of them were read, or what the app made of them. */
  isAsRead({ identity, updatedAt }: LensReview): boolean {
    const known = this.lenses.get(identity);
    return known !== undefined && updatedAt !== 0 && isOwn(updatedAt, known.updatedAt, known.write);
  }

  /** The same, of notes that were read not long ago. */
  isTrusted(lens: LensReview, now: number): boolean {
    return now - this.verifiedAt(lens) <= TRUSTED_MS && this.isAsRead(lens);
  }

  /**
   * Whether automatic mode need not read all notes of a lens now: they are as they were read in this week of the
   * workload; or others changed them, and all were read on this day already. The poll starts a run each week, and one
   * on the day after such a change, so that what happened since stays unseen for no longer.
   */
  isFresh(lens: LensReview, now: number): boolean {
    const at = this.verifiedAt(lens);
    if (at >= startOfDay(this.workloadArn, now)) return true;
    return at >= startOfWeek(this.workloadArn, now) && this.isAsRead(lens);
  }

  private verifiedAt({ identity }: LensReview): number {
    return this.lenses.get(identity)?.verifiedAt ?? 0;
  }

  /** The block that stands there now; undefined: there is none any more. */
  put({ lens = '', question = '' }: Identity, block: WrittenBlock | undefined): void {
    const known = this.lenses.get(lens);
    if (known === undefined || isSame(known.questions.get(question), block)) return;
    const questions = new Map(known.questions);
    if (block === undefined) questions.delete(question);
    else questions.set(question, block);
    this.lenses.set(lens, { ...known, questions });
    this.dirty.add(lens);
  }

  /** Its block is not as it should be, until `put` says so: another run is to read it, whatever it finds of the lens. */
  doubt(identity: Identity): void {
    const remembered = this.remembered(identity);
    if (remembered !== undefined && typeof remembered !== 'string') {
      this.put(identity, { ...remembered, digest: '' });
    }
  }

  /** All notes of the lens were read. */
  verified({ identity, updatedAt }: LensReview, now: number): void {
    const known = this.lenses.get(identity);
    if (known === undefined) return;
    const { write: _, ...rest } = known;
    this.lenses.set(identity, { ...rest, updatedAt, verifiedAt: now });
    this.dirty.add(identity);
  }

  /** The app changed an answer of the lens, whose UpdatedAt was `before` when this run read it. */
  wrote({ lens = '' }: Identity, { before, at }: OwnWrites): void {
    const known = this.lenses.get(lens);
    if (known === undefined) return;
    const first = !this.written.has(lens);
    const own = first ? afterOwnWrite(known.updatedAt, known.write, { before, at }) : known.write;
    this.written.add(lens);
    this.lenses.set(lens, {
      ...known,
      write: { before: own?.before ?? before, at: Math.max(at, own?.at ?? 0) },
    });
    this.dirty.add(lens);
  }

  /** Whether this run changed an answer. */
  hasWritten(): boolean {
    return this.written.size > 0;
  }

  /**
   * UpdatedAt as it is after this run's last write: what moves it on from here is not the app, however soon.
   *
   * @param times by the lens's identity
   */
  settle(times: ReadonlyMap<string, number>): void {
    for (const identity of this.written) {
      const known = this.lenses.get(identity);
      const updatedAt = times.get(identity);
      if (known === undefined || updatedAt === undefined || !isOwn(updatedAt, known.updatedAt, known.write))
        continue;
      const { write: _, ...rest } = known;
      this.lenses.set(identity, { ...rest, updatedAt });
    }
  }

  async save(): Promise<void> {
    await mapInFlight([...this.dirty], IN_FLIGHT, async (lens) => {
      const notes = this.lenses.get(lens);
      if (notes !== undefined) await this.memory.save(this.workloadArn, lens, notes);
    });
    this.dirty.clear();
  }
}

function isSame(before: Remembered | undefined, block: WrittenBlock | undefined): boolean {
  return canonicalJson(before ?? null) === canonicalJson(block ?? null);
}

const UNKNOWN: Omit<LensNotes, 'alias'> = { updatedAt: 0, verifiedAt: 0, questions: new Map() };
