import { z } from 'zod';
import { parseBody } from '../body';
import type { Issue } from '../model/issue';
import { type Operation, visibleIssue } from '../operation';
import { splitList } from '../query';
import { refusal } from '../refusal';
import { issueBean } from '../views/issue';
import { MAX_PROPERTIES } from '../views/limits';
import { wantedFields } from '../views/wanted-fields';
import { OF_ISSUES } from './unserved-expand';

const MAX_ISSUES = 100;

const body = z.strictObject({
  issueIdsOrKeys: z.array(z.string()),
  fields: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
  expand: z.array(z.string()).optional(),
  properties: z.array(z.string()).optional(),
});

/**
 * Strongly consistent. Finds moved issues by their former keys; what does not exist or is hidden is left
 * out without an error. In ascending order of id, each issue once.
 */
export const fetchIssues: Operation = {
  method: 'POST',
  path: '/rest/api/3/issue/bulkfetch',
  unservedExpand: OF_ISSUES,
  anonymous: true,
  example: ({ issueIdOrKey, propertyKey }) => ({
    body: { issueIdsOrKeys: [issueIdOrKey], fields: ['*all'], properties: [propertyKey] },
  }),
  handle(call) {
    const request = parseBody(body, call.body);
    const { issueIdsOrKeys, properties } = request;
    if (issueIdsOrKeys.length === 0) throw refusal(400, 'No issue IDs or keys were provided.');
    if (issueIdsOrKeys.length > MAX_ISSUES) {
      throw refusal(
        400,
        `You can request up to ${MAX_ISSUES} issues, ${issueIdsOrKeys.length} were provided.`,
      );
    }
    const keys = properties === undefined ? undefined : splitList(properties);
    if ((keys?.length ?? 0) > MAX_PROPERTIES) {
      throw refusal(400, `A maximum of ${MAX_PROPERTIES} issue property keys can be specified.`);
    }
    const view = {
      viewer: call.accountId,
      wanted: wantedFields(request.fields, '*navigable'),
      expand: new Set(splitList(request.expand ?? [])),
      properties: keys,
    };
    const found = issueIdsOrKeys.flatMap((idOrKey) => visibleIssue(call, idOrKey) ?? []);
    const issues = inOrder(found).map((issue) => issueBean(call.site, issue, view));
    return { status: 200, body: { expand: 'schema,names', issues, issueErrors: [] } };
  },
};

function inOrder(issues: readonly Issue[]): Issue[] {
  return [...new Set(issues)].sort((a, b) => Number(a.id) - Number(b.id));
}
