import type { Examination } from './client/examine-project';
import type { IssueSecurity } from './client/issue-security';
import type { DoneStatuses } from './jira';
import type { MakeSettings, ProjectRef } from './model';
import type { Reason } from '../reason';

/** What a project offers and lacks. Throws `UpstreamError` where Jira does not say. */
export interface ProjectExaminer {
  examine(projectIdOrKey: string, make: MakeSettings): Promise<Examination>;
  /** What settings name and the project does not offer: issue types, values of fields. */
  problemsOfSettings(project: Pick<ProjectRef, 'id' | 'key'>, make: MakeSettings): Promise<readonly Reason[]>;
  /** See `Jira.doneStatuses`. */
  doneStatuses(projectId: string): Promise<DoneStatuses>;
  /** See client/issue-security.ts. */
  issueSecurity(projectId: string): Promise<IssueSecurity | undefined>;
  /** Those issue types of which the project has issues that say they are the app's, as far as the index knows. */
  typesInUse(projectId: string, typeIds: readonly string[]): Promise<ReadonlySet<string>>;
}
