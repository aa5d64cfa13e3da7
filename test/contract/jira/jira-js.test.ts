import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serve, type ServerType } from '@hono/node-server';
import { HttpException, Version3Client, type Version3Models } from 'jira.js';
import { openStandIn, realSite, withoutBase } from './target';

/** jira.js as it comes from its registry, over HTTP: what it expects of Jira is what its types say. */
const real = realSite();
const describedForWriting = real && real.scratchProject === undefined ? describe.skip : describe;
const PROJECT = real?.scratchProject ?? 'WA';

let server: ServerType | undefined;
let client: Version3Client;

beforeAll(async () => {
  if (real) {
    const { url: host, email, token: apiToken } = real;
    client = new Version3Client({ host, authentication: { basic: { email, apiToken } } });
    return;
  }
  const { port, apiToken } = await startStandIn();
  const host = `http://127.0.0.1:${port}/jira`;
  client = new Version3Client({
    host,
    authentication: { basic: { email: 'jira-admin@example.invalid', apiToken } },
  });
});

afterAll(() => {
  server?.close();
});

async function startStandIn(): Promise<{ port: number; apiToken: string }> {
  const jira = openStandIn('http://127.0.0.1/jira');
  async function answer(request: Request): Promise<Response> {
    const caller = jira.authenticate(request);
    if (!caller) return new Response(null, { status: 401 });
    return (await jira.handle(withoutBase(request), caller)).response;
  }
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch: answer, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port));
  });
  return { port, apiToken: jira.apiToken };
}

describe('jira.js reads', () => {
  it('who it is', async () => {
    const { accountId, active } = await client.myself.getCurrentUser();
    expect([accountId.length > 0, active]).toEqual([true, true]);
  });

  it('projects, priorities and fields', async () => {
    const projects = await client.projects.searchProjects({ maxResults: 50 });
    expect(projects.values.length).toBeGreaterThan(0);
    expect(
      projects.values.every(({ key, style }) => key && ['classic', 'next-gen'].includes(style ?? '')),
    ).toBe(true);
    const priorities = await client.issuePriorities.searchPriorities({ maxResults: 50 });
    expect(priorities.values?.every(({ id, name }) => id !== undefined && name !== undefined)).toBe(true);
    const fields = await client.issueFields.getFields();
    expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['summary', 'labels', 'priority']));
  });

  it('what is wrong with a query', async () => {
    const search = client.issueSearch.searchForIssuesUsingJqlEnhancedSearchPost({ jql: 'colour = red' });
    await expect(search).rejects.toThrow(HttpException);
    await expect(search).rejects.toMatchObject({
      status: 400,
      response: {
        data: { errorMessages: ["Field 'colour' does not exist or you do not have permission to view it."] },
      },
    });
  });

  it('that there is no such issue', async () => {
    const missing = client.issues.getIssue({ issueIdOrKey: 'NOSUCHPROJECT-1' });
    await expect(missing).rejects.toMatchObject({ status: 404 });
  });
});

describedForWriting('jira.js writes', () => {
  const made: string[] = [];
  let taskTypeId = '';

  const draft = (summary: string): Version3Models.IssueUpdateDetails & { fields: { summary: string } } => ({
    fields: { project: { key: PROJECT }, issuetype: { id: taskTypeId }, summary, labels: ['contract-test'] },
    properties: [{ key: 'contract', value: { name: summary } }],
  });

  beforeAll(async () => {
    const meta = await client.issues.getCreateIssueMetaIssueTypes({ projectIdOrKey: PROJECT });
    taskTypeId = meta.issueTypes?.find(({ hierarchyLevel }) => hierarchyLevel === 0)?.id ?? '';
  });

  afterAll(async () => {
    for (const issueIdOrKey of made) await client.issues.deleteIssue({ issueIdOrKey });
  });

  it('one issue, and reads it back with its property', async () => {
    const fields = { project: { key: PROJECT }, issuetype: { id: taskTypeId }, summary: 'By jira.js' };
    const created = await client.issues.createIssue({
      fields,
      properties: [{ key: 'contract', value: { name: 'one' } }],
    });
    made.push(created.id);
    const issue = await client.issues.getIssue({
      issueIdOrKey: created.key,
      fields: ['*all'],
      properties: ['contract'],
    });
    expect(issue).toMatchObject({
      id: created.id,
      key: created.key,
      fields: {
        summary: 'By jira.js',
        labels: [],
        issuetype: { id: taskTypeId, subtask: false },
        status: { statusCategory: { key: 'new' } },
      },
      properties: { contract: { name: 'one' } },
    });
    expect(Number.isNaN(Date.parse(issue.fields.created))).toBe(false);
  });

  it('issues in bulk, of which one is refused', async () => {
    const answer = await client.issues.createIssues({
      issueUpdates: [draft('First'), draft(''), draft('Third')],
    });
    made.push(...(answer.issues ?? []).map(({ id }) => id));
    expect(answer.issues).toHaveLength(2);
    expect(answer.errors).toMatchObject([{ failedElementNumber: 1, status: 400 }]);
    const fetched = await client.issues.bulkFetchIssues({
      issueIdsOrKeys: made,
      fields: ['summary'],
      properties: ['contract'],
    });
    expect(fetched.issues?.map(({ fields }) => fields.summary)).toEqual(
      expect.arrayContaining(['First', 'Third']),
    );
  });

  it('an issue that a search finds once it is reconciled', async () => {
    const created = await client.issues.createIssue({
      fields: { project: { key: PROJECT }, issuetype: { id: taskTypeId }, summary: 'Findable' },
    });
    made.push(created.id);
    const found = await client.issueSearch.searchForIssuesUsingJqlEnhancedSearchPost({
      jql: `project = "${PROJECT}" AND key = ${created.key}`,
      fields: ['summary', 'status'],
      reconcileIssues: [Number(created.id)],
    });
    expect(found.issues?.map(({ key, fields }) => [key, fields.summary])).toEqual([
      [created.key, 'Findable'],
    ]);
    const gotten = await client.issueSearch.searchForIssuesUsingJqlEnhancedSearch({
      jql: `key in (${created.key})`,
      reconcileIssues: [Number(created.id)],
    });
    expect(gotten.issues?.map(({ id }) => id)).toEqual([created.id]);
  });

  it('a transition, a label and a property', async () => {
    const [issueIdOrKey] = made;
    if (issueIdOrKey === undefined) throw new Error('nothing was made');
    const { transitions } = await client.issues.getTransitions({
      issueIdOrKey,
      expand: 'transitions.fields',
    });
    const done = transitions?.find(({ to }) => to?.statusCategory?.key === 'done');
    await client.issues.doTransition({ issueIdOrKey, transition: { id: done?.id ?? '' } });
    await client.issues.editIssue({ issueIdOrKey, update: { labels: [{ add: 'edited' }] } });
    const value = { name: 'edited', list: [1, 2] };
    await client.issueProperties.setIssueProperty({
      issueIdOrKey,
      propertyKey: 'contract',
      propertyValue: value,
    });
    const property = await client.issueProperties.getIssueProperty({ issueIdOrKey, propertyKey: 'contract' });
    expect(property.value).toEqual(value);
    const { fields } = await client.issues.getIssue({ issueIdOrKey });
    expect([fields.status.statusCategory?.key, fields.labels]).toEqual(['done', ['edited']]);
  });
});
