import { describe, expect, it } from '@jest/globals';
import { OPERATIONS } from '../../../sandbox/jira/operations';
import { applyOverrides, findOperation } from './document';
import { loadOpenApi, type Exchange } from './openapi';
import { OFFICIAL_EXAMPLES_THAT_FAIL } from './overrides';

const openApi = loadOpenApi();
const described = openApi ? describe : describe.skip;
const validate = (exchange: Partial<Exchange>) => openApi!.validateExchange({ ...EXCHANGE, ...exchange });

const EXCHANGE: Exchange = {
  method: 'GET',
  path: '/rest/api/3/myself',
  query: new URLSearchParams(),
  status: 200,
  responseBody: {},
};
const CREATE = {
  method: 'POST',
  path: '/rest/api/3/issue',
  status: 201,
  responseBody: { id: '1', key: 'WA-1' },
};
const FIELDS = { project: { key: 'WA' }, issuetype: { id: '10001' }, summary: 'One' };

const KEPT: readonly [what: string, exchange: Partial<Exchange>][] = [
  ['an answer as documented', { responseBody: { accountId: '1', accountType: 'atlassian', active: true } }],
  [
    'a path with parameters',
    { path: '/rest/api/3/issue/WA-1', responseBody: { id: '1', fields: { labels: ['a'] } } },
  ],
  ['a create', { ...CREATE, requestBody: { fields: FIELDS, properties: [{ key: 'a', value: [1] }] } }],
  [
    'an error',
    { path: '/rest/api/3/issue/WA-1', status: 404, responseBody: { errorMessages: ['No'], errors: {} } },
  ],
  ['a rate limit, documented nowhere', { status: 429, responseBody: { errorMessages: ['Wait'] } }],
  [
    'an answer without a body',
    { method: 'DELETE', path: '/rest/api/3/issue/1', status: 204, responseBody: undefined },
  ],
  [
    'an empty field',
    { path: '/rest/api/3/issue/1', responseBody: { fields: { description: null, priority: null } } },
  ],
];

const BROKEN: readonly [what: string, exchange: Partial<Exchange>, problem: RegExp][] = [
  ['an unknown path', { path: '/rest/api/3/my-self' }, /my-self is not in the document/],
  ['an unknown method', { method: 'DELETE' }, /is not in the document/],
  ['an unknown status', { status: 418 }, /418: the status is not in the document/],
  ['an unknown property', { responseBody: { accountID: '1' } }, /unknown property accountID/],
  ['a value of another type', { responseBody: { active: 'yes' } }, /\/active must be boolean/],
  ['no body', { responseBody: undefined }, /no body/],
  [
    'an error of another form',
    { path: '/rest/api/3/issue/1', status: 404, responseBody: { error: 'x' } },
    /unknown property error/,
  ],
  [
    'an unknown query parameter',
    { query: new URLSearchParams({ expanded: 'a' }) },
    /expanded is not in the document/,
  ],
  [
    'a query parameter of another type',
    {
      path: '/rest/api/3/label',
      query: new URLSearchParams({ maxResults: 'all' }),
      responseBody: { values: [] },
    },
    /maxResults is no integer/,
  ],
  [
    'a body in an answer that has none',
    { method: 'DELETE', path: '/rest/api/3/issue/1', status: 204 },
    /204 has a body/,
  ],
  ['a request without its body', { ...CREATE }, /has no body/],
  [
    'a property without form',
    { ...CREATE, requestBody: { fields: FIELDS, properties: { a: 1 } } },
    /\/properties must be array/,
  ],
  [
    'a label with a space',
    { ...CREATE, requestBody: { fields: { ...FIELDS, labels: ['a b'] } } },
    /"a b" is no label/,
  ],
  [
    'an invalid description',
    { ...CREATE, requestBody: { fields: { ...FIELDS, description: 'text' } } },
    /fields.description/,
  ],
  [
    'a parent by its name',
    { ...CREATE, requestBody: { fields: { ...FIELDS, parent: 'WA-1' } } },
    /must name id or key/,
  ],
  [
    'an answered issue with a strange date',
    { path: '/rest/api/3/issue/1', responseBody: { fields: { created: 'now' } } },
    /fields.created/,
  ],
  [
    'an answered issue whose status has no category',
    { path: '/rest/api/3/issue/1', responseBody: { fields: { status: { id: '1', name: 'Open' } } } },
    /has no statusCategory/,
  ],
];

described('the OpenAPI document', () => {
  it.each(KEPT)('allows %s', (_what, exchange) => {
    expect(validate(exchange)).toEqual([]);
  });

  it.each(BROKEN)('forbids %s', (_what, exchange, problem) => {
    expect(validate(exchange).join('\n')).toMatch(problem);
  });

  it('prefers a literal path to one with parameters', () => {
    const found = findOperation(openApi!.document, 'POST', '/rest/api/3/issue/bulk');
    expect(found?.name).toBe('POST /rest/api/3/issue/bulk');
  });

  it('is refused where an override finds nothing to change', () => {
    expect(() => applyOverrides({ paths: {} })).toThrow('nothing to override');
  });

  it.each(OPERATIONS.map(({ method, path }) => [`${method} ${path}`, method, path]))(
    'has examples of %s that keep it',
    (name, method, path) => {
      const operation = findOperation(openApi!.document, method, path)!;
      const problems = Object.entries(operation.object.responses).flatMap(([status, response]) => {
        const media = response?.content?.['application/json'];
        if (media?.schema === undefined || typeof media.example !== 'string') return [];
        const pointer = `${operation.pointer}/responses/${status}/content/application~1json/schema`;
        return openApi!.checkSchema(pointer, JSON.parse(media.example));
      });
      expect(problems).toEqual(OFFICIAL_EXAMPLES_THAT_FAIL[name] ?? []);
    },
  );
});
