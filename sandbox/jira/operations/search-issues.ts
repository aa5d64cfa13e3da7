import { z } from 'zod';
import { parseBody } from '../body';
import type { Answer, Call, Operation } from '../operation';
import { integerAt, listAt, splitList } from '../query';
import { type SearchRequest, searchIssues } from '../search/search-issues';
import { OF_ISSUES } from './unserved-expand';

const body = z.strictObject({
  jql: z.string().nullish(),
  nextPageToken: z.string().nullish(),
  maxResults: z.number().int().optional(),
  fields: z.array(z.string()).nullish(),
  expand: z.string().nullish(),
  properties: z.array(z.string()).nullish(),
  fieldsByKeys: z.boolean().optional(),
  reconcileIssues: z.array(z.number().int()).nullish(),
});

export const postSearch: Operation = {
  method: 'POST',
  path: '/rest/api/3/search/jql',
  unservedExpand: OF_ISSUES,
  anonymous: true,
  example: ({ projectIdOrKey, propertyKey }) => ({
    body: {
      jql: `project = "${projectIdOrKey}"`,
      maxResults: 1,
      fields: ['*all'],
      properties: [propertyKey],
    },
  }),
  handle(call) {
    const request = parseBody(body, call.body);
    return answer(call, {
      jql: request.jql ?? '',
      nextPageToken: request.nextPageToken ?? undefined,
      maxResults: request.maxResults ?? 50,
      fields: request.fields ?? undefined,
      expand: new Set(splitList([request.expand ?? ''])),
      properties: request.properties ? splitList(request.properties) : undefined,
      reconcileIssues: (request.reconcileIssues ?? []).map(String),
    });
  },
};

export const getSearch: Operation = {
  method: 'GET',
  path: '/rest/api/3/search/jql',
  unservedExpand: OF_ISSUES,
  anonymous: true,
  example: () => ({ query: 'jql=created%20%3E%3D%20-30d&maxResults=2&fields=summary,labels' }),
  handle(call) {
    const { query } = call;
    return answer(call, {
      jql: query.get('jql') ?? '',
      nextPageToken: query.get('nextPageToken') ?? undefined,
      maxResults: integerAt(query, 'maxResults', 50),
      fields: listAt(query, 'fields'),
      expand: new Set(listAt(query, 'expand') ?? []),
      properties: listAt(query, 'properties'),
      reconcileIssues: listAt(query, 'reconcileIssues') ?? [],
    });
  },
};

function answer(call: Call, request: SearchRequest): Answer {
  return { status: 200, body: searchIssues(call.site, call.accountId, request) };
}
