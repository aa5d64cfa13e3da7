/** What pages know from Jira itself: read once however many components show it. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { readJira } from '../bridge/jira';

/**
 * As Jira sent it; the component that asked narrows it. What Jira refuses is optional everywhere: names, and choices
 * that people may also leave.
 *
 * @param path undefined: nothing is asked, and nothing will come
 */
export function useJiraAnswer(path: `/rest/api/3/${string}` | undefined): UseQueryResult {
  return useQuery({
    queryKey: ['jira', path],
    queryFn: () => (path === undefined ? undefined : readJira(path)),
    enabled: path !== undefined,
    throwOnError: false,
  });
}
