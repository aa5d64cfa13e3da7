import { approvalsOf, isApproved } from '../plan/fingerprint';
import type { Remark } from '../plan/plan';
import type { Plan } from '../review-entries/entry';
import { planReview } from '../review-entries/plan-review';
import { isWhole } from '../review-entries/scope';
import type { NotesPlan } from './write-back/plan-notes';
import { adoptionRemarks } from './adoption';
import { apply } from './apply';
import { asShown } from './as-shown';
import { Budget } from './budget/budget';
import { putBack } from './put-back/put-back';
import { othersRemarks } from './others-remarks';
import { readingOnce } from './write-back/last-read';
import { foreseenResolutions } from './foreseen-resolutions';
import { LeaseLost } from '../storage/fenced';
import type { Ledger } from './ledger';
import { lookAhead } from './look-ahead';
import type { Objection, SyncPorts, SyncRequest } from './ports';
import { read, type Reading } from './read';
import { refuse } from './refuse';
import { rememberTriage } from './remember-triage';
import { quietOnly } from './quiet-only';
import { because } from './reasons';
import { stepsOf } from './steps';
import type { SyncEnd } from './sync-end';
import { twinRemark } from './twins';
import { wayRemarks } from './way-remarks';
import { Work } from './work';

const NOTHING = { epics: 0, tasks: 0, subtasks: 0 };

/**
 * Read, plan, check, apply, bring status back, record: a preview is the same, stopped early. May be called again
 * after it stopped anywhere: it reads anew, plans what is left, and makes nothing twice.
 * Throws Pause to go on later, LeaseLost to leave it to a newer run, UpstreamError when a side fails.
 */
export async function runSync(request: SyncRequest, ports: SyncPorts): Promise<SyncEnd> {
  if (request.putBack === true && request.mode === 'sync') return putBack(request, ports);
  return carryOut(request, await read(request, ports), readingOnce(ports));
}

/** What a run does once it has read, however much that was. Throws as `runSync` does. */
export async function carryOut(request: SyncRequest, reading: Reading, ports: SyncPorts): Promise<SyncEnd> {
  const planned = planOf(request, reading);
  const { prepared, foreseen, recent } = await lookAhead(planned, request, reading, ports);
  const plan = asShown(planned, reading, foreseen.notes);
  const notices = [...foreseen.notices, ...(await noticesOf(plan, request, reading, ports))];
  const objection = await objectionTo(plan, request, reading, ports);
  const { approved } = request;
  const own = approved ? plan.changes.filter((change) => isApproved(change, approved)) : plan.changes;
  // It came later, or an earlier version approved it in other terms: it is still to be done.
  const unapproved = plan.changes.filter((change) => !own.includes(change));
  const wanted = { plan: { ...plan, changes: own }, unapproved, notes: foreseen.notes };
  const budget = await Budget.open({ ...wanted, request, reading, recent }, ports);
  const refusal = objection
    ? ({ kind: 'blocked', why: [objection] } as const)
    : refuse(plan, prepared, reading, request, budget);
  if (refusal?.kind === 'refused') await budget.stop();
  if (refusal) return refused(refusal, plan, foreseen.notes, request, reading, notices);

  const { changes, notes, heldBack } = await quietOnly(budget.allowed(), ports);
  await budget.reserve(changes, notes);
  if (!approved) await ports.approve(changes.flatMap(approvalsOf), plan, notes);
  const steps = stepsOf(changes, notes);
  const sending = budget.over(ports);
  const work = new Work(request, sending, reading, plan, steps, prepared.profiles, prepared.lastNumbers);
  const { ledger } = work;
  const done = () => doneBy(ledger, { plan, notes, notices, why: budget.why(), reading });
  try {
    await apply(changes, notes, work);
  } catch (error) {
    ports.leave?.({ ...done(), isIncomplete: true, sawAll: undefined });
    if (!(error instanceof LeaseLost)) {
      await budget.release();
      if (ledger.hasChanged()) await rememberTriage(ledger, request, reading, ports);
    }
    throw error;
  }
  await budget.settle(ledger);
  await rememberTriage(ledger, request, reading, ports);
  const isPartial = heldBack || unapproved.length > 0 || leavesWork(ledger);
  const rest = { isIncomplete: isPartial, sawAll: sawAll(request, reading, isPartial) };
  return { kind: 'applied', ...done(), ...rest };
}

interface Told extends Pick<SyncEnd, 'plan' | 'notes' | 'notices' | 'why'> {
  readonly reading: Reading;
}

