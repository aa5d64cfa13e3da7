import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sample } from '../../../sandbox/jira/operation';
import { exampleOf, makeIssue, OTHERS, READING, readSample, REMOVED } from './examples';
import { loadOpenApi } from './openapi';
import { READS, REFUSED } from './requests';
import { openSession } from './session';
import { openTarget } from './target';

const openApi = loadOpenApi();
const target = openTarget();
const described = openApi ? describe : describe.skip;
const describedForWriting = openApi && target.scratchProject !== undefined ? describe : describe.skip;
const PROJECT = target.scratchProject ?? '';
const session = openSession(target, openApi);
const { exchange, get, post, put, remove, succeed } = session;

described(`reading from ${target.name}`, () => {
  let sample: Sample;

  beforeAll(async () => {
    sample = await readSample(session);
  });

  it.each(READING)('%s', async (_name, operation) => {
    await succeed(exampleOf(operation, sample));
  });

  it.each(REMOVED)('%s, which is gone', async (_name, operation) => {
    expect(await target.send(exampleOf(operation, sample))).toMatchObject({ status: 410 });
  });

  it.each(READS)('GET %s', async (url) => {
    await get(url);
  });

  it('people by their accounts, and what they may do', async () => {
    const { accountId, projectId } = sample;
    const several = `user/bulk?accountId=${encodeURIComponent(accountId)}&accountId=nobody`;
    expect(await get(several)).toMatchObject({ total: 1, isLast: true, values: [{ accountId }] });
    await post('permissions/check', {
      projectPermissions: [{ permissions: ['CREATE_ISSUES'], projects: [Number(projectId)] }],
    });
  });

  it('pages of a search', async () => {
    const jql = `project = "${sample.projectIdOrKey}" OR created >= -365d ORDER BY key`;
    const first = await post('search/jql', {
      jql,
      maxResults: 1,
      fields: ['*all'],
      properties: ['contract'],
    });
    if (first.nextPageToken !== undefined) {
      await post('search/jql', { jql, maxResults: 1, fields: ['*all'], nextPageToken: first.nextPageToken });
    }
  });

  it.each(REFUSED)('an error: %s %s', async (method, url, body, status) => {
    const answer = await exchange({ method, url: `/rest/api/3/${url}`, body }, status);
    expect(Object.keys(answer)).not.toEqual([]);
  });

  it('nothing where nobody has signed in', async () => {
    await exchange({ method: 'GET', url: '/rest/api/3/myself', as: 'anonymous' }, 401);
    await exchange(
      { method: 'POST', url: '/rest/api/3/issue/bulk', body: { issueUpdates: [] }, as: 'anonymous' },
      401,
    );
  });

  it('nothing of what Jira does not have', async () => {
    const fetched = await post('issue/bulkfetch', {
      issueIdsOrKeys: ['NOSUCHPROJECT-1'],
      fields: ['summary'],
    });
    expect(fetched.issues).toEqual([]);
  });
});

const text = (value: string) => ({
  version: 1,
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }],
});

