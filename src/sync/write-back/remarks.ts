/** What a person should know about a question's notes and choices, in words. Pure. */
import type { OurIssue } from '../../jira/model';
import type { Conflict, NoRoom } from '../../notes/merged';
import type { ConflictReason } from '../../notes/model';
import type { WordedRemark } from '../../remark';
import type { AnswerOutcome } from './write-answer';

type Subject = { readonly key?: string; readonly title: string };

const CONFLICT_WORDS: Readonly<Record<ConflictReason, string>> = {
  edited: 'Somebody edited the Jira status block in the notes. Choose which text stays.',
  broken: 'A marker line of the Jira status block in the notes is missing or damaged.',
  doubled: 'The notes hold more than one Jira status block.',
  nested: 'The marker lines of the Jira status block in the notes are nested or out of order.',
  newer:
    'A newer version of this app wrote the Jira status block in the notes. It stays as it is until this app is as new.',
};

/** For markers that do not say where the block begins and ends: it cannot be replaced, only given up. */
const UNCLEAR_EXTENT =
  'What belongs to the block cannot be told: keep the text of the notes, or repair them in AWS.';

/** A conflict to settle, or a lack of room: nothing was written. */
export function notesRemark(subject: Subject, problem: Conflict | NoRoom): WordedRemark {
  return problem.kind === 'conflict'
    ? { ...subject, code: `notes-${problem.why}`, reason: `in AWS: ${conflictWords(problem)}` }
    : { ...subject, code: 'notes-full', reason: `in AWS: ${roomWords(problem)}` };
}

function conflictWords({ why, settledBy }: Conflict): string {
  const canOnlyBeGivenUp = settledBy.includes('aws') && !settledBy.includes('jira');
  return canOnlyBeGivenUp ? `${CONFLICT_WORDS[why]} ${UNCLEAR_EXTENT}` : CONFLICT_WORDS[why];
}

function roomWords({ missing }: NoRoom): string {
  const characters = missing === 1 ? '1 character' : `${missing} characters`;
  return `The notes are full: the shortest Jira status needs ${characters} more. Nothing was written.`;
}

export function overwrittenRemark(
  subject: Subject,
  { overwritten, notes }: Pick<AnswerOutcome, 'overwritten' | 'notes'>,
): readonly WordedRemark[] {
  if (overwritten === undefined || notes.kind !== 'written') return [];
  const who =
    overwritten === 'conformity'
      ? "Trend Micro Conformity's sync had replaced the notes in AWS; its report stays, and"
      : 'somebody had taken the Jira status out of the notes in AWS;';
  return [{ ...subject, code: 'notes-overwritten', reason: `${who} the Jira status was put back.` }];
}

export function staleRemark({ key, summary }: OurIssue): WordedRemark {
  return {
    key,
    title: summary,
    code: 'choice-changed',
    reason:
      'somebody changed the answer in AWS while this run was under way; it is compared again by the next run.',
  };
}
