import type { Examination } from '../../src/jira/client/examine-project';
import type { IssueSecurity } from '../../src/jira/client/issue-security';
import type { MakeSettings } from '../../src/jira/model';
import type { ProjectExaminer } from '../../src/jira/project-examiner';
import type { Reason } from '../../src/reason';
import type { MemoryJira } from './memory-jira';

/** What a test says that a project offers, as it says at the time. */
export function examinerOf(platform: {
  readonly examination: Examination;
  readonly issueSecurity?: IssueSecurity | undefined;
  readonly problemsOfSettings: (make: MakeSettings) => readonly Reason[];
  readonly jira: MemoryJira;
}): ProjectExaminer {
  return {
    examine: () => Promise.resolve(platform.examination),
    problemsOfSettings: (_, make) => Promise.resolve(platform.problemsOfSettings(make)),
    doneStatuses: (projectId) => platform.jira.doneStatuses(projectId),
    issueSecurity: () => Promise.resolve(platform.issueSecurity),
    typesInUse: (projectId, typeIds) => platform.jira.typesInUse(projectId, typeIds),
  };
}
