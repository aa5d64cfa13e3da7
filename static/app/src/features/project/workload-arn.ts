/** What a workload's ARN says. Pure. */

export interface WorkloadArnParts {
  readonly region: string;
  readonly account: string;
  readonly id: string;
}

/** `arn:aws:wellarchitected:us-east-1:111122223333:workload/<id>`; parts that are missing are empty. */
export function workloadArnParts(arn: string): WorkloadArnParts {
  const [, , , region = '', account = '', resource = ''] = arn.split(':');
  return { region, account, id: resource.replace(/^workload\//, '') };
}

/** The last part of a lens's identity, for where nobody can say its name. */
export function lensIdOf(identity: string): string {
  return identity.slice(identity.lastIndexOf('/') + 1);
}
