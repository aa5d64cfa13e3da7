import type { PlanCounts } from '../../../../../../src/contract';

/** How many changes a plan makes. Pure. */
export function totalOf({ create, update, close, reopen, resolve, choose, notes }: PlanCounts): number {
  return create.epics + create.tasks + create.subtasks + update + close + reopen + resolve + choose + notes;
}
