/** The resource that each action is checked against (Service Authorization Reference, "AWS Well-Architected Tool"). */
import type { Site } from '../endpoint';
import type { Signed } from '../endpoint';
import { partitionOf } from '../regions';
import { canSee } from './find';

/** `none`: the action has no resource type, and a policy grants it for `*` or not at all. */
export const RESOURCE_TYPES: Readonly<Record<string, 'workload' | 'none'>> = {
  AssociateLenses: 'workload',
  CreateWorkload: 'none',
  DeleteWorkload: 'workload',
  DisassociateLenses: 'workload',
  GetAnswer: 'workload',
  GetGlobalSettings: 'none',
  GetLensReview: 'workload',
  GetWorkload: 'workload',
  ListAnswers: 'workload',
  ListLensReviewImprovements: 'workload',
  ListLensReviews: 'workload',
  ListLenses: 'none',
  ListWorkloads: 'none',
  UpdateAnswer: 'workload',
  UpdateWorkload: 'workload',
};

/**
 * The ARN that a request is about, or `*`. A workload that the caller's account does not see, or that does not
 * exist, is taken as one of that account (unverified).
 *
 * @param workloadId as the path has it, whatever it is: authorisation comes before validation (unverified).
 */
export function resourceOf(
  { records }: Site,
  { principal, region }: Signed,
  operation: string,
  workloadId: string | undefined,
): string {
  if (RESOURCE_TYPES[operation] !== 'workload' || workloadId === undefined) return '*';
  const workload = records.workloads.get(workloadId);
  if (workload?.region === region && canSee(workload, principal.account)) return workload.arn;
  return `arn:${partitionOf(region)}:wellarchitected:${region}:${principal.account}:workload/${workloadId}`;
}
