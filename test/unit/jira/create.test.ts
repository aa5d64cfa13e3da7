import { describe, expect, test } from '@jest/globals';
import { doc, paragraph, text } from '../../../src/jira/adf/builder';
import { createIssues } from '../../../src/jira/client/create-issues';
import type { CreateAnswer, IssueDraft } from '../../../src/jira/jira';
import { fakeJira, SILENCE, TASK_PROPERTY, unannounced, type Given } from './fake-jira';
import { worded, type Worded } from './worded';

const DRAFT: IssueDraft = {
  projectId: '10000',
  issueTypeId: '10002',
  summary: 'How do you operate securely?',
  labels: ['security', 'well-architected'],
  property: TASK_PROPERTY,
};
const TWO = [DRAFT, { ...DRAFT, summary: 'Another' }];

const made = (...numbers: readonly number[]) =>
  numbers.map((number) => ({ id: String(number), key: `WA-${number}`, self: 'x' }));
const failed = (index: number, errors: Record<string, string>) => ({
  failedElementNumber: index,
  status: 400,
  elementErrors: { errorMessages: [], errors },
});

const allRejected = (reason: string): Worded<CreateAnswer> => ({
  kind: 'answered',
  created: [],
  rejected: [0, 1].map((index) => ({ index, reason })),
});

describe('what the answer to a bulk create of two means', () => {
  test.each<[string, Given, Worded<CreateAnswer>]>([
    [
      'both made',
      { status: 201, body: { issues: made(1, 2), errors: [] } },
      {
        kind: 'answered',
        created: [
          { id: '1', key: 'WA-1' },
          { id: '2', key: 'WA-2' },
        ],
        rejected: [],
      },
    ],
    [
      'one made, one refused',
      { status: 201, body: { issues: made(1), errors: [failed(1, { labels: "can't contain spaces" })] } },
      {
        kind: 'answered',
        created: [{ id: '1', key: 'WA-1' }],
        rejected: [{ index: 1, reason: "labels: can't contain spaces" }],
      },
    ],
    [
      'both refused, each with its reason',
      {
        status: 400,
        body: {
          issues: [],
          errors: [failed(0, { team: 'Team is required.' }), failed(1, { summary: 'Too long' })],
        },
      },
      {
        kind: 'answered',
        created: [],
        rejected: [
          { index: 0, reason: 'team: Team is required.' },
          { index: 1, reason: 'summary: Too long' },
        ],
      },
    ],
    [
      'the whole request refused',
      { status: 400, body: { errorMessages: ['Invalid request payload.'] } },
      allRejected('Invalid request payload.'),
    ],
    ['too large', { status: 413 }, allRejected('Jira answered HTTP 413')],
    [
      'no answer',
      SILENCE,
      { kind: 'lost', reason: 'Could not create 2 work items: no answer from Jira (network).' },
    ],
    [
      'a failure of Jira',
      { status: 500 },
      { kind: 'lost', reason: 'Could not create 2 work items: Jira answered HTTP 500.' },
    ],
    ['a gateway that gave up', { status: 504, body: '<html>' }, lost('Jira answered HTTP 504')],
    ['a success without a body', { status: 201 }, unaccounted()],
    ['a success that is not JSON', { status: 201, body: '{"issues":[{"id":"1"' }, unaccounted()],
    [
      'an answer about one of the two only',
      { status: 201, body: { issues: made(1), errors: [] } },
      unaccounted(),
    ],
    [
      'a refusal of an element that was not sent',
      { status: 201, body: { issues: made(1), errors: [failed(7, {})] } },
      unaccounted(),
    ],
    [
      'a refusal that names a made issue',
      { status: 400, body: { issues: made(1), errors: [] } },
      unaccounted(),
    ],
    ['a redirect', { status: 302 }, { kind: 'lost', reason: 'Jira answered HTTP 302' }],
  ])('%s', async (_, given, expected) => {
    const jira = fakeJira([given]);
    expect(worded(await createIssues(jira.http, TWO, unannounced))).toEqual(expected);
    expect(jira.sent).toHaveLength(1);
  });
});

describe('too many requests', () => {
  test('are sent again: Jira had done nothing', async () => {
    const jira = fakeJira([{ status: 429 }, { status: 201, body: { issues: made(1, 2) } }]);
    expect((await createIssues(jira.http, TWO, unannounced)).kind).toBe('answered');
    expect(jira.sent).toHaveLength(2);
  });

  test('that stay are thrown, never lost', async () => {
    const jira = fakeJira([{ status: 429, headers: { 'RateLimit-Reason': 'jira-quota-tenant-based' } }]);
    await expect(createIssues(jira.http, TWO, unannounced)).rejects.toMatchObject({
      details: { code: '429', retryable: true },
    });
  });
});

describe('rights that are not there yet', () => {
  test.each([401, 403])(
    'a %i is no refusal of any issue: it is thrown, and may be tried again',
    async (status) => {
      const jira = fakeJira([{ status, body: '<html>' }]);
      await expect(createIssues(jira.http, TWO, unannounced)).rejects.toMatchObject({
        details: { code: String(status), retryable: true },
      });
    },
  );
});

describe('the request', () => {
  test('carries what settings give to other fields, which never replaces a field of the app', async () => {
    const jira = fakeJira([{ status: 201, body: { issues: made(1), errors: [] } }]);
    const fieldValues = { customfield_10100: { id: '7' }, summary: 'theirs', project: { id: '666' } };
    await createIssues(jira.http, [{ ...DRAFT, fieldValues }], unannounced);
    const { projectId, issueTypeId, summary, labels } = DRAFT;
    const own = { project: { id: projectId }, issuetype: { id: issueTypeId }, summary, labels };
    expect(jira.sent[0]?.body).toMatchObject({
      issueUpdates: [{ fields: { ...own, customfield_10100: { id: '7' } } }],
    });
  });

  test('carries the identity beside the fields, and leaves out what is not there', async () => {
    const jira = fakeJira([{ status: 201, body: { issues: made(1, 2) } }]);
    const description = doc(paragraph(text('What it is')));
    await createIssues(
      jira.http,
      [
        { ...DRAFT, parentId: '77', priorityId: '2', description },
        { ...DRAFT, labels: [] },
      ],
      unannounced,
    );
    const { projectId, issueTypeId, summary, labels } = DRAFT;
    const bare = { project: { id: projectId }, issuetype: { id: issueTypeId }, summary };
    const properties = [{ key: 'well-architected', value: TASK_PROPERTY }];
    expect(jira.sent).toEqual([
      {
        method: 'POST',
        path: '/rest/api/3/issue/bulk',
        body: {
          issueUpdates: [
            {
              fields: { ...bare, labels, parent: { id: '77' }, priority: { id: '2' }, description },
              properties,
            },
            { fields: bare, properties },
          ],
        },
      },
    ]);
  });

  test('is not sent for no drafts, and refuses more than 50', async () => {
    const jira = fakeJira([{ status: 500 }]);
    expect(await createIssues(jira.http, [], unannounced)).toEqual({
      kind: 'answered',
      created: [],
      rejected: [],
    });
    await expect(
      createIssues(
        jira.http,
        Array.from({ length: 51 }, () => DRAFT),
        unannounced,
      ),
    ).rejects.toThrow('At most 50');
    expect(jira.sent).toEqual([]);
  });
});

function lost(what: string): Worded<CreateAnswer> {
  return { kind: 'lost', reason: `Could not create 2 work items: ${what}.` };
}

function unaccounted(): Worded<CreateAnswer> {
  return { kind: 'lost', reason: "Jira's answer does not account for all 2 work items" };
}
