import { describe, expect, test } from '@jest/globals';
import { adf, create, openSite, type Role } from './site';

const ROLES: readonly Role[] = [
  'jira admin',
  'project admin',
  'member',
  'viewer',
  'outsider',
  'anonymous',
  'the app',
];

describe('mypermissions', () => {
  test.each<[permission: string, having: Role[]]>([
    ['ADMINISTER', ['jira admin']],
    ['ADMINISTER_PROJECTS', ['jira admin', 'project admin', 'the app']],
    ['BROWSE_PROJECTS', ['jira admin', 'project admin', 'member', 'viewer', 'the app']],
    ['CREATE_ISSUES', ['jira admin', 'project admin', 'member', 'the app']],
    ['TRANSITION_ISSUES', ['jira admin', 'project admin', 'member', 'the app']],
    ['DELETE_ISSUES', ['jira admin', 'project admin', 'the app']],
    ['BULK_CHANGE', ['jira admin', 'project admin', 'member']],
  ])('%s is held by %j', async (permission, having) => {
    const site = openSite();
    const holders: Role[] = [];
    for (const role of ROLES) {
      const answer = await site.as(role).get(`/mypermissions?permissions=${permission}`);
      if (answer.at(`permissions.${permission}.havePermission`) === true) holders.push(role);
    }
    expect(holders).toEqual(having);
  });

  test.each<[string, string, number]>([
    ['no permissions named', '', 400],
    ['an unknown permission', '?permissions=BROWSE_PROJECTS,FLY', 400],
    ['a project that does not exist', '?permissions=BROWSE_PROJECTS&projectKey=NO', 404],
    ['an issue that does not exist', '?permissions=BROWSE_PROJECTS&issueKey=WA-1', 404],
    ['a project by id', '?permissions=BROWSE_PROJECTS&projectId=10000', 200],
  ])('with %s', async (_what, query, status) => {
    expect((await openSite().as('member').get(`/mypermissions${query}`)).status).toBe(status);
  });
});

describe('permissions/check', () => {
  test('answers for another account to the app, not to a member', async () => {
    const site = openSite();
    const { id } = await create(site.as('member'), 'Task');
    const body = {
      accountId: '557058:00000000-0000-4000-8000-0000000000a2',
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [
        { permissions: ['ADMINISTER_PROJECTS'], projects: [10000, 99999], issues: [Number(id)] },
      ],
    };
    expect((await site.as('the app').post('/permissions/check', body)).body).toEqual({
      globalPermissions: [],
      projectPermissions: [{ permission: 'ADMINISTER_PROJECTS', projects: [10000], issues: [Number(id)] }],
    });
    expect((await site.as('member').post('/permissions/check', body)).status).toBe(403);
  });

  test('refuses unknown permissions by name', async () => {
    const answer = await openSite()
      .as('member')
      .post('/permissions/check', { globalPermissions: ['FLY'] });
    expect(answer).toMatchObject({ status: 400, body: { errors: { FLY: 'Unrecognized permission' } } });
  });
});

describe('what each role gets from one issue', () => {
  type Row = [
    act: string,
    method: 'get' | 'put' | 'post' | 'delete',
    path: string,
    body: unknown,
    by: number[],
  ];

  /** Statuses for: jira admin, project admin, member, viewer, outsider, anonymous, the app. */
  test.each<Row>([
    ['reading it', 'get', '/issue/WA-1', undefined, [200, 200, 200, 200, 404, 404, 200]],
    ['editing it', 'put', '/issue/WA-1', { fields: { summary: 'x' } }, [204, 204, 204, 400, 404, 404, 204]],
    ['writing a property', 'put', '/issue/WA-1/properties/p', 1, [201, 201, 201, 403, 404, 404, 201]],
    [
      'deleting a property',
      'delete',
      '/issue/WA-1/properties/own',
      undefined,
      [204, 204, 204, 404, 404, 404, 204],
    ],
    [
      'moving it',
      'post',
      '/issue/WA-1/transitions',
      { transition: { id: '31' } },
      [204, 204, 204, 400, 404, 404, 204],
    ],
    ['deleting it', 'delete', '/issue/WA-1', undefined, [204, 204, 403, 403, 404, 404, 204]],
    ['its history', 'get', '/issue/WA-1/changelog', undefined, [200, 200, 200, 200, 404, 404, 200]],
    [
      'creating beside it',
      'post',
      '/issue',
      {
        fields: { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary: 's', description: adf('d') },
      },
      [201, 201, 201, 400, 400, 401, 201],
    ],
  ])('%s', async (_act, method, path, body, expected) => {
    const statuses: number[] = [];
    for (const role of ROLES) {
      const site = openSite();
      await create(site.as('project admin'), 'Task', {}, { properties: [{ key: 'own', value: 1 }] });
      statuses.push((await site.as(role)[method](path, body)).status);
    }
    expect(statuses).toEqual(expected);
  });

  test('without the permission to transition the list is empty, not forbidden', async () => {
    const site = openSite();
    await create(site.as('member'), 'Task');
    expect((await site.as('viewer').get('/issue/WA-1/transitions')).at('transitions')).toEqual([]);
    expect((await site.as('member').get('/issue/WA-1/transitions')).at('transitions')).toHaveLength(3);
  });

  test('an app that an administrator strips of its role sees nothing', async () => {
    const site = openSite();
    await create(site.as('the app'), 'Task');
    site.jira.admin.revokeRole('WA', 'apps', '557058:00000000-0000-4000-8000-0000000000ab');
    expect((await site.as('the app').get('/issue/WA-1')).status).toBe(404);
    site.jira.admin.grantRole('WA', 'apps', '557058:00000000-0000-4000-8000-0000000000ab');
    expect((await site.as('the app').get('/issue/WA-1')).status).toBe(200);
  });
});

describe('credentials', () => {
  const { jira } = openSite({ apiToken: 'secret' });
  const basic = (text: string) =>
    jira.authenticate(
      new Request('http://site', {
        headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` },
      }),
    );

  test.each<[string, string, object | undefined]>([
    ['e-mail and token', 'member@example.invalid:secret', { kind: 'user' }],
    ['a wrong token', 'member@example.invalid:guess', undefined],
    ['an unknown e-mail', 'nobody@example.invalid:secret', undefined],
    ['no colon', 'secret', undefined],
  ])('%s', (_what, credentials, expected) => {
    const caller = basic(credentials);
    if (expected === undefined) expect(caller).toBeUndefined();
    else expect(caller).toMatchObject(expected);
  });

  test('none are an anonymous caller', () => {
    expect(jira.authenticate(new Request('http://site'))).toEqual({ kind: 'anonymous' });
  });
});
