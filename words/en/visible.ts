/** Words in the place of what a person may not see, by code: ICU messages. */
export const visible = {
  hidden: 'It is hidden from you, and so is what there is to say about it.',
  'hidden-title': 'A work item that you may not see',
  'hidden-issue': 'a work item that you may not see',
  'for-admins': '(shown to admins of the space)',
} as const;
