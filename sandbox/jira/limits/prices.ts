/**
 * What a request costs of the app's hourly points: "Each request starts with a base cost of 1 point, and additional
 * points are added for each object involved. Write requests are charged only the base cost"; users and permissions
 * count two; a batch of 50 creates costs 50. What is counted as an object of a read that Atlassian gives no example of
 * is unverified (J20), and taken to be what a list holds; a refused or failed request costs the base.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
export type Price = Read | Write;

interface Read {
  readonly kind: 'read';
  /** Points of each object. */
  readonly each: 1 | 2;
  /** The members of the answer that hold the objects; none: the answer is a list of them, or itself one. */
  readonly in: readonly string[];
}

interface Write {
  readonly kind: 'write';
  /** The list of the request that costs one each. */
  readonly each?: string;
}

const BASE = 1;

/** By the names of operations. Reads that are sent as POST cost as reads. */
export const PRICES: Readonly<Record<string, Price>> = {
  'POST /rest/api/3/project': { kind: 'write' },
  'DELETE /rest/api/3/project/{projectIdOrKey}': { kind: 'write' },
  'GET /rest/api/3/project/search': objects('values'),
  'GET /rest/api/3/project/{projectIdOrKey}': objects(),
  'GET /rest/api/3/project/{projectIdOrKey}/statuses': objects(),
  'GET /rest/api/3/project/{projectKeyOrId}/issuesecuritylevelscheme': objects('levels'),
  'GET /rest/api/3/project/{projectKeyOrId}/securitylevel': objects('levels'),
  'GET /rest/api/3/issuetype': objects(),
  'GET /rest/api/3/issuetype/project': objects(),
  'GET /rest/api/3/field': objects(),
  'GET /rest/api/3/priority': objects(),
  'GET /rest/api/3/priority/search': objects('values'),
  'GET /rest/api/3/resolution': objects(),
  'GET /rest/api/3/resolution/search': objects('values'),
  'GET /rest/api/3/label': objects('values'),
  'GET /rest/api/3/status': objects(),
  'GET /rest/api/3/status/{idOrName}': objects(),
  'GET /rest/api/3/statuses/search': objects('values'),
  'GET /rest/api/3/serverInfo': objects(),
  'GET /rest/api/3/myself': people(),
  'GET /rest/api/3/user': people(),
  'GET /rest/api/3/user/bulk': people('values'),
  'GET /rest/api/3/users/search': people(),
  'GET /rest/api/3/mypermissions': people('permissions'),
  'POST /rest/api/3/permissions/check': people('globalPermissions', 'projectPermissions'),
  'GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes': objects('issueTypes'),
  'GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}': objects('fields'),
  'POST /rest/api/3/issue/bulk': { kind: 'write', each: 'issueUpdates' },
  'POST /rest/api/3/issue/bulkfetch': objects('issues'),
  'POST /rest/api/3/issue': { kind: 'write' },
  'GET /rest/api/3/issue/{issueIdOrKey}': objects(),
  'GET /rest/api/3/issue/{issueIdOrKey}/editmeta': objects('fields'),
  'PUT /rest/api/3/issue/{issueIdOrKey}': { kind: 'write' },
  'DELETE /rest/api/3/issue/{issueIdOrKey}': { kind: 'write' },
  'GET /rest/api/3/issue/{issueIdOrKey}/transitions': objects('transitions'),
  'POST /rest/api/3/issue/{issueIdOrKey}/transitions': { kind: 'write' },
  'GET /rest/api/3/issue/{issueIdOrKey}/changelog': objects('values'),
  'GET /rest/api/3/issue/{issueIdOrKey}/properties': objects('keys'),
  'GET /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}': objects(),
  'PUT /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}': { kind: 'write' },
  'DELETE /rest/api/3/issue/{issueIdOrKey}/properties/{propertyKey}': { kind: 'write' },
  'POST /rest/api/3/search/jql': objects('issues'),
  'GET /rest/api/3/search/jql': objects('issues'),
  'GET /rest/api/3/search': objects(),
  'POST /rest/api/3/search': objects(),
};

function objects(...within: readonly string[]): Price {
  return { kind: 'read', each: 1, in: within };
}

function people(...within: readonly string[]): Price {
  return { kind: 'read', each: 2, in: within };
}

/** What is certain before anything is done: the whole of a write, the base of a read. @throws Error without a price */
export function costBefore(operation: string, body: unknown): number {
  const price = priceOf(operation);
  if (price.kind === 'read' || price.each === undefined) return BASE;
  return Math.max(BASE, sizeOf(memberOf(body, price.each)));
}

/** What a read costs beside its base, by what it answers. */
export function costOfAnswer(operation: string, status: number, body: unknown): number {
  const price = priceOf(operation);
  if (price.kind === 'write' || status >= 300) return 0;
  if (price.in.length > 0) return price.each * sum(price.in.map((name) => sizeOf(memberOf(body, name))));
  return price.each * (Array.isArray(body) ? body.length : 1);
}

function priceOf(operation: string): Price {
  const price = PRICES[operation];
  if (price === undefined) throw new Error(`${operation} has no price`);
  return price;
}

function memberOf(body: unknown, name: string): unknown {
  return (body as Readonly<Record<string, unknown>> | null | undefined)?.[name];
}

/** Of a list, or of an object that holds things by name. */
function sizeOf(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