/** What was done of a plan by now, and what there is to say of it. */
function doneBy(
  ledger: Ledger,
  { plan, notes, notices, why, reading }: Told,
): Omit<SyncEnd, 'kind' | 'isIncomplete' | 'sawAll'> {
  const standing = new Map([...notes.remarks, ...ledger.notesRemarks]);
  return {
    ...{ plan, notes, why, workloadName: reading.review.workload.name },
    created: ledger.created(),
    tally: ledger.snapshot(),
    ...{ gaveUp: ledger.gaveUp, failedForNow: ledger.failedForNow },
    failed: [...plan.remarks.blocked, ...ledger.failed],
    conflicts: [...plan.remarks.conflicts, ...standing.values()],
    notices: [...notices, ...ledger.notices],
    undecided: reading.renames.undecided,
  };
}

/** What a person should know of the plan and need not settle. */
async function noticesOf(
  plan: Plan,
  request: SyncRequest,
  reading: Reading,
  ports: SyncPorts,
): Promise<readonly Remark[]> {
  const { name } = reading.review.workload;
  return [
    ...adoptionRemarks(reading, name),
    ...madeAgain(plan, reading),
    ...reading.renames.unclear,
    ...othersRemarks(reading, name),
    ...(await wayRemarks(plan.changes, request, name, ports)),
    ...(await foreseenResolutions(plan.changes, request, name, ports)),
  ];
}

/** Issues that are not there any more stop it, as an implausible plan does. */
function planOf(request: SyncRequest, reading: Reading): Plan {
  const plan = planReview(planInput(request, reading));
  const twins = reading.twins.map(twinRemark);
  const own = [...plan.remarks.proposals, ...reading.renames.proposed];
  const proposals = [...own, ...twins.filter(({ proposal }) => proposal !== undefined)];
  const touched = twins.filter(({ proposal }) => proposal === undefined);
  const conflicts = [...plan.remarks.conflicts, ...touched];
  const told = { ...plan, remarks: { ...plan.remarks, proposals, conflicts } };
  return reading.many === undefined ? told : { ...told, refusal: reading.many };
}

/** Notes alone are in nobody's way: one question's run asks before it changes an issue or a choice. */
async function objectionTo(
  { changes }: Plan,
  { question }: SyncRequest,
  { review }: Reading,
  ports: SyncPorts,
): Promise<Objection | undefined> {
  return question !== undefined && changes.length === 0 ? undefined : ports.objection?.(review);
}

/** What a person should know before choosing so: a hidden issue looks like a deleted one. */
function madeAgain({ changes }: Plan, { workloadLinks, intent }: Reading): readonly Remark[] {
  const { links } = workloadLinks;
  return changes
    .filter(
      ({ kind, entry: { key } }) => kind === 'create' && (links.has(key) || intent?.hidden?.includes(key)),
    )
    .map(({ entry }) => ({ title: entry.content.summary, ...because('made-again') }));
}

function refused(
  refusal: Pick<SyncEnd, 'kind' | 'why'>,
  plan: Plan,
  notes: NotesPlan,
  request: SyncRequest,
  { review, renames }: Reading,
  notices: readonly Remark[],
): SyncEnd {
  return {
    ...refusal,
    plan,
    notes,
    workloadName: review.workload.name,
    created: NOTHING,
    tally: request.tally,
    failed: plan.remarks.blocked,
    conflicts: [...plan.remarks.conflicts, ...notes.remarks.values()],
    notices,
    undecided: renames.undecided,
    isIncomplete: false,
    sawAll: undefined,
  };
}

/** Another run is to compare, or to try, what this one could not; beside what it did not even begin. */
function leavesWork({ ratedAnew, left, failedForNow }: Ledger): boolean {
  return ratedAnew || left || failedForNow;
}

/** What is left for another run was not seen. */
function sawAll({ options }: SyncRequest, { review }: Reading, isPartial: boolean): SyncEnd['sawAll'] {
  return isPartial || !isWhole(options.selection) ? undefined : review.workload;
}

function planInput(request: SyncRequest, reading: Reading) {
  return {
    review: reading.review,
    reads: request.question === undefined ? ('workload' as const) : ('question' as const),
    settings: request.settings,
    run: { ...request.options, runId: request.runId },
    projectId: request.projectId,
    servedProjects: request.servedProjects,
    issues: reading.issues,
    links: reading.workloadLinks.links,
    uncertain: reading.uncertain,
    gone: reading.gone,
    places: reading.places,
    held: reading.renames.held,
  };
}
