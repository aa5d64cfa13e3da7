import { approvalsOf, isApproved } from '../plan/fingerprint';
import { makePlan } from '../plan/make-plan';
import type { Change } from '../plan/plan';
import { apply } from './apply';
import { prepare } from './prepare';
import type { SyncPorts, SyncRequest } from './ports';
import { read, type Reading } from './read';
import { refuse } from './refuse';
import type { SyncEnd } from './sync-end';
import { Work } from './work';

const NOTHING = { epics: 0, tasks: 0, subtasks: 0 };

/**
 * Read, plan, check, apply, record: a preview is the same, stopped early. May be called again after it
 * stopped anywhere: it reads anew, plans what is left, and makes nothing twice.
 * Throws Pause to go on later, Superseded to leave it to a newer run, UpstreamError when a side fails.
 */
export async function runSync(request: SyncRequest, ports: SyncPorts): Promise<SyncEnd> {
  const reading = await read(request, ports);
  const plan = makePlan(planInput(request, reading));
  const prepared = await prepare(plan, request, reading, ports);
  const end = { plan, workloadName: reading.review.workload.name };

  const refusal = refuse(plan, prepared, reading, request);
  if (refusal)
    return { ...end, ...refusal, created: NOTHING, tally: request.tally, failed: plan.remarks.blocked };

  const { approved } = request;
  if (!approved) await ports.approve(plan.changes.flatMap(approvalsOf), plan);
  const allowed = plan.changes.filter((change) => !approved || isApproved(change, approved));
  const work = new Work(
    request,
    ports,
    reading,
    plan,
    stepsOf(allowed),
    prepared.profiles,
    prepared.lastNumbers,
  );
  const ledger = await apply(allowed, work);
  return {
    ...end,
    kind: 'applied',
    why: undefined,
    created: ledger.created(),
    tally: ledger.snapshot(),
    failed: [...plan.remarks.blocked, ...ledger.failed],
  };
}

/** A closing after a creation is a step of its own. */
function stepsOf(changes: readonly Change[]): number {
  return changes.length + changes.filter((change) => change.kind === 'create' && change.thenClose).length;
}

function planInput(request: SyncRequest, reading: Reading) {
  return {
    review: reading.review,
    settings: request.settings,
    run: request.options,
    projectId: request.projectId,
    servedProjects: request.servedProjects,
    issues: reading.issues,
    links: reading.book.links,
    uncertain: reading.uncertain,
  };
}
