/** Words of the settings of site and links. */
import { settings } from '../../../../words/en/pages/settings';
import { say } from './language';
import { bind } from './message';

export const settingsTexts = bind(settings, say);
