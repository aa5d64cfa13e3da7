/** What a stored record is: one definition each, beside the store that writes it. Pure. */
import type { z } from 'zod';

/** JSON of one version made into JSON of the next. What it throws makes the record unreadable. */
export type Migration = (stored: unknown) => unknown;

/**
 * What a reader is given where a record cannot be read, or is of a newer version:
 * - `stop`: an error that names it. For records whose absence would make issues twice, or change what holds.
 * - `absent`: the same as without it. For what costs a read or a run at most.
 * - `as`: this value.
 */
export type Unreadable<T> = 'stop' | 'absent' | { readonly as: T };

export interface RecordDefinition<T, K = void> {
  /** For the log, for pages and for the folder of its fixtures. */
  readonly name: string;
  readonly key: (id: K) => string;
  /** Counted from 1. A record of version 1 has no version member. */
  readonly version: number;
  /** The oldest version of the definition that may read and rewrite what this one writes. */
  readonly readableFrom: number;
  /** Of the current version. Unknown members are left out of the value and kept in storage. */
  readonly schema: z.ZodType<T>;
  /** From version 1 to 2, from 2 to 3, and so on: one less than there are versions. */
  readonly migrations: readonly Migration[];
  readonly storedIn: 'value' | 'parts' | 'secret' | 'entity';
  /** Of parts: what is short enough for one value stands in it. */
  readonly inHead: boolean;
  /**
   * Of parts: those of the text before are deleted once another one stands there. Otherwise they stay until they
   * expire, for whoever is reading them.
   */
  readonly dropsParts: boolean;
  /** Days; absent: until it is deleted. */
  readonly life?: number;
  readonly unreadable: Unreadable<T>;
  /**
   * What a writer does where a newer version wrote: `refuse` throws NewerRecord, `leave` writes nothing. By
   * default it refuses where readers are stopped.
   */
  readonly overNewer: 'refuse' | 'leave';
  /** What follows from both, for maintainers. */
  readonly means: { readonly absent: string; readonly unreadable: string };
  /** Names an item of a list, so that a changed item keeps its unknown members; `undefined`: it has no name. */
  readonly itemKey?: (item: unknown) => string | undefined;
}

type Defaulted = 'readableFrom' | 'storedIn' | 'inHead' | 'dropsParts' | 'overNewer';

type Input<T, K> = Omit<RecordDefinition<T, K>, Defaulted> & Partial<Pick<RecordDefinition<T, K>, Defaulted>>;

/** @throws RangeError where versions and migrations do not fit together. */
export function defineRecord<T, K = void>(input: Input<T, K>): RecordDefinition<T, K> {
  const { name, version, migrations, readableFrom = version } = input;
  if (version < 1 || migrations.length !== version - 1) {
    throw new RangeError(
      `Record ${name} has version ${version}: it needs ${version - 1} migrations and has ${migrations.length}.`,
    );
  }
  if (readableFrom < 1 || readableFrom > version) {
    throw new RangeError(`Record ${name}: readableFrom is ${readableFrom}, its version ${version}.`);
  }
  const overNewer = input.unreadable === 'stop' ? 'refuse' : 'leave';
  return { storedIn: 'value', inHead: false, dropsParts: false, overNewer, ...input, readableFrom };
}
