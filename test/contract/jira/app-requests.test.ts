import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MEMBER } from '../../../sandbox/jira/seed/users';
import { inWords } from '../../../src/in-words';
import { doc, paragraph, text } from '../../../src/jira/adf/builder';
import type { HttpOptions } from '../../../src/jira/client/http';
import { hasAnyPermission } from '../../../src/jira/client/permissions';
import { createProjectExaminer } from '../../../src/jira/create-for-pages';
import { createJira } from '../../../src/jira/create-jira';
import type { Jira } from '../../../src/jira/jira';
import { unannounced } from '../../unit/jira/fake-jira';
import { openLocalSite, PROPERTIES, type LocalSite } from '../../unit/jira/local-site';
import { findOperation } from './document';
import { loadOpenApi, type Exchange } from './openapi';

const PROJECT = 'GET /rest/api/3/project/{projectIdOrKey}';
const openApi = loadOpenApi();
const described = openApi ? describe : describe.skip;

/** Passes every exchange of the app's HTTP on to a listener. */
function overheard(options: HttpOptions, listen: (exchange: Exchange) => void): HttpOptions {
  async function requester(...[route, init]: Parameters<HttpOptions['requester']>) {
    const response = await options.requester(route, init);
    const { pathname, searchParams } = new URL(route.value, 'http://localhost');
    const answer = await response.text();
    listen({
      method: init.method,
      path: pathname,
      query: searchParams,
      requestBody: parse(init.body),
      status: response.status,
      responseBody: parse(answer),
    });
    return { status: response.status, headers: response.headers, text: () => Promise.resolve(answer) };
  }
  return { ...options, requester };
}

function parse(json: string | undefined): unknown {
  return json ? JSON.parse(json) : undefined;
}

