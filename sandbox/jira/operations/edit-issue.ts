import { mayGlobally } from '../access/access';
import { parseBody } from '../body';
import { editIssue } from '../issues/edit-issue';
import { issueInput } from '../issues/issue-input';
import { type Operation, issueInPath } from '../operation';
import { flagAt, listAt } from '../query';
import { refusal } from '../refusal';
import { issueBean } from '../views/issue';
import { wantedFields } from '../views/wanted-fields';
import { OF_ISSUES } from './unserved-expand';

/** Fields and properties; never the status. With overrides the screens still decide here. */
export const putIssue: Operation = {
  method: 'PUT',
  path: '/rest/api/3/issue/{issueIdOrKey}',
  unservedExpand: OF_ISSUES,
  anonymous: true,
  example: () => ({ body: { fields: { summary: 'Another' } } }),
  handle(call) {
    const { site, accountId, query } = call;
    const issue = issueInPath(call);
    const input = parseBody(issueInput, call.body);
    const overrides = flagAt(query, 'overrideScreenSecurity') || flagAt(query, 'overrideEditableFlag');
    if (overrides && !mayGlobally(site.tables, accountId, 'ADMINISTER')) {
      throw refusal(403, 'You do not have permission to override screen security.');
    }
    const edited = editIssue(site, accountId, issue, input);
    if (!flagAt(query, 'returnIssue')) return { status: 204 };
    const expand = new Set(listAt(query, 'expand') ?? []);
    const view = {
      viewer: accountId,
      wanted: wantedFields(undefined, '*all'),
      expand,
      properties: undefined,
    };
    return { status: 200, body: issueBean(site, edited, view) };
  },
};
