import type { Workload, WorkloadList } from './api';
import { AppError } from './app';
import { say } from './words';

/** The workload by ARN or by name. Throws AppError with all names; a name that two share asks for the ARN. */
export function chooseWorkload({ workloads, problems }: WorkloadList, asked: string): Workload {
  const byArn = workloads.find(({ arn }) => arn === asked);
  if (byArn) return byArn;
  const named = workloads.filter(({ name }) => name === asked);
  const [only] = named;
  if (only && named.length === 1) return only;
  throw new AppError(
    only
      ? `${named.length} workloads are named "${asked}"; name one by its ARN:\n${list(named)}`
      : [
          `No workload is named "${asked}". There are:`,
          list(workloads) || '  none',
          ...problems.map(say),
        ].join('\n'),
  );
}

function list(workloads: readonly Workload[]): string {
  return workloads.map(({ name, arn }) => `  ${name}\n    ${arn}`).join('\n');
}
