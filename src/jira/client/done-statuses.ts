import { LEVELS, type DoneStatuses } from '../jira';
import type { Level, MakeSettings, Named } from '../model';
import { readIssueTypes } from './create-meta';
import type { Http } from './http';
import { chooseIssueTypes, type TypeChoice } from './issue-types';
import { readProjectStatuses, type TypeStatuses } from './project-statuses';

/** See `Jira.doneStatuses`. The statuses name no hierarchy level, hence the issue types are read beside them. */
export async function readDoneStatuses(
  http: Http,
  projectId: string,
  make: MakeSettings = {},
): Promise<DoneStatuses> {
  const types = chooseIssueTypes(await readIssueTypes(http, projectId), make);
  const answer = await readProjectStatuses(http, projectId);
  const byLevel = LEVELS.map((level) => {
    const ids = idsOf(types[level]);
    return [level, doneOf(answer.filter(({ id }) => ids.has(id)))];
  });
  return Object.fromEntries(byLevel) as Record<Level, readonly Named[]>;
}

function idsOf(choice: TypeChoice): ReadonlySet<string> {
  if (choice.kind === 'none') return new Set();
  const types = choice.kind === 'chosen' ? [choice.type] : choice.offered;
  return new Set(types.map(({ id }) => id));
}

/** A status without a category is not done. */
function doneOf(types: readonly TypeStatuses[]): readonly Named[] {
  const statuses = types.flatMap((type) => type.statuses);
  const done = statuses.filter(({ statusCategory }) => statusCategory === 'done');
  return [...new Map(done.map(({ id, name }) => [id, { id, name }])).values()];
}
