import { identityKey } from '../jira/ownership';
import type { Source } from '../plan/source';
import type { Reason } from '../reason';
import type { Selection } from '../settings/model';
import type { Review } from '../wellarchitected/model';
import type { Identity } from '../jira/model';
import { catalogue, type Covered } from './catalogue';
import type { ReviewEntry } from './entry';
import type { IssueWords } from './issue-words';
import { because } from './reasons';
import { isWhole } from './scope';

/** A review as a source of entries. Pure. @param run what this run alone selects of what the settings cover */
export function reviewSource(
  review: Review,
  settings: Covered,
  run: Selection,
  words?: IssueWords,
): Source<ReviewEntry> {
  return {
    entries: catalogue(review, settings, run, words),
    isWhole: isWhole(run),
    keyOf: ({ property }) => identityKey(property),
    gone: ({ property }) => goneBecause(property, review),
    propertyChanges: (before, after) =>
      before.risk === after.risk
        ? []
        : [because('risk', { old: before.risk ?? 'none', new: after.risk ?? 'none' })],
  };
}

function goneBecause({ lens: lensIdentity, question }: Identity, review: Review): Reason {
  const lens = review.lenses.find(({ identity }) => identity === lensIdentity);
  if (!lens) return because('lens-removed');
  const questions = lens.pillars.flatMap((pillar) => pillar.questions);
  return questions.some(({ id }) => id === question)
    ? because('practice-withdrawn')
    : because('question-withdrawn');
}
