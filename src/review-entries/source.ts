import { identityKey } from '../jira/ownership';
import type { Gone, Source } from '../plan/source';
import type { Selection } from '../settings/model';
import type { Review } from '../wellarchitected/model';
import type { Identity } from '../jira/model';
import { catalogue, type Covered } from './catalogue';
import type { ReviewEntry } from './entry';
import { isWhole } from './scope';

/** A review as a source of entries. Pure. @param run what this run alone selects of what the settings cover */
export function reviewSource(review: Review, settings: Covered, run: Selection): Source<ReviewEntry> {
  return {
    entries: catalogue(review, settings, run),
    isWhole: isWhole(run),
    keyOf: ({ property }) => identityKey(property),
    gone: ({ property }) => goneBecause(property, review),
    propertyChanges: (before, after) =>
      before.risk === after.risk ? [] : [`risk: ${before.risk ?? 'none'} → ${after.risk ?? 'none'}`],
  };
}

function goneBecause({ lens: lensIdentity, question }: Identity, review: Review): Gone {
  const lens = review.lenses.find(({ identity }) => identity === lensIdentity);
  if (!lens) return { code: 'lens-removed', reason: 'its lens is not applied to the workload any more' };
  const questions = lens.pillars.flatMap((pillar) => pillar.questions);
  return questions.some(({ id }) => id === question)
    ? { code: 'practice-withdrawn', reason: 'the lens has withdrawn its best practice' }
    : { code: 'question-withdrawn', reason: 'the lens has withdrawn its question' };
}
