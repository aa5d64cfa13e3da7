/** Records of any length, in numbered parts: written anew as a whole, never changed. */
import { decode, encode, versionOf, versionToWrite, type Reading } from './decode';
import { loadLong, saveLong, type SaveLongOptions } from './long-value';
import { mayReplace, setOptionsOf, valueOf, type OpenRecord, type RecordStorage } from './open-record';
import type { RecordDefinition } from './record';
import { logRecordProblem, type RecordLog } from './record-log';

export interface OpenLongRecord<T, K> extends Pick<OpenRecord<T, K>, 'inspect' | 'read' | 'write'> {
  /** Writes where nothing is stored, without a read. Rejects where something is, whatever it is. */
  claim(value: T, id: K): Promise<void>;
}

/**
 * As `openRecord`, with a read for each part and one more. `write` reads the head, and the parts only of what a
 * newer version wrote.
 */
export function openLongRecord<T, K>(
  definition: RecordDefinition<T, K>,
  storage: RecordStorage,
  log: RecordLog = logRecordProblem,
): OpenLongRecord<T, K> {
  const told = (reading: Reading<T>) => {
    if (reading.kind === 'problem') log(reading.problem);
    return reading;
  };

  /** What is damaged under the head of a newer version is of that: it may cut its values otherwise. */
  async function inspect(id: K): Promise<Reading<T>> {
    const key = definition.key(id);
    const reading = decode(definition, key, await loadLong(storage, key));
    const head = reading.kind === 'problem' ? versionOf(await storage.get(key)) : undefined;
    const isNewer = head !== undefined && head.version > definition.version;
    return told(isNewer ? decode(definition, key, { v: head.version }) : reading);
  }

  return {
    inspect,
    read: async (id) => valueOf(definition, await inspect(id)),
    async write(value, id) {
      const there = await storage.get(definition.key(id));
      const before = await toReplace(id, there);
      if (!mayReplace(definition, before)) return;
      const stored = before.kind === 'value' ? before.version : undefined;
      const { version, readableFrom } = versionToWrite(definition, stored);
      const head = version === 1 ? {} : { v: version, readableFrom };
      const options = { head, ...wayOf(definition), ...(definition.dropsParts ? { before: there } : {}) };
      await saveLong(storage, before.key, encode(definition, before, value), options);
    },
    async claim(value, id) {
      const absent = { kind: 'absent', key: definition.key(id) } as const;
      const { version, readableFrom } = definition;
      const head = version === 1 ? {} : { v: version, readableFrom };
      const options = { head, ...wayOf(definition), isNew: true };
      await saveLong(storage, absent.key, encode(definition, absent, value), options);
    },
  };

  /** Only what a newer version wrote may hold what is unknown here; all else counts as absent. */
  async function toReplace(id: K, there: unknown): Promise<Reading<T>> {
    const key = definition.key(id);
    const head = versionOf(there);
    if (head === undefined || head.version <= definition.version) return { kind: 'absent', key };
    return inspect(id);
  }
}

function wayOf(definition: Pick<RecordDefinition<never>, 'life' | 'inHead'>): SaveLongOptions {
  return { life: setOptionsOf(definition) ?? 'forever', inHead: definition.inHead };
}
