/** What a client sees of a plan and of how a run ended. Pure. */
import type { PlanCounts, PlannedChange, Remark, RunOutcome, RunView } from '../contract';
import type { Change, Plan, Remark as PlanRemark } from '../plan/plan';
import type { SyncEnd } from '../sync/sync-end';
import type { Run } from './model';

/** The plan that a run showed or carries out: a run that is resumed plans anew, and means this one still. */
export type ShownPlan = Pick<RunOutcome, 'fingerprint' | 'planned' | 'planPages'>;

export function shownPlan(plan: Plan, planPages: number): ShownPlan {
  return { fingerprint: plan.fingerprint, planned: countChanges(plan.changes, plan.unchanged), planPages };
}

export function outcomeOf(end: SyncEnd, shown: ShownPlan, calls: Run['calls']): RunOutcome {
  const { plan } = end;
  return {
    kind: end.kind,
    ...shown,
    ...(end.why === undefined ? {} : { refusal: end.why }),
    created: { ...end.created },
    ...end.tally,
    chosen: 0,
    notesWritten: 0,
    unchanged: shown.planned.unchanged,
    outOfScope: plan.remarks.outOfScope.map(toRemark),
    movedInJira: plan.remarks.movedInJira.map(toRemark),
    failed: end.failed.map(toRemark),
    conflicts: plan.remarks.conflicts.map(toRemark),
    calls,
  };
}

export function toPlannedChange(change: Change): PlannedChange {
  const { entry } = change;
  switch (change.kind) {
    case 'create':
      return {
        kind: 'create',
        level: entry.level,
        title: entry.content.summary,
        ...(entry.place
          ? {
              lens: entry.place.lens.name,
              pillar: entry.place.pillar.name,
              question: entry.place.question.title,
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
        changes: [...change.words],
      };
    case 'close':
    case 'reopen':
      return { kind: change.kind, key: change.issue.key, title: change.issue.summary, reason: change.reason };
    case 'choose':
      return {
        kind: 'choose',
        key: change.issue.key,
        title: change.issue.summary,
        status: change.update.status,
        reason: change.reason,
      };
  }
}

export function toRunView(run: Run, outcome: RunOutcome | undefined): RunView {
  return {
    id: run.id,
    state: run.state,
    mode: run.mode,
    workloadName: run.workloadName,
    step: run.step,
    progress: run.progress,
    ...(run.message === undefined ? {} : { message: run.message }),
    ...(outcome ? { outcome } : {}),
  };
}

function countChanges(changes: readonly Change[], unchanged: number): PlanCounts {
  const creates = (level: Change['entry']['level']) =>
    changes.filter((change) => change.kind === 'create' && change.entry.level === level).length;
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  return {
    create: { epics: creates('epic'), tasks: creates('task'), subtasks: creates('subtask') },
    update: of('update'),
    close: of('close'),
    reopen: of('reopen'),
    choose: of('choose'),
    notes: 0,
    unchanged,
  };
}

function toRemark({ texts, ...remark }: PlanRemark): Remark {
  return { ...remark, ...(texts ? { texts: texts.map((text) => ({ ...text })) } : {}) };
}
