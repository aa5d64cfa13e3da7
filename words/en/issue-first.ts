/**
 * The words of descriptions that the app wrote before it remembered of what values: what such a text says is known
 * by writing it once more. Never changes.
 */
export const issueFirst = {
  review: 'AWS Well-Architected review of this workload.',
  environment: 'Environment',
  account: 'AWS account',
  accounts: 'Accounts in scope',
  regions: 'Regions',
  reviewOwner: 'Review owner',
  questionsByRisk: 'Questions by risk',
  version: 'version',
  noQuestion: 'no question',
  openReview: 'Open in the AWS Well-Architected Tool',
  where: 'Where',
  risk: 'Risk',
  riskOfQuestion: 'Risk of the question',
  guidance: 'Guidance',
  answer: 'Answer in the AWS Well-Architected Tool',
  high: 'high',
  medium: 'medium',
  none: 'none',
  unanswered: 'not answered yet',
  notApplicable: 'not applicable',
  countUnanswered: 'unanswered',
} as const;
