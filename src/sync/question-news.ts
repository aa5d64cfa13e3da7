/** Whether what Jira says of one question's issues is news beside what the app told of it in AWS. Pure. */
import type { Identity } from '../jira/model';
import { rememberedDigest } from '../notes/written-block';
import type { Link } from '../review-entries/link';
import { covers } from '../review-entries/scope';
import type { EffectiveSettings } from '../settings/model';
import type { LinkedIssue, QuestionIssues } from './question-issues';
import type { LensNotes } from './write-back/notes-memory';
import { questionKey, questionStatuses, type KnownIssue } from './write-back/question-status';

export interface QuestionNow extends QuestionIssues {
  readonly question: Identity;
  /** Of its lens. */
  readonly memory: LensNotes | undefined;
  readonly siteUrl: string;
  readonly settings: Pick<EffectiveSettings, 'selection' | 'resolveSelects'>;
}

/**
 * - `none`: no status moved since the notes were written, or the settings leave the question out.
 * - `told`: the notes say it; whether an answer has to follow is not known from them.
 * - `moved`: a status moved.
 * - `needs-whole`: that takes more than this question's issues to tell.
 */
export type QuestionNews = 'none' | 'told' | 'moved' | 'needs-whole';

export function questionNews(now: QuestionNow): QuestionNews {
  const { question, known, isSomeGone, memory, settings } = now;
  if (isSomeGone) return 'needs-whole';
  const told = questionStatuses(known.map(asKnown), now.siteUrl).get(questionKey(question));
  if (told === undefined || memory === undefined) return known.length > 0 ? 'needs-whole' : 'none';
  if (isLeftOut(question, settings, known[0]?.link, memory)) return 'none';
  const remembered = memory.questions.get(question.question ?? '');
  if (remembered === undefined || rememberedDigest(remembered) !== told.digest) return 'moved';
  return settings.resolveSelects ? 'told' : 'none';
}

/** Whether the issues are as both sides were when a run last compared them; where that is not known, they are not. */
export function isAsCompared({ known }: Pick<QuestionIssues, 'known'>): boolean {
  return known.every(({ link: { identity, synced }, issue: { status, resolution } }) => {
    if (synced.jira !== (status.category === 'done' ? 'done' : 'open')) return false;
    if (synced.jira === 'open' || identity.choice === undefined) return true;
    const { closedAs } = synced;
    return closedAs?.statusId === status.id && closedAs.resolutionId === resolution?.id;
  });
}

/** Whether the settings leave the question out: nothing of it is changed then, as no run does either. */
function isLeftOut(
  { lens = '', question = '' }: Identity,
  { selection }: QuestionNow['settings'],
  link: Link | undefined,
  { alias }: LensNotes,
): boolean {
  const pillar = { id: link?.pillar ?? '' };
  return !covers(selection, { lens: { identity: lens, alias }, pillar, question: { id: question } });
}

function asKnown({ link, issue }: LinkedIssue): KnownIssue {
  return { identity: link.identity, issue, title: link.summary };
}
