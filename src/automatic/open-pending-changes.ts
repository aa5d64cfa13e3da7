/** Reading and writing the records of pending changes. */
import { decode, encode, isNewer, type Reading } from '../storage/decode';
import { setOptionsOf, valueOf } from '../storage/open-record';
import { logRecordProblem, type RecordLog } from '../storage/record-log';
import { pendingChangeRecord, type StoredChange, type Subject } from './pending-change-record';
import type { PendingChangeStorage, StoredEntity, StoredValue } from './pending-change-storage';

/** A change that waits for work, as it was read. */
export interface PendingChange extends Facts, Read {}

export type Facts = Omit<StoredChange, 'subject' | 'workload' | 'due'>;

export interface PendingChangeRecords {
  /** One read. */
  inspect(subject: Subject): Promise<Found>;
  /** Writes whatever stands there by now. */
  put(record: Read, facts: Facts, due: number): Promise<void>;
  /** Writes where the change still is the one that was read; false: somebody changed the subject meanwhile. */
  replace(record: Read, facts: Facts, due?: number): Promise<boolean>;
  /** One of several, by a query. */
  inQuery(value: StoredValue): PendingChange | undefined;
}

interface Read {
  readonly subject: Subject;
  readonly reading: Reading<StoredChange>;
}

export interface Found extends Read {
  /** What stands there, pending or not. */
  readonly stored: StoredChange | undefined;
  /** The same where it is pending. */
  readonly pending: PendingChange | undefined;
}

const OPTIONS = setOptionsOf(pendingChangeRecord);

export function openPendingChanges(
  storage: Pick<PendingChangeStorage, 'get' | 'set' | 'replace'>,
  log: RecordLog = logRecordProblem,
): PendingChangeRecords {
  const readingOf = (key: string, value: unknown): Reading<StoredChange> => {
    const reading = decode(pendingChangeRecord, key, value);
    if (reading.kind === 'problem') log(reading.problem);
    return reading;
  };

  return {
    async inspect(subject) {
      const key = pendingChangeRecord.key(subject);
      return foundIn(subject, readingOf(key, await storage.get(key)));
    },
    async put({ subject, reading }, facts, due) {
      if (isNewer(reading)) return;
      await storage.set(reading.key, entityOf(reading, facts, subject, due), OPTIONS);
    },
    async replace({ subject, reading }, facts, due) {
      if (reading.kind === 'problem') return false;
      const before = reading.kind === 'value' ? reading.value.changedAt : undefined;
      return storage.replace(reading.key, before, entityOf(reading, facts, subject, due), OPTIONS);
    },
    inQuery({ key, value }) {
      const reading = readingOf(key, value);
      const subject = reading.kind === 'value' ? reading.value.subject : undefined;
      return subject && foundIn(subject, reading).pending;
    },
  };
}

function foundIn(subject: Subject, reading: Reading<StoredChange>): Found {
  const stored = valueOf(pendingChangeRecord, reading);
  if (stored?.due === undefined) return { subject, reading, stored, pending: undefined };
  const { subject: _, workload, due, ...facts } = stored;
  return { subject, reading, stored, pending: { ...facts, subject, reading } };
}

function entityOf(
  reading: Reading<StoredChange>,
  facts: Facts,
  subject: Subject,
  due: number | undefined,
): StoredEntity {
  const pending = due === undefined ? {} : { workload: subject.workloadArn, due };
  return encode(pendingChangeRecord, reading, { subject, ...facts, ...pending }) as StoredEntity;
}
