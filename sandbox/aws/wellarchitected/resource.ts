/** The resource that a request is checked against. */
import type { Signed, Site } from '../endpoint';
import { partitionOf } from '../regions';
import { canSee } from './find';
import type { Operation } from './operation';

/**
 * The ARN that a request is about, or `*`. A workload that the caller's account does not see, or that does not
 * exist, is taken as one of that account (unverified, A19).
 *
 * @param workloadId as the path has it, whatever it is: authorisation comes before validation (unverified, A20).
 */
export function resourceOf(
  { records }: Site,
  { principal, region }: Signed,
  { resource }: Operation,
  workloadId: string | undefined,
): string {
  if (resource === 'none' || workloadId === undefined) return '*';
  const workload = records.workloads.get(workloadId);
  if (workload?.region === region && canSee(workload, principal.account)) return workload.arn;
  return `arn:${partitionOf(region)}:wellarchitected:${region}:${principal.account}:workload/${workloadId}`;
}
