import { parseJiraEvent } from '../automatic/jira-event';
import { noteIssueChange, noteIssueDeleted } from '../automatic/note-change';
import { account, platform } from './platform';
import { siteIfTold } from './site-in';

/**
 * An issue changed or was deleted; the manifest leaves out what the app did itself. Throwing makes Forge deliver
 * the event again.
 */
export function handleJiraEvent(event: unknown, context: unknown): Promise<void> {
  return account.carry(siteIfTold(context), async () => {
    const parsed = parseJiraEvent(event);
    if (parsed?.kind === 'deleted') await noteIssueDeleted(parsed.issueId, platform);
    else if (parsed?.relevant === true) await noteIssueChange(parsed.issueId, platform);
  });
}
