import type { DoneStatuses } from '../jira';
import type { Named } from '../model';
import type { Http } from './http';
import { readProjectStatuses, type TypeStatuses } from './project-statuses';

/** See `Jira.doneStatuses`. */
export async function readDoneStatuses(http: Http, projectId: string): Promise<DoneStatuses> {
  const types = await readProjectStatuses(http, projectId);
  return new Map(types.map((type) => [type.id, { name: type.name, statuses: doneOf(type) }]));
}

/** Each once. A status without a category is not done. */
function doneOf({ statuses }: TypeStatuses): readonly Named[] {
  const done = statuses.filter(({ statusCategory }) => statusCategory === 'done');
  return [...new Map(done.map(({ id, name }) => [id, { id, name }])).values()];
}
