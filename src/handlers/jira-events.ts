import { parseJiraEvent } from '../automatic/jira-event';
import { noteIssueChange, noteIssueDeleted } from '../automatic/note-change';
import { platform } from './platform';

/**
 * An issue changed or was deleted; the manifest leaves out what the app did itself. Throwing makes Forge deliver
 * the event again.
 */
export async function handleJiraEvent(event: unknown): Promise<void> {
  const parsed = parseJiraEvent(event);
  if (parsed?.kind === 'deleted') await noteIssueDeleted(parsed.issueId, platform);
  else if (parsed?.relevant === true) await noteIssueChange(parsed.issueId, platform);
}
