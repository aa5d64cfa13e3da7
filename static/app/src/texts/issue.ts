/** Words of the panel on an issue. */
import { issue } from '../../../../words/en/pages/issue';
import { say } from './language';
import { bind } from './message';

export const issueTexts = bind(issue, say);
