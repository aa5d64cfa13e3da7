/** What a client sees of a plan and of how a run ended. Pure. */
import type { PlanCounts, PlannedChange, Remark, RunOutcome, RunStep, RunView } from '../contract';
import type { Remark as RunRemark } from '../plan/plan';
import type { Change, Plan } from '../review-entries/entry';
import { choiceUpdate } from '../review-entries/practice-state';
import type { Unfinished } from '../sync/sync-end';
import type { NotesPlan } from '../sync/write-back/plan-notes';
import type { Run } from './model';

/** The plan that a run showed or carries out: a run that is resumed plans anew, and means this one still. */
export type ShownPlan = Pick<RunOutcome, 'fingerprint' | 'planned' | 'planPages'>;

export function shownPlan(plan: Plan, notes: NotesPlan, planPages: number): ShownPlan {
  const planned = { ...countChanges(plan.changes, plan.unchanged), notes: notes.planned.size };
  return { fingerprint: plan.fingerprint, planned, planPages };
}

/** All that a run will do, for the person who looks at its plan. */
export function plannedChanges(plan: Plan, notes: NotesPlan): PlannedChange[] {
  const inNotes = [...notes.planned.values()].map(({ key, title, what }): PlannedChange => {
    return { kind: 'notes', ...(key === undefined ? {} : { key }), title, what };
  });
  return [...plan.changes.map(toPlannedChange), ...inNotes];
}

/** What of a sync's end an outcome tells. */
export interface Ended extends Unfinished {
  readonly kind: RunOutcome['kind'];
}

export function outcomeOf(end: Ended, shown: ShownPlan, calls: Run['calls']): RunOutcome {
  const { plan, why } = end;
  return {
    kind: end.kind,
    ...shown,
    ...(why === undefined ? {} : { refusal: [...why] }),
    created: { ...end.created },
    ...end.tally,
    unchanged: shown.planned.unchanged,
    outOfScope: plan.remarks.outOfScope.map(toRemark),
    movedInJira: plan.remarks.movedInJira.map(toRemark),
    failed: end.failed.map(toRemark),
    conflicts: end.conflicts.map(toRemark),
    notices: end.notices.map(toRemark),
    proposals: plan.remarks.proposals.map(toRemark),
    calls,
  };
}

function toPlannedChange(change: Change): PlannedChange {
  const { entry } = change;
  switch (change.kind) {
    case 'create':
      return {
        kind: 'create',
        level: entry.level,
        title: entry.content.summary,
        ...(entry.path
          ? {
              lens: entry.path.lens.name,
              pillar: entry.path.pillar.name,
              question: entry.path.question.title,
            }
          : {}),
        ...(entry.identity.choice === undefined ? {} : { choice: entry.identity.choice }),
        ...(entry.risk ? { risk: entry.risk } : {}),
        labels: [...entry.content.labels],
      };
    case 'update':
      return {
        kind: 'update',
        key: change.issue.key,
        title: change.issue.summary,
        changes: [...change.changes],
      };
    case 'close':
    case 'reopen':
      return { kind: change.kind, ...about(change) };
    case 'resolve':
      return { kind: 'resolve', ...about(change), means: change.to };
    case 'choose':
      return { kind: 'choose', ...about(change), status: choiceUpdate(change.to).status };
  }
}

function about({ issue, reason }: Exclude<Change, { kind: 'create' | 'update' }>) {
  return { key: issue.key, title: issue.summary, reason };
}

export function toRunView(run: Run, outcome: RunOutcome | undefined): RunView {
  return {
    id: run.id,
    state: run.state,
    mode: run.mode,
    ...(run.putBack === true ? { putBack: true } : {}),
    workloadName: run.workloadName,
    step: { code: run.step, params: {} },
    progress: run.progress,
    ...(run.steps ? { steps: run.steps.map(stepView) } : {}),
    ...(run.state === 'running' && run.secondsLeft !== undefined ? { secondsLeft: run.secondsLeft } : {}),
    ...(run.state === 'waiting' ? { waitsUntil: new Date(run.notBefore).toISOString() } : {}),
    ...(run.message === undefined ? {} : { message: run.message }),
    ...(outcome ? { outcome } : {}),
  };
}

function stepView({ step, done, total }: NonNullable<Run['steps']>[number]): RunStep {
  return { step: { code: step, params: {} }, done, total };
}

function countChanges(changes: readonly Change[], unchanged: number): Omit<PlanCounts, 'notes'> {
  const creates = (level: Change['entry']['level']) =>
    changes.filter((change) => change.kind === 'create' && change.entry.level === level).length;
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  return {
    create: { epics: creates('epic'), tasks: creates('task'), subtasks: creates('subtask') },
    update: of('update'),
    close: of('close'),
    reopen: of('reopen'),
    resolve: of('resolve'),
    choose: of('choose'),
    unchanged,
  };
}

function toRemark(remark: RunRemark): Remark {
  const { texts, settledBy, proposal, ...others } = remark;
  return {
    ...others,
    ...(texts ? { texts: texts.map((text) => ({ ...text })) } : {}),
    ...(settledBy ? { settledBy: [...settledBy] } : {}),
    ...(proposal ? { proposal: { ...proposal } } : {}),
  };
}
