/**
 * Words of what the app writes into descriptions, around AWS's own. Changing them rewrites no description: see
 * decision 19. Texts of before are known by `issue-first.ts`, which never changes.
 */
export const issue = {
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
