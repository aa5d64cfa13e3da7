import type { Plan, Remark } from '../plan/plan';
import type { Tally } from './ports';

/** How a sync ended, and with which plan. Only `applied` has written anything. */
export interface SyncEnd {
  readonly kind: 'previewed' | 'applied' | 'changed-since' | 'refused' | 'blocked';
  readonly plan: Plan;
  readonly workloadName: string;
  /** Why it was refused or blocked, in words. */
  readonly why: string | undefined;
  readonly created: { readonly epics: number; readonly tasks: number; readonly subtasks: number };
  readonly tally: Tally;
  readonly failed: readonly Remark[];
}
