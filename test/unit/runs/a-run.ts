/** A sync that the project admin started, and the same one started by nobody, as they wait for their turn. */
import { continueRun } from '../../../src/runs/continue-run';
import { LEASE_SECONDS } from '../../../src/runs/lease-store';
import type { Run } from '../../../src/runs/model';
import { newRun } from '../../../src/runs/new-run';
import { UpstreamError } from '../../../src/upstream-error';
import { type MemoryPlatform, PROJECT } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';
import { asReason } from '../../../src/reason';

export const SITE = 'a-site';

export const SYNC: Run = newRun({
  ...{ id: 'r1', site: SITE, startedBy: 'project admin', projectId: PROJECT.id, mode: 'sync' },
  ...{ workloadArn: WORKLOAD_ARN, workloadName: 'as it was', selection: {}, recreate: false, settle: [] },
  confirm: false,
});

const { startedBy, ...others } = SYNC;
export const AUTOMATIC_SYNC: Run = others;

/** What becomes of it when its turn comes. */
export async function continued(platform: MemoryPlatform, run: Run = SYNC): Promise<Run> {
  await platform.runs.save(run);
  await continueRun({ runId: run.id }, SITE, platform);
  return runIn(platform, run.id);
}

export async function runIn(platform: MemoryPlatform, id = 'r1'): Promise<Run> {
  const run = await platform.runs.load(id);
  if (!run) throw new Error(`There is no run ${id}`);
  return run;
}

export function trouble(
  code: string,
  details: { readonly retryable: boolean; readonly retryAfterSeconds?: number },
): UpstreamError {
  return new UpstreamError(asReason(`AWS answered ${code}`), { service: 'aws', code, ...details });
}

/** An invocation of the run died with the lease, which has ended since. */
export async function died(platform: MemoryPlatform, runId: string): Promise<void> {
  await platform.leases.take(WORKLOAD_ARN, runId);
  platform.now += LEASE_SECONDS * 1000;
}
