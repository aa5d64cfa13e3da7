/** Every kind of remark. */
import type { RemarkCode } from '../../../src/use-cases/visible';

/** One that is added and not tried does not compile. */
const TRIED: Readonly<Record<RemarkCode, true>> = {
  'doubled-identity': true,
  'moved-away': true,
  'wrong-level': true,
  'deleted-in-jira': true,
  uncertain: true,
  'no-parent': true,
  'outside-scope': true,
  'text-edited': true,
  'moved-apart': true,
  'done-in-jira': true,
  'open-in-jira': true,
  'lens-removed': true,
  'question-withdrawn': true,
  'practice-withdrawn': true,
  'says-it-belongs': true,
  'made-again': true,
  'could-be-adopted': true,
  'is-adopted': true,
  'more-say-they-belong': true,
  'create-rejected': true,
  'parent-not-created': true,
  'uncertain-elsewhere': true,
  'open-subtasks': true,
  'write-refused': true,
  'write-failed': true,
  'answer-failed': true,
  'choice-changed': true,
  'notes-unread': true,
  'notes-edited': true,
  'notes-broken': true,
  'notes-doubled': true,
  'notes-nested': true,
  'notes-newer': true,
  'notes-full': true,
  'notes-overwritten': true,
  text: true,
};

export const REMARK_CODES = Object.keys(TRIED);
