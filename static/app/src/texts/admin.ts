/** Words of the admin page. */
import { admin } from '../../../../words/en/pages/admin';
import { say } from './language';
import { bind } from './message';

export const adminTexts = bind(admin, say);
