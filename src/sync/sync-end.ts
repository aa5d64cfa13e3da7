import type { Reason } from '../reason';
import type { Remark } from '../plan/plan';
import type { Plan } from '../review-entries/entry';
import type { Workload } from '../wellarchitected/model';
import type { NotesPlan } from './write-back/plan-notes';
import type { Tally } from './tally';

/** What a sync did of its plan before an error ended this invocation of it. */
export type Unfinished = Omit<SyncEnd, 'kind'>;

/** How a sync ended, and with which plan. Only `applied` has written anything. */
export interface SyncEnd {
  readonly kind: 'previewed' | 'applied' | 'changed-since' | 'refused' | 'blocked';
  readonly plan: Plan;
  /** Which questions' notes it changes, as far as could be told beforehand. */
  readonly notes: NotesPlan;
  /** Something is left for another run to see: held back while people work, or rated anew by its own choices. */
  readonly isIncomplete: boolean;
  /** Something failed that may work another time: another run is to try it. Absent: nothing. */
  readonly failedForNow?: boolean;
  /** What AWS said of the workload when it was read, if the run considered all of it. */
  readonly sawAll: Pick<Workload, 'updatedAt' | 'riskCounts'> | undefined;
  readonly workloadName: string;
  /** Why it was refused or blocked; of what was applied, why a part of the plan waits for a person. */
  readonly why: readonly Reason[] | undefined;
  /** Why issues are missing, where Jira did not answer creates and the run gave up asking. */
  readonly gaveUp?: Reason | undefined;
  /** What only a person decides, in a plan that they see: until then it stays as it is. Absent: nothing. */
  readonly undecided?: readonly Reason[];
  readonly created: { readonly epics: number; readonly tasks: number; readonly subtasks: number };
  readonly tally: Tally;
  readonly failed: readonly Remark[];
  readonly conflicts: readonly Remark[];
  readonly notices: readonly Remark[];
}

/** Of a run that plans nothing, or whose plan is not known any more. */
export const NO_PLAN: Plan = {
  ...{ changes: [], matched: [], unchanged: 0, fingerprint: '', refusal: undefined },
  remarks: { outOfScope: [], movedInJira: [], conflicts: [], blocked: [], proposals: [] },
  there: { issues: { open: 0, done: 0 }, items: { open: 0, done: 0 } },
};
