/** What a person should know about a question's notes and choices, in words. Pure. */
import type { OurIssue } from '../jira/model';
import type { Conflict, NoRoom } from '../notes/merged';
import type { WordedRemark } from '../remark';
import type { QuestionOutcome } from './write-question';

type Subject = { readonly key?: string; readonly title: string };

/** A conflict to settle, or a lack of room: nothing was written. */
export function notesRemark(subject: Subject, { kind, ...rest }: Conflict | NoRoom): WordedRemark {
  return 'why' in rest
    ? { ...subject, code: `notes-${rest.why}`, reason: `in AWS: ${rest.words}` }
    : { ...subject, code: 'notes-full', reason: `in AWS: ${rest.words}` };
}

export function overwrittenRemark(
  subject: Subject,
  { overwritten, notes }: Pick<QuestionOutcome, 'overwritten' | 'notes'>,
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
