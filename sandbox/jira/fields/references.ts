/** Fields that name something else of the site: priority, resolution, people. */
import { mayInProject } from '../access/access';
import { type FieldScope, type Reading, accept, cannotBeSet, reject, textAt } from './reading';

/** One of the project's priorities, by id or by name. */
export function readPriority(value: unknown, scope: FieldScope): Reading {
  if (value === null) return reject('priority', 'The priority selected is invalid.');
  const { priorities } = scope.site.tables;
  const id = textAt(value, 'id');
  const name = textAt(value, 'name');
  const found = scope.project.priorityIds.find(
    (candidate) => candidate === id || (id === undefined && priorities.get(candidate)?.name === name),
  );
  if (found === undefined) return reject('priority', 'The priority selected is invalid.');
  return accept({ priorityId: found });
}

/** A resolution by id or by name, or none where the workflow allows that; only transition screens have the field. */
export function readResolution(value: unknown, scope: FieldScope): Reading {
  if (value === null && scope.project.workflow.clearableResolution)
    return accept({ resolutionId: undefined });
  const id = textAt(value, 'id');
  const name = textAt(value, 'name');
  const found = [...scope.site.tables.resolutions.values()].find(
    (resolution) => resolution.id === id || (id === undefined && resolution.name === name),
  );
  if (found === undefined) return reject('resolution', 'The resolution selected is invalid.');
  return accept({ resolutionId: found.id });
}

/** Somebody who can be assigned issues of the project, or nobody. */
export function readAssignee(value: unknown, scope: FieldScope): Reading {
  const accountId = textAt(value, 'accountId') ?? textAt(value, 'id');
  if (value === null || accountId === undefined) return accept({ assignee: undefined });
  if (!mayInProject(scope.site.tables, accountId, 'ASSIGNABLE_USER', scope.project)) {
    return reject('assignee', `User '${accountId}' cannot be assigned issues.`);
  }
  return accept({ assignee: accountId });
}

/** Somebody of the site; setting it takes the permission "Modify reporter". */
export function readReporter(value: unknown, scope: FieldScope): Reading {
  const { site, project } = scope;
  if (!mayInProject(site.tables, scope.accountId, 'MODIFY_REPORTER', project)) {
    return { ok: false, problem: cannotBeSet('reporter') };
  }
  const accountId = textAt(value, 'accountId') ?? textAt(value, 'id');
  if (accountId === undefined || !site.tables.users.has(accountId)) {
    return reject('reporter', 'The reporter specified is not a user.');
  }
  return accept({ reporter: accountId });
}

/** A day without a time. */
export function readDueDate(value: unknown): Reading {
  if (value === null) return accept({ dueDate: undefined });
  const valid =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  if (!valid) return reject('duedate', `Error parsing date string: ${JSON.stringify(value)}`);
  return accept({ dueDate: value });
}
