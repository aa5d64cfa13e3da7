import { getAppContext } from '@forge/api';
import { installationId } from '../notes/installation';

/** Names this installation in the notes of questions: its environment on the site. */
export function installationOn(site: string): string {
  return installationId(site, getAppContext().environmentAri.environmentId);
}
