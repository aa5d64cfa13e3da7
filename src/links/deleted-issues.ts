/** Issues of ours of which Jira told that they were deleted: what an absence alone does not tell. */
import { z } from 'zod';
import type { KeyValues } from '../key-values';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';

export interface DeletedIssues {
  add(issueId: string): Promise<void>;
  has(issueId: string): Promise<boolean>;
}

export const deletedIssueRecord = defineRecord({
  name: 'deleted-issue',
  key: (issueId: string) => `deleted:${issueId}`,
  version: 1,
  schema: z.literal(true),
  migrations: [],
  // Jira never gives an id again.
  life: 365,
  unreadable: 'absent',
  means: {
    absent: 'Jira told of no deletion: the status of an issue that is not found stays in the notes.',
    unreadable: 'As absent.',
  },
});

export function createDeletedIssues(kvs: KeyValues, log?: RecordLog): DeletedIssues {
  const record = openRecord(deletedIssueRecord, kvs, log);
  return {
    add: (issueId) => record.write(true, issueId),
    has: async (issueId) => (await record.read(issueId)) === true,
  };
}
