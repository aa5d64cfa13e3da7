import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseJql } from '../../../sandbox/jira/jql/parse';
import { claimsOf, claimsOfOthers, jqlString, movedWithin, openSubtasks } from '../../../src/jira/client/jql';
import {
  searchClaims,
  searchLastNumber,
  searchMoved,
  searchOthers,
  searchUnknown,
  showOthers,
} from '../../../src/jira/client/search';
import { PROPERTY_KEY } from '../../../src/jira/ownership';
import { fakeJira, TASK_PROPERTY } from './fake-jira';

const ARN = TASK_PROPERTY.workload;
const CLAIMS = { workloadArn: ARN, projectId: '10000', creators: ['557058:a'] };
const CLAIMING = `project = 10000 AND issue.property[well-architected].workload = "${ARN}" AND `;

describe('JQL', () => {
  const anything = fc.string({ unit: 'binary', minLength: 1 });
  const hostile = fc.string({ unit: fc.constantFrom('"', '\\', "'", 'n', 'u', '0', ' ', ')'), minLength: 1 });

  test('asks in one project, by the indexed property, for those by some and by others', () => {
    const claims = { ...CLAIMS, creators: ['a', 'b'] };
    expect(claimsOf(claims)).toBe(`${CLAIMING}creator in ("a", "b")`);
    expect(claimsOfOthers(claims)).toBe(
      `${CLAIMING}(creator not in ("a", "b") OR creator is EMPTY) ORDER BY created DESC`,
    );
  });

  test.each([
    [90, '-90m'],
    [0.2, '-1m'],
    [61.5, '-62m'],
  ])('asks for what is ours and changed within %d minutes', (minutes, since) => {
    const jql = movedWithin(minutes, ['10000', '10001']);
    expect(jql).toBe(
      `project in (10000, 10001) AND issue.property[well-architected].workload is not EMPTY AND (updated >= "${since}" OR statusCategoryChangedDate >= "${since}")`,
    );
    expect(parseJql(jql).where).toMatchObject({ kind: 'and', clauses: [{}, {}, { kind: 'or' }] });
  });

  test.each([0, -5, NaN, Infinity])('there is no search within %d minutes', (minutes) => {
    expect(() => movedWithin(minutes, ['10000'])).toThrow(`${minutes} minutes`);
  });

  test.each([
    [0, 'workload in ("none")'],
    [2, `workload in ("${ARN}", "${ARN}")`],
    [40, `workload in ("${ARN}", `],
    [41, 'workload is not EMPTY'],
    [1000, 'workload is not EMPTY'],
  ])('asks for open Sub-tasks of %d workloads in a text that fits into a link', (count, words) => {
    const jql = openSubtasks('WA', Array<string>(count).fill(ARN));
    expect(jql).toContain(words);
    expect(() => parseJql(jql)).not.toThrow();
    expect(encodeURIComponent(jql).length).toBeLessThan(5_000);
  });

  test('no value leaves its quotes', () => {
    fc.assert(
      fc.property(fc.oneof(anything, hostile), (value) => {
        const { where } = parseJql(`summary ~ ${jqlString(value)}`);
        expect(where).toMatchObject({ kind: 'term', operand: { kind: 'text', value } });
      }),
    );
  });
});

/** As Jira states one where texts are not asked for. */
function movedIssue(id: string, property: object = TASK_PROPERTY) {
  return {
    ...{ id, key: `WA-${id}`, properties: { [PROPERTY_KEY]: property } },
    fields: {
      summary: 'One',
      status: { id: '3', name: 'Done', statusCategory: { key: 'done' } },
      issuetype: { id: '10001', name: 'Task', hierarchyLevel: 0 },
      project: { id: '10000', key: 'WA' },
    },
  };
}