describedForWriting(`writing to ${target.name}`, () => {
  const made: string[] = [];
  let types: Readonly<Record<'epic' | 'task' | 'subtask', string>> = { epic: '', task: '', subtask: '' };

  const draft = (type: keyof typeof types, summary: string, parent?: { id: string }) => ({
    fields: {
      project: { key: PROJECT },
      issuetype: { id: types[type] },
      summary,
      description: text('Made by a contract test.'),
      labels: ['contract-test'],
      ...(parent && { parent }),
    },
    properties: [{ key: 'contract', value: { name: summary } }],
  });

  const create = async (...drafts: readonly unknown[]) => {
    const { issues } = await post('issue/bulk', { issueUpdates: drafts }, 201);
    made.push(...issues.map(({ id }) => id));
    return issues;
  };

  beforeAll(async () => {
    const { issueTypes } = await get(`issue/createmeta/${PROJECT}/issuetypes?maxResults=200`);
    const at = (level: number) => issueTypes.find(({ hierarchyLevel }) => hierarchyLevel === level)?.id ?? '';
    types = { epic: at(1), task: at(0), subtask: at(-1) };
  });

  afterAll(async () => {
    for (const id of made.reverse())
      await target.send({ method: 'DELETE', url: `/rest/api/3/issue/${id}?deleteSubtasks=true` });
  });

  it('a tree of issues, in bulk, each with its property', async () => {
    const [epic] = await create(draft('epic', 'Epic'));
    const tasks = await create(draft('task', 'Task 1', epic), draft('task', 'Task 2', epic));
    const [subtask] = await create(draft('subtask', 'Sub-task', { id: tasks[0]!.id }));
    const ids = [epic!.id, tasks[0]!.id, tasks[1]!.id, subtask!.id];
    const fetched = await post('issue/bulkfetch', {
      issueIdsOrKeys: ids,
      fields: ['*all'],
      properties: ['contract'],
    });
    expect(fetched.issues.map(({ properties }) => properties.contract)).toEqual(
      ['Epic', 'Task 1', 'Task 2', 'Sub-task'].map((name) => ({ name })),
    );
    const whole = await get(`issue/${tasks[0]!.key}?fields=*all&properties=contract&expand=names,schema`);
    expect(whole.fields).toMatchObject({ parent: { id: epic!.id }, subtasks: [{ id: subtask!.id }] });
  });

  it('some issues of a bulk and not the others, or none', async () => {
    const answer = await post(
      'issue/bulk',
      { issueUpdates: [draft('task', 'Good'), draft('task', 'Two\nlines')] },
      201,
    );
    made.push(...answer.issues.map(({ id }) => id));
    expect(answer.errors.map((error) => error.failedElementNumber)).toEqual([1]);
    const none = await post(
      'issue/bulk',
      { issueUpdates: [draft('task', ''), draft('task', 'Two\nlines')] },
      400,
    );
    expect(none.errors.map((error) => error.failedElementNumber)).toEqual([0, 1]);
  });

  it('one issue, and its edits', async () => {
    const issue = await post('issue', draft('task', 'Single'), 201);
    made.push(issue.id);
    await put(`issue/${issue.id}`, { fields: { summary: 'Edited', description: text('Edited') } }, 204);
    await put(
      `issue/${issue.key}`,
      { update: { labels: [{ add: 'one' }, { remove: 'contract-test' }] } },
      204,
    );
    const returned = await put(
      `issue/${issue.id}?returnIssue=true`,
      { update: { labels: [{ add: 'two' }] } },
      200,
    );
    expect(returned.fields.labels).toEqual(['one', 'two']);
    expect((await get(`issue/${issue.id}/changelog?maxResults=100`)).values.length).toBeGreaterThan(0);
  });

  it('errors where an issue cannot be as asked', async () => {
    const [issue] = await create(draft('task', 'Refuses'));
    await post('issue', draft('task', ''), 400);
    await post('issue', { fields: { ...draft('task', 'x').fields, description: 'plain text' } }, 400);
    await post('issue', { fields: { ...draft('task', 'x').fields, labels: ['a b'] } }, 400);
    await put(`issue/${issue!.id}`, { fields: { summary: 'x'.repeat(256) } }, 400);
    await put(`issue/${issue!.id}`, { fields: { nosuchfield: 1 } }, 400);
    await put('issue/NOSUCHPROJECT-1', { fields: { summary: 'x' } }, 404);
  });

  it('properties', async () => {
    const [issue] = await create(draft('task', 'Properties'));
    const url = `issue/${issue!.id}/properties`;
    await put(`${url}/another`, { a: [1, null] }, 201);
    await put(`${url}/another`, 'text', 200);
    await get(url);
    expect(await get(`${url}/another`)).toEqual({ key: 'another', value: 'text' });
    await remove(`${url}/another`);
    await get(`${url}/another`, 404);
    await remove(`${url}/another`, 404);
    await put(`${url}/${'k'.repeat(256)}`, 1, 400);
  });

  it('transitions', async () => {
    const [issue] = await create(draft('task', 'Moves'));
    const url = `issue/${issue!.id}/transitions`;
    const { transitions } = await get(`${url}?expand=transitions.fields`);
    await post(url, { transition: { id: transitions.at(-1)!.id } }, 204);
    await post(url, { transition: { id: '99999' } }, 400);
    await post(url, {}, 400);
    await get(`issue/${issue!.id}?fields=status,resolution,updated`);
  });

  it('the end of an issue', async () => {
    const [task] = await create(draft('task', 'Goes'));
    await create(draft('subtask', 'Goes with it', { id: task!.id }));
    await remove(`issue/${task!.id}`, 400);
    await remove(`issue/${task!.id}?deleteSubtasks=true`);
    await remove(`issue/${task!.id}`, 404);
  });
});

const describedForStandIn = openApi && target.isStandIn ? describe : describe.skip;

describedForStandIn('the stand-in', () => {
  it('finds issues by an indexed property, with both methods', async () => {
    const jql = 'contractName = "Findable" ORDER BY key';
    const fields = { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary: 'Findable' };
    await post('issue', { fields, properties: [{ key: 'contract', value: { name: 'Findable' } }] }, 201);
    expect((await post('search/jql', { jql, fields: ['*all'], expand: 'names,schema' })).issues).toHaveLength(
      1,
    );
    expect((await get(`search/jql?jql=${encodeURIComponent(jql)}`)).isLast).toBe(true);
  });

  it('refuses those who may not', async () => {
    const issue = (await get('search/jql?jql=project%3DWA')).issues[0]!;
    const body = { fields: { summary: 'x' } };
    await exchange({ method: 'PUT', url: `/rest/api/3/issue/${issue.id}`, body, as: 'viewer' }, 400);
    await exchange({ method: 'DELETE', url: `/rest/api/3/issue/${issue.id}`, as: 'member' }, 403);
    await exchange({ method: 'GET', url: `/rest/api/3/issue/${issue.id}`, as: 'anonymous' }, 404);
  });

  it.each(OTHERS)('%s', async (_name, operation) => {
    await succeed(exampleOf(operation, await makeIssue(session, await readSample(session))));
  });
});
