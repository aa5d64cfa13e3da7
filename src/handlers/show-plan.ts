import type { Plan } from '../review-entries/entry';
import { plannedChanges, shownPlan, type ShownPlan } from '../runs/outcome';
import type { NotesPlan } from '../write-back/plan-notes';
import { runs } from './forge';

/** Stores a run's plan for the person who watches it, page by page. */
export async function showPlan(runId: string, plan: Plan, notes: NotesPlan): Promise<ShownPlan> {
  const pages = await runs.savePlan(runId, plannedChanges(plan, notes));
  const shown = shownPlan(plan, notes, pages);
  await runs.saveShown(runId, shown);
  return shown;
}
