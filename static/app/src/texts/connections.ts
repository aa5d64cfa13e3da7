/** Words of connections, on the admin page and in project settings. */
import { connections } from '../../../../words/en/pages/connections';
import { say } from './language';
import { bind } from './message';

export const connectionTexts = bind(connections, say);
