/** What a person should know about a question's notes and choices. Pure. */
import type { OurIssue } from '../../jira/model';
import type { Conflict, NoRoom } from '../../notes/merged';
import type { Remark } from '../../plan/plan';
import { because } from '../reasons';
import type { AnswerOutcome, NotTaken } from './decide-answer';

type Subject = { readonly key?: string; readonly title: string };

/** A conflict to settle, or a lack of room: nothing was written. Or it was, and AWS has something else. */
export function notesRemark(subject: Subject, problem: Conflict | NoRoom | NotTaken): Remark {
  if (problem.kind === 'not-taken') return { ...subject, ...because('not-taken', { what: 'notes' }) };
  if (problem.kind === 'no-room')
    return { ...subject, ...because('notes-full', { missing: problem.missing }) };
  const { why, settledBy } = problem;
  return { ...subject, ...because(`notes-${why}`), ...(settledBy.length === 0 ? {} : { settledBy }) };
}

/** Of a question that needs no issue, so that nothing else tells of its Task. */
export function staysRemark({ title }: Subject): Remark {
  return { title, ...because('block-stays') };
}

export function overwrittenRemark(
  subject: Subject,
  { overwritten, notes }: Pick<AnswerOutcome, 'overwritten' | 'notes'>,
): readonly Remark[] {
  if (overwritten === undefined || notes?.kind !== 'written') return [];
  return [{ ...subject, ...because('notes-overwritten', { by: overwritten }) }];
}

export function staleRemark({ key, summary }: OurIssue): Remark {
  return { key, title: summary, ...because('choice-changed') };
}

export function notTakenRemark({ key, summary }: OurIssue): Remark {
  return { key, title: summary, ...because('not-taken', { what: 'choice' }) };
}
