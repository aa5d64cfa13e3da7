/** What the last sync told. */
import type { Remark } from '../../../src/contract';
import type { Judged } from './invariants';

/** Whether the last sync, or the workload's card, tells of one of these: an issue by its key, or anything by its title. */
export function isTold({ ending: { sync, link } }: Judged, ...of: readonly (string | undefined)[]): boolean {
  if (sync?.outcome?.refusal !== undefined || link?.automatic.attention !== undefined) return true;
  const text = JSON.stringify(remarksOf(sync?.outcome));
  return of.some((what) => what !== undefined && text.includes(JSON.stringify(what).slice(1, -1)));
}

type Remarks = Readonly<Record<'outOfScope' | 'movedInJira' | 'failed' | 'conflicts' | 'notices', Remark[]>>;

function remarksOf(outcome: Remarks | undefined): readonly Remark[] {
  if (outcome === undefined) return [];
  const { outOfScope, movedInJira, failed, conflicts, notices } = outcome;
  return [...outOfScope, ...movedInJira, ...failed, ...conflicts, ...notices];
}
