import { deleteIssue as removeIssue } from '../issues/delete-issue';
import { subtasksOf } from '../issues/subtasks';
import { type Operation, accountIn, issueInPath, may, projectOf } from '../operation';
import { flagAt } from '../query';
import { refusal } from '../refusal';

export const deleteIssue: Operation = {
  method: 'DELETE',
  path: '/rest/api/3/issue/{issueIdOrKey}',
  anonymous: true,
  example: () => ({ query: 'deleteSubtasks=true' }),
  handle(call) {
    const issue = issueInPath(call);
    if (!may(call, 'DELETE_ISSUES', projectOf(call, issue))) {
      throw refusal(403, 'You do not have permission to delete issues in this project.');
    }
    if (subtasksOf(call.site, issue).length > 0 && !flagAt(call.query, 'deleteSubtasks')) {
      throw refusal(
        400,
        `The issue '${issue.key}' has subtasks. You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
      );
    }
    removeIssue(call.site, accountIn(call), issue);
    return { status: 204 };
  },
};
