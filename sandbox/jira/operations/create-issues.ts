import { z } from 'zod';
import { parseBody } from '../body';
import { createIssue } from '../issues/create-issue';
import { issueInput } from '../issues/issue-input';
import { type Operation, accountIn } from '../operation';
import { Refusal, errorMessage } from '../refusal';
import { createdBean } from './create-issue';

/** Documented: "Creates upto 50 issues". */
const MAX_ISSUES = 50;

const body = z.looseObject({ issueUpdates: z.array(issueInput).default([]) });

/** Each issue is made or refused by itself: 201 if any was made, 400 if none. */
export const postIssues: Operation = {
  method: 'POST',
  path: '/rest/api/3/issue/bulk',
  anonymous: false,
  example: ({ projectId, issueTypeId }) => ({
    body: {
      issueUpdates: [
        { fields: { project: { id: projectId }, issuetype: { id: issueTypeId }, summary: 'An example' } },
      ],
    },
  }),
  handle(call) {
    const { issueUpdates } = parseBody(body, call.body);
    refuseWrongSize(issueUpdates.length);
    const creations = issueUpdates.map((input) => createIssue(call.site, accountIn(call), input));
    const issues = creations.flatMap((creation) =>
      creation.ok ? [createdBean(call.site, creation.issue, creation.transitioned)] : [],
    );
    const errors = creations.flatMap((creation, index) =>
      creation.ok ? [] : [{ status: 400, elementErrors: creation.problem, failedElementNumber: index }],
    );
    return { status: issues.length > 0 ? 201 : 400, body: { issues, errors } };
  },
};

/** What Jira says about too many is unverified (J25); the document gives its 400 the shape of the result. */
function refuseWrongSize(count: number): void {
  if (count >= 1 && count <= MAX_ISSUES) return;
  const message =
    count === 0
      ? 'No issues were provided.'
      : `Up to ${MAX_ISSUES} issues can be created at once, ${count} were provided.`;
  const error = { status: 400, elementErrors: errorMessage(message), failedElementNumber: 0 };
  throw new Refusal(400, { issues: [], errors: [error] });
}
