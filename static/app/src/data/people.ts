/** Names of people: the app keeps account ids alone, and Jira tells their names to whoever may see them. */
import { useJiraAnswer } from './jira-answers';
import { isRecord, listOf, textOf } from './narrow';

/** Names by account id; an id without a name stays an id. Jira takes 200 ids at once. */
export function usePeople(ids: readonly string[]): (accountId: string) => string {
  const distinct = [...new Set(ids)].sort().slice(0, 200);
  const query = distinct.map((id) => `accountId=${encodeURIComponent(id)}`).join('&');
  const answer = useJiraAnswer(
    distinct.length === 0 ? undefined : `/rest/api/3/user/bulk?maxResults=200&${query}`,
  );
  const names = answer.isSuccess ? namesIn(answer.data) : new Map<string, string>();
  return (accountId) => names.get(accountId) ?? accountId;
}

function namesIn(data: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const user of listOf(isRecord(data) ? data.values : undefined)) {
    const [id, name] = [textOf(user, 'accountId'), textOf(user, 'displayName')];
    if (id !== undefined && name !== undefined) found.set(id, name);
  }
  return found;
}
