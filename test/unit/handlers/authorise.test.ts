/** Who is let in. */
import { describe, expect, test } from '@jest/globals';
import { authoriseForSite, authoriseInProject } from '../../../src/handlers/authorise';
import type { Permission } from '../../../src/jira/client/permissions';
import { UpstreamError } from '../../../src/upstream-error';
import { asReason } from '../../../src/reason';

const CONTEXT = { accountId: 'somebody', cloudId: 'a-site' };
const PROJECT = { id: '10000', key: 'WA', archived: false };

const having = (permissions: readonly Permission[], isVisible = true) => ({
  hasAnyPermission: (wanted: readonly Permission[], projectKey?: string) =>
    Promise.resolve(projectKey !== 'NOPE' && wanted.some((each) => permissions.includes(each))),
  project: () => Promise.resolve(isVisible ? PROJECT : undefined),
});

const REFUSED = { name: 'Refusal', code: 'unauthorised' };

describe('in a project', () => {
  test.each<[Permission[], boolean, boolean]>([
    // what they may do: as an admin, as a viewer
    [['ADMINISTER_PROJECTS'], true, true],
    [['BROWSE_PROJECTS'], false, true],
    [['ADMINISTER'], false, false],
    [['EDIT_ISSUES'], false, false],
    [[], false, false],
  ])('%j: admin %s, viewer %s', async (permissions, admin, viewer) => {
    for (const [role, isLetIn] of [
      ['project-admin', admin],
      ['project-viewer', viewer],
    ] as const) {
      const done = authoriseInProject(role, CONTEXT, { projectKey: 'WA' }, having(permissions));
      if (isLetIn) expect(await done).toEqual({ accountId: 'somebody', site: 'a-site', project: PROJECT });
      else await expect(done).rejects.toMatchObject(REFUSED);
    }
  });

  test.each<[string, unknown, unknown, boolean]>([
    ['nobody who is not logged in', {}, { projectKey: 'WA' }, true],
    ['nobody without a project', CONTEXT, undefined, true],
    ['nobody with a key that is none', CONTEXT, { projectKey: '../WA' }, true],
    ['nobody in a project that they cannot see', CONTEXT, { projectKey: 'WA' }, false],
  ])('%s', async (_, context, payload, isVisible) => {
    const done = authoriseInProject(
      'project-viewer',
      context,
      payload,
      having(['BROWSE_PROJECTS'], isVisible),
    );
    await expect(done).rejects.toMatchObject(REFUSED);
  });
});

test('on the site Jira admins alone, and nobody while Jira does not say', async () => {
  expect(await authoriseForSite(CONTEXT, having(['ADMINISTER']))).toEqual({
    ...{ accountId: 'somebody', site: 'a-site' },
  });
  await expect(authoriseForSite(CONTEXT, having(['ADMINISTER_PROJECTS']))).rejects.toMatchObject(REFUSED);
  const silent = {
    ...having([]),
    hasAnyPermission: () =>
      Promise.reject(
        new UpstreamError(asReason('Jira is down'), { service: 'jira', code: '503', retryable: true }),
      ),
  };
  await expect(authoriseForSite(CONTEXT, silent)).rejects.toThrow('Jira is down');
});
