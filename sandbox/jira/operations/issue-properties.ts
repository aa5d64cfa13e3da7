import type { Issue } from '../model/issue';
import { propertyProblem } from '../issues/properties';
import { without } from '../issues/without';
import { updateIssue } from '../issues/write-issue';
import { type Call, type Operation, accountIn, issueInPath, may, projectOf } from '../operation';
import { Refusal, refusal } from '../refusal';
import { selfUrl } from '../site';

const PROPERTIES = '/rest/api/3/issue/{issueIdOrKey}/properties';
const PROPERTY = `${PROPERTIES}/{propertyKey}`;

export const getPropertyKeys: Operation = {
  method: 'GET',
  path: PROPERTIES,
  anonymous: true,
  example: () => ({}),
  handle(call) {
    const issue = issueInPath(call);
    const keys = Object.keys(issue.properties).map((key) => ({
      self: selfUrl(call.site, `issue/${issue.id}/properties/${encodeURIComponent(key)}`),
      key,
    }));
    return { status: 200, body: { keys } };
  },
};

export const getProperty: Operation = {
  method: 'GET',
  path: PROPERTY,
  anonymous: true,
  example: () => ({}),
  handle(call) {
    const issue = issueInPath(call);
    const key = existingKey(call, issue);
    return { status: 200, body: { key, value: issue.properties[key] } };
  },
};

/** 201 for a new property, 200 for a changed one. */
export const putProperty: Operation = {
  method: 'PUT',
  path: PROPERTY,
  anonymous: true,
  example: () => ({ body: { name: 'Another' } }),
  handle(call) {
    const issue = editableIssue(call, 403);
    const key = call.path.propertyKey ?? '';
    const problem = propertyProblem(key, call.body);
    if (problem !== undefined) throw new Refusal(400, problem);
    const properties = { ...issue.properties, [key]: call.body };
    updateIssue(call.site, accountIn(call), issue, { ...issue, properties });
    return { status: key in issue.properties ? 200 : 201 };
  },
};

export const deleteProperty: Operation = {
  method: 'DELETE',
  path: PROPERTY,
  anonymous: true,
  example: () => ({}),
  handle(call) {
    const issue = editableIssue(call, 404);
    const properties = without(issue.properties, [existingKey(call, issue)]);
    updateIssue(call.site, accountIn(call), issue, { ...issue, properties });
    return { status: 204 };
  },
};

function existingKey(call: Call, issue: Issue): string {
  const key = call.path.propertyKey ?? '';
  if (Object.hasOwn(issue.properties, key)) return key;
  throw refusal(404, `The property with key '${key}' does not exist.`);
}

/** @throws Refusal 404 where the issue is hidden, `unpermitted` where it may not be edited, as documented */
function editableIssue(call: Call, unpermitted: 403 | 404): Issue {
  const issue = issueInPath(call);
  if (may(call, 'EDIT_ISSUES', projectOf(call, issue))) return issue;
  throw refusal(unpermitted, 'You do not have permission to edit the issue.');
}
