import type { RunOutcome } from '../../../../../src/contract';

const LEVELS = { epic: 'Workload', task: 'Question', subtask: 'Best practice' } as const;

export const issue = {
  loading: 'Loading the review',
  where: 'Where this sits',
  levels: LEVELS,
  lens: 'Lens',
  pillar: 'Pillar',
  practice: {
    open: 'Not selected in AWS',
    selected: 'Selected in AWS',
    notApplicable: 'Not applicable in AWS',
  },
  guidance: 'Guidance',
  console: 'Open in the AWS console',
  notes: 'Notes in AWS',
  notesOfPeople: 'Written by people',
  notesOfJira: 'Written by Jira',
  noNotes: 'The question has no notes.',
  lastSync: 'Last sync',
  never: 'This workload has not been synced yet.',
  problem: 'AWS was not asked',
  ends: {
    previewed: 'previewed',
    applied: 'applied',
    'changed-since': 'nothing applied: the review had changed',
    refused: 'refused by the safety check',
    blocked: 'blocked',
    failed: 'failed',
  },
  conflict: 'AWS and Jira say different things',
  keepAws: 'Keep AWS',
  keepJira: 'Keep Jira',
  settling: (side: 'aws' | 'jira') => (side === 'aws' ? 'Keeping what AWS says' : 'Keeping what Jira says'),
  sync: 'Sync now',
  syncHint: { epic: 'The whole workload', task: 'This question only' },
  previewing: 'Finding out what would change',
  syncing: 'Syncing',
  leave: 'You can leave; it goes on.',
  nothing: 'Nothing to do: the review and the issues agree.',
  plan: 'A sync would',
  apply: 'Apply',
  done: 'Synced.',
  doneFailed: 'Not everything worked',
  more: 'The project’s Well-Architected page shows it in full.',
  stopped: 'The sync did not run',
  planned: plannedLines,
} as const;

/** What a plan does, a line for each kind of change. */
function plannedLines({
  create,
  update,
  close,
  reopen,
  choose,
  notes,
}: RunOutcome['planned']): readonly string[] {
  const created = create.epics + create.tasks + create.subtasks;
  return [
    line(created, 'create 1 issue', (n) => `create ${n} issues`),
    line(update, 'change the text of 1 issue', (n) => `change the texts of ${n} issues`),
    line(close, 'close 1 issue', (n) => `close ${n} issues`),
    line(reopen, 'reopen 1 issue', (n) => `reopen ${n} issues`),
    line(choose, 'change 1 best practice in AWS', (n) => `change ${n} best practices in AWS`),
    line(notes, 'change the notes of 1 question', (n) => `change the notes of ${n} questions`),
  ].flat();
}

function line(count: number, one: string, many: (count: number) => string): readonly string[] {
  if (count === 0) return [];
  return [count === 1 ? one : many(count)];
}
