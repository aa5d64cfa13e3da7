/** Whom a site connection serves, as a form edits it. Pure. */
import type { ConnectionView, Serves } from '../../../../../src/contract';

export interface ServedProject {
  readonly projectKey: string;
  /** Absent: every workload that the role reaches; otherwise one ARN on each line. */
  readonly arns?: string;
}

/** A project that is gone has no key, and cannot be named again. */
export function servedIn(serves: ConnectionView['serves']): ServedProject[] {
  return serves.flatMap(({ projectKey, workloadArns }) => {
    if (projectKey === undefined) return [];
    return [{ projectKey, ...(workloadArns === undefined ? {} : { arns: workloadArns.join('\n') }) }];
  });
}

export function toServes(served: readonly ServedProject[]): Serves[] {
  return served.map(({ projectKey, arns }) => ({
    projectKey,
    ...(arns === undefined ? {} : { workloadArns: arns.split(/[\s,]+/).filter(Boolean) }),
  }));
}
