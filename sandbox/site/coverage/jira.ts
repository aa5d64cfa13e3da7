import OPERATIONS from '../../forge/scopes/jira-operations.json';
import { operationName } from '../../jira/operation';
import { OPERATIONS as SERVED } from '../../jira/operations';
import { type Covered, coveredOf } from './extent';

const JQL = 'Of JQL the fields, operators and functions that sandbox/jira/jql knows; others are refused.';
const ISSUES = 'Of an issue the fields of sandbox/jira/fields; of `expand` names, schema and changelog.';
const LACKS = {
  'GET /rest/api/3/search/jql': JQL,
  'POST /rest/api/3/search/jql': JQL,
  'GET /rest/api/3/issue/{issueIdOrKey}': ISSUES,
  'POST /rest/api/3/issue/bulkfetch': ISSUES,
  'POST /rest/api/3/issue': ISSUES,
  'POST /rest/api/3/issue/bulk': ISSUES,
  'PUT /rest/api/3/issue/{issueIdOrKey}': ISSUES,
} as const;

/** Paths and methods of Atlassian's document. */
export function jiraCoverage(): Covered {
  return coveredOf(Object.keys(OPERATIONS), SERVED.map(operationName), LACKS);
}
