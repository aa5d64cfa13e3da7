/**
 * Pending changes as earlier versions of the app stored them, in plain values: when a subject changed, and which change
 * was handled. A job that such a version queued may still come; all of it expires within days.
 */
import { z } from 'zod';
import { hash } from '../hash';
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import { openPendingChanges } from './open-pending-changes';
import type { ReconcileJob, Subject } from './pending-change-record';
import type { PendingChangeStorage } from './pending-change-storage';

const momentSchema = z.object({ at: z.number() });

/** Days. */
const LIFE = 2;

export const earlierChangeRecord = defineRecord({
  name: 'touch',
  key: (subject: Subject) => keyOf('touched', subject),
  version: 1,
  schema: momentSchema,
  migrations: [],
  life: LIFE,
  unreadable: { as: { at: 0 } },
  means: {
    absent: 'Nobody changed the question while an earlier version was there.',
    unreadable:
      'Changed long ago: the job of the earlier version reconciles the question, and no change is lost.',
  },
});

type Work = 'queued' | 'handled';

export const earlierWorkRecord = defineRecord({
  name: 'touch-work',
  key: (id: readonly [work: Work, subject: Subject]) => keyOf(...id),
  version: 1,
  schema: momentSchema,
  migrations: [],
  life: LIFE,
  unreadable: 'absent',
  means: {
    absent: 'An earlier version handled nothing.',
    unreadable: 'As absent: it costs a run of a question that was handled.',
  },
});

export interface EarlierChanges {
  /** Makes what is left to do for a job of an earlier version a pending change of this one. */
  takeOver(job: ReconcileJob): Promise<void>;
}

export interface EarlierChangesOptions {
  readonly kvs: KeyValues;
  readonly storage: PendingChangeStorage;
  readonly log?: RecordLog;
}

export function createEarlierChanges({ kvs, storage, log }: EarlierChangesOptions): EarlierChanges {
  const touched = openRecord(earlierChangeRecord, kvs, log);
  const work = openRecord(earlierWorkRecord, kvs, log);
  const records = openPendingChanges(storage, log);
  return {
    async takeOver({ at, ...subject }) {
      const last = (await touched.read(subject))?.at;
      if (last === undefined || last === (await work.read(['handled', subject]))?.at) return;
      const found = await records.inspect(subject);
      // What this version has noted is newer, and has a job of its own.
      if (found.reading.kind === 'absent')
        await records.replace(found, { changedAt: last, queuedFor: at }, at);
    },
  };
}

function keyOf(kind: Work | 'touched', { direction, workloadArn, lens, question }: Subject): string {
  return `${kind}:${direction}:${hash(JSON.stringify([workloadArn, lens, question]))}`;
}
