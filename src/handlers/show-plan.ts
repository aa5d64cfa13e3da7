import type { Plan } from '../plan/plan';
import { shownPlan, toPlannedChange, type ShownPlan } from '../runs/outcome';
import { runs } from './forge';

/** Stores a run's plan for the person who watches it, page by page. */
export async function showPlan(runId: string, plan: Plan): Promise<ShownPlan> {
  const pages = await runs.savePlan(runId, plan.changes.map(toPlannedChange));
  const shown = shownPlan(plan, pages);
  await runs.saveShown(runId, shown);
  return shown;
}
