import { parseBody } from '../body';
import { createIssue } from '../issues/create-issue';
import { issueInput } from '../issues/issue-input';
import type { Issue } from '../model/issue';
import { type Operation, accountIn } from '../operation';
import { Refusal } from '../refusal';
import { type Site, selfUrl } from '../site';

export const postIssue: Operation = {
  method: 'POST',
  path: '/rest/api/3/issue',
  anonymous: false,
  example: ({ projectId, issueTypeId }) => ({
    body: { fields: { project: { id: projectId }, issuetype: { id: issueTypeId }, summary: 'An example' } },
  }),
  handle(call) {
    const input = parseBody(issueInput, call.body);
    const creation = createIssue(call.site, accountIn(call), input);
    if (!creation.ok) throw new Refusal(400, creation.problem);
    return { status: 201, body: createdBean(call.site, creation.issue, creation.transitioned) };
  },
};

/** The document's CreatedIssue. */
export function createdBean(site: Site, issue: Issue, transitioned: boolean): Record<string, unknown> {
  const { id, key } = issue;
  const created = { id, key, self: selfUrl(site, `issue/${id}`) };
  if (!transitioned) return created;
  return { ...created, transition: { status: 200, errorCollection: { errorMessages: [], errors: {} } } };
}
