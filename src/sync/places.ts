/** Projects to which people moved issues of a review. */
import { mapInFlight } from '../in-flight';
import { JIRA_IN_FLIGHT } from '../jira/in-flight';
import type { Jira } from '../jira/jira';
import type { OurIssue } from '../jira/model';
import { ONE_PLACE, type Places } from '../plan/places';
import type { SyncRequest } from './ports';

/** Asks nothing where all issues stand in the run's own project. @throws UpstreamError */
export async function readPlaces(
  issues: readonly OurIssue[],
  { projectId, servedProjects }: Pick<SyncRequest, 'projectId' | 'servedProjects'>,
  jira: Pick<Jira, 'place'>,
): Promise<Places> {
  const others = new Set(issues.map((issue) => issue.projectId).filter((id) => id !== projectId));
  const served = [...others].filter((id) => servedProjects.includes(id));
  if (served.length === 0) return ONE_PLACE;
  const places = await mapInFlight([projectId, ...served], JIRA_IN_FLIGHT, async (id) => ({
    id,
    ...(await jira.place(id)),
  }));
  const closed = places.filter(({ id, mayEdit }) => !mayEdit && id !== projectId);
  const teamManaged = places.filter((place) => place.isTeamManaged);
  return {
    teamManaged: new Set(teamManaged.map(({ id }) => id)),
    closed: new Set(closed.map(({ id }) => id)),
  };
}
