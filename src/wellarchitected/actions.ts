/**
 * The actions that the app calls, as IAM spells them, by the policy of aws/role.yaml that allows them.
 *
 * Those of the account have no resource type, so that a policy grants them for `*` or not at all; all others name
 * the workload as their resource (Service Authorization Reference, "AWS Well-Architected Tool"). That AWS checks
 * the lens operations against the workload alone is documented but unverified.
 */
export const ACCOUNT_ACTIONS = [
  'wellarchitected:ListWorkloads',
  'wellarchitected:GetGlobalSettings',
] as const;

export const READ_ACTIONS = [
  'wellarchitected:GetLensReview',
  'wellarchitected:GetWorkload',
  'wellarchitected:ListAnswers',
  'wellarchitected:ListLensReviewImprovements',
  'wellarchitected:ListLensReviews',
] as const;

export const WRITE_ACTIONS = ['wellarchitected:GetAnswer', 'wellarchitected:UpdateAnswer'] as const;

/** The policy's name in aws/role.yaml; `undefined` for an action that the app does not use. */
export function policyOf(action: string): 'ReadReviews' | 'WriteAnswers' | undefined {
  if (WRITE_ACTIONS.some((known) => known === action)) return 'WriteAnswers';
  return [...ACCOUNT_ACTIONS, ...READ_ACTIONS].some((known) => known === action) ? 'ReadReviews' : undefined;
}