describe('searching', () => {
  test('reads every page, ids only', async () => {
    const jira = fakeJira([
      { status: 200, body: { issues: [{ id: '1' }, { id: '2' }], nextPageToken: 'p2', isLast: false } },
      { status: 200, body: { issues: [{ id: '3' }], isLast: true } },
    ]);
    expect(await searchClaims(jira.http, CLAIMS)).toEqual(['1', '2', '3']);
    const first = { jql: claimsOf(CLAIMS), fields: ['id'], maxResults: 5000 };
    expect(jira.sent.map(({ body }) => body)).toEqual([first, { ...first, nextPageToken: 'p2' }]);
  });

  test.each([
    ['one page of ids, whoever made them', { isLast: true }, false],
    ['and says where there are more', { nextPageToken: 'p2', isLast: false }, true],
  ])('reads %s', async (_words, end, more) => {
    const jira = fakeJira([{ status: 200, body: { issues: [{ id: '1' }, { id: '2' }], ...end } }]);
    expect(await searchUnknown(jira.http, CLAIMS, ['7', '8'], 100)).toEqual({ ids: ['1', '2'], more });
    const jql = `${CLAIMING}id not in (7, 8)`;
    expect(jira.sent.map(({ body }) => body)).toEqual([{ jql, fields: ['id'], maxResults: 100 }]);
  });

  const MANY = Array.from({ length: 1001 }, (_, nth) => String(nth + 100));
  test.each([
    ['Jira knows one of them no more', ['7', '8'], [{ status: 400, body: {} }], 200],
    ['they are too many for one list', MANY, [], 1200],
  ])(
    'asks for all, and leaves out itself what is known, where %s',
    async (_, known, refusals, maxResults) => {
      const page = { issues: [{ id: '1' }, { id: known[0] }], isLast: true };
      const jira = fakeJira([...refusals, { status: 200, body: page }]);
      expect(await searchUnknown(jira.http, CLAIMS, known, 100)).toEqual({ ids: ['1'], more: false });
      const jql = CLAIMING.slice(0, -' AND '.length);
      expect(jira.sent.at(-1)?.body).toEqual({ jql, fields: ['id'], maxResults });
    },
  );

  test('asks for all of them where none is known', async () => {
    const jira = fakeJira([{ status: 200, body: { issues: [], isLast: true } }]);
    await searchUnknown(jira.http, CLAIMS, [], 100);
    expect(jira.sent[0]?.body).toMatchObject({ jql: CLAIMING.slice(0, -' AND '.length) });
  });

  test('reads every page of what moved, and leaves out what does not carry the property', async () => {
    const jira = fakeJira([
      { status: 200, body: { issues: [movedIssue('1'), movedIssue('3', {})], nextPageToken: 'p2' } },
      { status: 200, body: { issues: [movedIssue('2')], isLast: true } },
    ]);
    const moved = await searchMoved(jira.http, 90, ['10000']);
    expect(moved.map(({ id }) => id)).toEqual(['1', '2']);
    expect(moved[0]).toMatchObject({ projectId: '10000', level: 'task', status: { category: 'done' } });
    const { fields, ...body } = jira.sent[1]?.body as { readonly fields: readonly string[] };
    expect(body).toEqual({
      ...{
        jql: movedWithin(90, ['10000']),
        properties: [PROPERTY_KEY],
        maxResults: 100,
        nextPageToken: 'p2',
      },
    });
    expect(fields).toContain('statuscategorychangedate');
    expect(fields).not.toContain('description');
  });

  test('reads every page of the ids by others', async () => {
    const jira = fakeJira([
      { status: 200, body: { issues: [{ id: '1' }], nextPageToken: 'p2' } },
      { status: 200, body: { issues: [{ id: '2' }], isLast: true } },
    ]);
    expect(await searchOthers(jira.http, CLAIMS)).toEqual(['1', '2']);
    expect(jira.sent[1]?.body).toMatchObject({ jql: claimsOfOthers(CLAIMS), nextPageToken: 'p2' });
  });

  test('reads one page of those by others, with who made them', async () => {
    const creator = { accountId: '557058:b', accountType: 'app', displayName: 'Another app' };
    const issues = [
      { id: '1', key: 'WA-1', fields: { summary: 'One', creator } },
      { id: '2', key: 'WA-2', fields: { summary: null, creator: null } },
      { id: '3', key: 'WA-3', fields: { creator: { accountId: 'gone', accountType: 'unknown' } } },
    ];
    const jira = fakeJira([{ status: 200, body: { issues, nextPageToken: 'p2' } }]);
    expect(await showOthers(jira.http, CLAIMS)).toEqual({
      claims: [
        {
          ...{ id: '1', key: 'WA-1', summary: 'One' },
          creator: { accountId: '557058:b', name: 'Another app', isApp: true },
        },
        { id: '2', key: 'WA-2', summary: '', creator: undefined },
        { id: '3', key: 'WA-3', summary: '', creator: undefined },
      ],
      more: true,
    });
    expect(jira.sent.map(({ body }) => body)).toEqual([
      { jql: claimsOfOthers(CLAIMS), fields: ['summary', 'creator'], maxResults: 100 },
    ]);
  });

  test.each([
    {},
    { issues: [] },
    { issues: [{ id: '1' }] },
    { issues: [], isLast: false, nextPageToken: null },
  ])('takes %j for a page that was cut short', async (body) => {
    const jira = fakeJira([{ status: 200, body }]);
    const searchFew = (http: typeof jira.http, claims: typeof CLAIMS) => searchUnknown(http, claims, [], 10);
    for (const ask of [searchClaims, searchFew, searchOthers, showOthers])
      await expect(ask(jira.http, CLAIMS)).rejects.toMatchObject({ details: { code: 'unexpected-answer' } });
  });

  test('does not go round in circles', async () => {
    const jira = fakeJira([{ status: 200, body: { issues: [{ id: '1' }], nextPageToken: 'again' } }]);
    await expect(searchClaims(jira.http, CLAIMS)).rejects.toMatchObject({
      details: { code: 'unexpected-answer' },
    });
  });

  test.each([
    ['the number of the highest key', [{ id: '9', key: 'A2B_C-1207' }], 1207],
    ['0 in an empty project', [], 0],
  ])('the last number is %s', async (_, issues, number) => {
    const jira = fakeJira([{ status: 200, body: { issues, isLast: true } }]);
    expect(await searchLastNumber(jira.http, 'A2B_C')).toBe(number);
    expect(jira.sent[0]?.body).toMatchObject({ jql: 'project = "A2B_C" ORDER BY key DESC', maxResults: 1 });
  });
});
