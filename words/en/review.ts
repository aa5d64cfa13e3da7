/** Words of what a review says of its items, by code: ICU messages. */
export const review = {
  'practice-selected': 'the best practice is selected',
  'practice-not-applicable': 'the best practice is marked not applicable',
  'practice-open': 'the best practice is not selected',
  'question-not-applicable': 'the question is marked not applicable',
  'question-risk': "the question's risk is {risk}",

  'risk-outside-scope': 'its question has risk {risk}',
  'not-selected': 'its lens, pillar or question is not selected in the settings',

  'lens-removed': 'its lens is not applied to the workload any more',
  'question-withdrawn': 'the lens has withdrawn its question',
  'practice-withdrawn': 'the lens has withdrawn its best practice',

  risk: 'risk: {old} → {new}',

  'unknown-name':
    'The review has no {kind, select, lens {lens} pillar {pillar} other {question}} "{name}"; it has {count, plural, =0 {none} other {{known}}}.',
} as const;