described('what the app sends to Jira', () => {
  let local: LocalSite;
  let jira: Jira;
  let exchanges: Exchange[];
  let ids: Awaited<ReturnType<LocalSite['makeTree']>>;

  const operations = () =>
    new Set(exchanges.map(({ method, path }) => findOperation(openApi!.document, method, path)?.name));

  beforeEach(async () => {
    local = openLocalSite();
    ids = await local.makeTree('WA');
    exchanges = [];
    jira = createJira(overheard(local.as({ kind: 'app' }), (exchange) => exchanges.push(exchange)));
  });

  afterEach(() => {
    expect(exchanges).not.toEqual([]);
    expect(exchanges.flatMap((exchange) => openApi!.validateRequest(exchange))).toEqual([]);
    expect(exchanges.flatMap((exchange) => openApi!.validateExchange(exchange))).toEqual([]);
  });

  it.each(['WA', 'KAN', 'NOSUCHPROJECT'])('to learn about project %s', async (key) => {
    await jira.profile(key, {}).catch(() => undefined);
  });

  it.each(['WA', 'KAN'])('to learn where the site is, and how work ends in %s', async (key) => {
    expect(await jira.siteUrl()).toBe('https://site.example');
    const project = await jira.project(key);
    const done = await jira.doneStatuses(project?.id ?? '');
    const named = [...done.values()].map(({ statuses }) => statuses.map(({ name }) => name));
    expect(new Set(named.flat())).toEqual(new Set(['Done']));
    expect(named.every(({ length }) => length === 1)).toBe(true);
    expect(operations()).toContain('GET /rest/api/3/project/{projectIdOrKey}/statuses');
  });

  it('to learn which issue types its issues have', async () => {
    const { id = '' } = (await jira.project('WA')) ?? {};
    const options = overheard(local.as({ kind: 'app' }), (exchange) => exchanges.push(exchange));
    const other = (await jira.project('KAN'))?.id ?? '';
    const types = [...(await jira.doneStatuses(id)).keys(), ...(await jira.doneStatuses(other)).keys()];
    const inUse = await createProjectExaminer(options).typesInUse(id, types);
    const issues = await jira.fetch([ids.epic, ids.task, ids.subtask]);
    expect(inUse).toEqual(new Set(issues.map(({ issueType }) => issueType.id)));
    expect(types.length).toBeGreaterThan(inUse.size);
  });

  it('to find what moved', async () => {
    const { id = '' } = (await jira.project('WA')) ?? {};
    expect(await jira.recentlyMoved(90, [id])).toHaveLength(3);
    expect(operations()).toEqual(new Set([PROJECT, 'POST /rest/api/3/search/jql']));
  });

  it('to find and read issues', async () => {
    const account = await jira.account();
    const projectId = (await jira.project('WA'))?.id ?? '';
    const claims = { workloadArn: PROPERTIES.task.workload, projectId };
    const all = [account];
    expect(await jira.search({ ...claims, creators: all })).toHaveLength(3);
    expect((await jira.searchUnknown(claims, [], 10)).ids).toHaveLength(3);
    expect((await jira.searchUnknown(claims, [ids.epic, ids.task], 10)).ids).toEqual([ids.subtask]);
    expect((await jira.searchUnknown(claims, [ids.epic, '424242'], 10)).ids).toHaveLength(2);
    expect(await jira.searchOthers({ ...claims, creators: all })).toEqual([]);
    expect(await jira.showOthers({ ...claims, creators: all })).toEqual({ claims: [], more: false });
    await jira.lastNumber('WA');
    expect(await jira.fetch([ids.epic, ids.task, ids.subtask, '424242'])).toHaveLength(3);
    expect((await jira.scan('WA', 0)).issues).toHaveLength(3);
    expect(operations()).toEqual(
      new Set([
        ...[PROJECT, 'GET /rest/api/3/myself'],
        ...['POST /rest/api/3/search/jql', 'POST /rest/api/3/issue/bulkfetch'],
      ]),
    );
  });

  it('to create issues at every level', async () => {
    const task = await local.draft('WA', 'task', { parentId: ids.epic });
    const subtask = await local.draft('WA', 'subtask', { parentId: ids.task });
    expect(await jira.create([task, subtask], unannounced)).toMatchObject({ rejected: [] });
    expect(await jira.create([{ ...task, parentId: '424242' }], unannounced)).toMatchObject({
      rejected: [{ index: 0 }],
    });
  });

  it('to update an issue', async () => {
    const description = doc(paragraph(text('New')));
    const patch = { summary: 'New', description, addLabels: ['new'], removeLabels: ['security'] };
    expect(await jira.update(ids.task, { ...patch, property: PROPERTIES.task })).toEqual({ kind: 'applied' });
    expect(await jira.update(ids.epic, { property: PROPERTIES.epic })).toEqual({ kind: 'applied' });
    expect(await jira.update('424242', { summary: 'New' })).toMatchObject({ kind: 'refused' });
  });

  it('to close an issue and to reopen it', async () => {
    expect(await jira.move({ id: ids.subtask }, { to: 'done' })).toMatchObject({ kind: 'applied' });
    expect(await jira.move({ id: ids.subtask }, { to: 'open' })).toMatchObject({ kind: 'applied' });
    expect(operations()).toContain('POST /rest/api/3/issue/{issueIdOrKey}/transitions');
  });

  it('to put a Task below another Epic, to ask who touched an issue, and to delete it', async () => {
    const account = await jira.account();
    expect(await jira.update(ids.task, { parentId: ids.epic })).toEqual({ kind: 'applied' });
    expect(await jira.traces(ids.subtask, account)).toEqual(expect.any(Array));
    expect(await jira.isThere(ids.subtask)).toBe(true);
    expect(await jira.remove(ids.subtask)).toEqual({ kind: 'applied' });
    expect(await jira.traces(ids.subtask, account)).toBeUndefined();
    expect(await jira.isThere(ids.subtask)).toBe(false);
    expect(operations()).toContain('DELETE /rest/api/3/issue/{issueIdOrKey}');
  });

  it('to correct the resolution of an issue that stays done', async () => {
    await jira.move({ id: ids.subtask }, { to: 'done' });
    const [issue] = await jira.fetch([ids.subtask]);
    const as = { resolutionIds: ['10001'], otherResolutionIds: ['10000'], statusIds: [] };
    expect(await jira.resolve(issue!, as)).toBeDefined();
  });

  it('to close an issue with a status that its workflow does not have', async () => {
    const elsewhere = [...(await jira.doneStatuses((await jira.project('KAN'))?.id ?? '')).values()][0]
      ?.statuses[0];
    const answer = await jira.move({ id: ids.subtask }, { to: 'done', statusId: elsewhere?.id ?? '' });
    expect(answer).toMatchObject({ kind: 'refused', code: 'no-transition' });
    expect('reason' in answer && inWords(answer.reason)).toContain(`"Done" (${elsewhere?.id})`);
    expect(operations()).toContain('GET /rest/api/3/status/{idOrName}');
  });

  it.each([
    ['a member', { kind: 'user', accountId: MEMBER }],
    ['nobody', { kind: 'anonymous' }],
  ] as const)('to ask what %s may do', async (_who, caller) => {
    const options = overheard(local.as(caller), (exchange) => exchanges.push(exchange));
    expect(await hasAnyPermission(options, ['ADMINISTER_PROJECTS'], 'WA')).toBe(false);
  });
});
