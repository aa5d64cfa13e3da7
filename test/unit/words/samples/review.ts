import type { ReviewReasons } from '../../../../src/review-entries/reasons';
import type { Samples } from '../said';

export const REVIEW: Samples<ReviewReasons> = {
  'practice-selected': [{}, 'the best practice is selected'],
  'practice-not-applicable': [{}, 'the best practice is marked not applicable'],
  'practice-open': [{}, 'the best practice is not selected'],
  'question-not-applicable': [{}, 'the question is marked not applicable'],
  'question-risk': [{ risk: 'HIGH' }, "the question's risk is HIGH"],
  'risk-outside-scope': [{ risk: 'UNANSWERED' }, 'its question has risk UNANSWERED'],
  'not-selected': [{}, 'its lens, pillar or question is not selected in the settings'],
  'lens-removed': [{}, 'its lens is not applied to the workload any more'],
  'question-withdrawn': [{}, 'the lens has withdrawn its question'],
  'practice-withdrawn': [{}, 'the lens has withdrawn its best practice'],
  risk: [{ old: 'none', new: 'HIGH' }, 'risk: none → HIGH'],
  'unknown-name': [
    { kind: 'lens', name: 'serverles', known: ['main', 'extra'], count: 2 },
    'The review has no lens "serverles"; it has main, extra.',
  ],
};
