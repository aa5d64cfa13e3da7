/** Records of any length, in numbered parts: written anew as a whole, never changed. */
import { decode, encode, versionOf, versionToWrite, type Reading } from './decode';
import { loadLong, saveLong } from './long-value';
import { mayReplace, setOptionsOf, valueOf, type OpenRecord, type RecordStorage } from './open-record';
import type { RecordDefinition } from './record';
import { logRecordProblem, type RecordLog } from './record-log';

/** As `openRecord`, with a read for each part and one more. `write` reads the head alone. */
export function openLongRecord<T, K>(
  definition: RecordDefinition<T, K>,
  storage: RecordStorage,
  log: RecordLog = logRecordProblem,
): Pick<OpenRecord<T, K>, 'inspect' | 'read' | 'write'> {
  const told = (reading: Reading<T>) => {
    if (reading.kind === 'problem') log(reading.problem);
    return reading;
  };

  async function inspect(id: K): Promise<Reading<T>> {
    const key = definition.key(id);
    return told(decode(definition, key, await loadLong(storage, key)));
  }

  return {
    inspect,
    read: async (id) => valueOf(definition, await inspect(id)),
    async write(value, id) {
      const key = definition.key(id);
      if (!mayReplace(definition, told(headReading(definition, key, await storage.get(key))))) return;
      const { version, readableFrom } = versionToWrite(definition, undefined);
      const head = version === 1 ? {} : { v: version, readableFrom };
      await saveLong(storage, key, encode(definition, undefined, value), head, setOptionsOf(definition));
    },
  };
}

/** Whether a newer version wrote it is in the head; nothing else of it is looked at. */
function headReading<T, K>(definition: RecordDefinition<T, K>, key: string, head: unknown): Reading<T> {
  const { readableFrom = 1 } = versionOf(head) ?? {};
  if (head === undefined || readableFrom <= definition.version) return { kind: 'absent', key };
  return decode(definition, key, { v: readableFrom });
}
