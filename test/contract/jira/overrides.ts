/**
 * Where Atlassian's OpenAPI document does not say what Jira does. Reviewed by hand: each entry names the place, the
 * change and why it is right to depart from the document there. An entry that the document no longer needs fails a test.
 */
export interface Override {
  /** JSON pointer into the document. */
  readonly at: string;
  /** What shall stand there; `undefined` removes it. */
  readonly value: unknown;
  readonly because: string;
}

export const OVERRIDES: readonly Override[] = [
  {
    at: '/components/schemas/Fields/properties/issuetype/description',
    value: undefined,
    because: 'A sibling of $ref, which strict loaders refuse.',
  },
  {
    at: '/components/schemas/ChangeDetails/properties/from/nullable',
    value: true,
    because: 'A field that was empty was null: so in the official example of GET /issue/{id}/changelog.',
  },
  {
    at: '/components/schemas/ChangeDetails/properties/to/nullable',
    value: true,
    because: 'As `from`.',
  },
  {
    at: '/components/schemas/BulkIssueResults/properties/expand',
    value: { type: 'string' },
    because: 'In the official example of POST /issue/bulkfetch, unknown to its schema.',
  },
  {
    at: '/components/schemas/ResolutionJsonBean/properties/isDefault',
    value: { type: 'boolean' },
    because: 'In the official example of GET /resolution/search, unknown to its schema.',
  },
  {
    at: '/components/schemas/ServerInformation/properties/defaultLocale',
    value: { type: 'object' },
    because: 'In the official example of GET /serverInfo, unknown to its schema.',
  },
];

/** Statuses that Jira answers on any operation, documented or not. */
export const UNIVERSAL_STATUSES: ReadonlyMap<number, string> = new Map([
  [401, 'Bad credentials are refused before the operation is known.'],
  [429, 'Rate limits: https://developer.atlassian.com/cloud/jira/platform/rate-limiting/'],
]);

/** Official examples that break the document's schemas, where the example and not the schema is wrong. */
export const OFFICIAL_EXAMPLES_THAT_FAIL: Readonly<Record<string, readonly string[]>> = {
  // Shortened by its author: live sites send the schema of every field.
  'GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}': [
    "/fields/0 must have required property 'schema'",
  ],
};
