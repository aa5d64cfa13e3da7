/** By which ways a project's issues went to their targets, in Forge storage: one value for each project. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import { LEVELS } from './jira';
import type { Way } from './ways';

const way = z.object({
  issueTypeId: z.string(),
  level: z.enum(LEVELS),
  to: z.string(),
  steps: z
    .array(z.object({ id: z.string(), name: z.string() }))
    .min(2)
    .readonly(),
  stuckAt: z.object({ issueId: z.string() }).exactOptional(),
});

export const waysRecord = defineRecord<{ readonly ways: readonly Way[] }, string>({
  name: 'ways',
  key: (projectId: string) => `ways:${projectId}`,
  version: 1,
  schema: z.object({ ways: z.array(way).readonly() }),
  migrations: [],
  unreadable: 'absent',
  means: {
    absent: 'No issue of the project was moved yet: the first one of each type is moved alone.',
    unreadable: 'As absent.',
  },
});

export interface WayStore {
  /** The newest first. */
  load(projectId: string): Promise<readonly Way[]>;
  /** What another run learned meanwhile is lost, and learned again. */
  save(projectId: string, ways: readonly Way[]): Promise<void>;
}

export function createWayStore(kvs: KeyValues, log?: RecordLog): WayStore {
  const record = openRecord(waysRecord, kvs, log);
  return {
    load: async (projectId) => (await record.read(projectId))?.ways ?? [],
    save: (projectId, ways) => record.write({ ways }, projectId),
  };
}
