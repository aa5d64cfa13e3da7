import type { Plan } from '../plan/plan';
import type { NotesPlan } from '../write-back/plan-notes';
import { plannedChanges, shownPlan, type ShownPlan } from './outcome';
import type { RunStore } from './run-store';

/** Stores a run's plan for the person who watches it, page by page. */
export async function showPlan(
  runId: string,
  plan: Plan,
  notes: NotesPlan,
  { runs }: { readonly runs: Pick<RunStore, 'savePlan' | 'saveShown'> },
): Promise<ShownPlan> {
  const pages = await runs.savePlan(runId, plannedChanges(plan, notes));
  const shown = shownPlan(plan, notes, pages);
  await runs.saveShown(runId, shown);
  return shown;
}
