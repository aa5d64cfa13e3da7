import type { Plan } from '../review-entries/entry';
import type { NotesPlan } from '../sync/write-back/plan-notes';
import { plannedChanges, shownPlan, type ShownPlan } from './outcome';
import type { RunStore } from './run-store';

/** Stores a run's plan for the person who watches it, page by page; where storage can, all of it or nothing. */
export function showPlan(
  runId: string,
  plan: Plan,
  notes: NotesPlan,
  { runs }: { readonly runs: Pick<RunStore, 'together'> },
): Promise<ShownPlan> {
  return runs.together(async (runs) => {
    const pages = await runs.savePlan(runId, plannedChanges(plan, notes));
    const shown = shownPlan(plan, notes, pages);
    await runs.saveShown(runId, shown);
    return shown;
  });
}
