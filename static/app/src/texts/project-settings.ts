/** Words of the project settings. */
import { projectSettings } from '../../../../words/en/pages/project-settings';
import { say } from './language';
import { bind } from './message';

export const projectSettingsTexts = bind(projectSettings, say);
