/** Words of the project page. */
import { project } from '../../../../words/en/pages/project';
import { projectMilestones } from '../../../../words/en/pages/project-milestones';
import { projectRemarks } from '../../../../words/en/pages/project-remarks';
import { projectRun } from '../../../../words/en/pages/project-run';
import { projectSync } from '../../../../words/en/pages/project-sync';
import { projectTriage } from '../../../../words/en/pages/project-triage';
import { say } from './language';
import { bind } from './message';

export const projectTexts = bind(
  {
    ...project,
    sync: { ...projectSync, run: projectRun, remarks: projectRemarks },
    triage: projectTriage,
    milestones: projectMilestones,
  },
  say,
);
