import { parseJiraEvent } from '../automatic/jira-event';
import { automaticLink } from './automatic-link';
import { issueIndex, touches } from './automatic-stores';

/**
 * An issue changed or was deleted; the manifest leaves out what the app did itself. Ours are told by the index
 * of links. Throwing makes Forge deliver the event again.
 */
export async function handleJiraEvent(event: unknown): Promise<void> {
  const parsed = parseJiraEvent(event);
  if (parsed?.relevant === true) await touchIssue(parsed.issueId);
}

/** Has the question of an issue looked at, if it is one of ours in automatic mode. */
export async function touchIssue(issueId: string): Promise<void> {
  const place = await issueIndex.questionOf(issueId);
  if (place?.question === undefined) return;
  const found = await automaticLink(place.workloadArn);
  if (found === undefined) return;
  await touches.touch({ direction: 'jira', ...place }, found.settings.quietSeconds);
}
