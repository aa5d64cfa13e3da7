/** Words of what people are told of runs and issues that they ask for, by code: ICU messages. */
export const visible = {
  hidden: 'It is hidden from you, and so is what there is to say about it.',
  'hidden-title': 'An issue that you may not see',
  'hidden-issue': 'an issue that you may not see',
  'for-admins': '(shown to admins of the project)',

  'no-run': 'Project {project} has no run {run}; runs are kept for 30 days.',
  'no-plan-page': 'Run {run} has no page {page} of a plan.',
  'no-visible-issue': 'Project {project} has no issue {issue} that you can see.',

  'workload-not-linked-here':
    'The workload of this issue is not linked to this project, so AWS is not asked about it here. Move the issue back, or link the workload to this project.',
  'question-withdrawn-in-aws': 'AWS has withdrawn this question from the lens.',
} as const;
