import type { Examination } from './client/examine-project';
import type { DoneStatuses } from './jira';

/** What a project offers and lacks. Throws `UpstreamError` where Jira does not say. */
export interface ProjectExaminer {
  examine(projectIdOrKey: string): Promise<Examination>;
  /** See `Jira.doneStatuses`. */
  doneStatuses(projectId: string): Promise<DoneStatuses>;
}
