import { describe, expect, test } from '@jest/globals';
import type { CallTarget } from '../../../sandbox/forge/protocol';
import { scopeRefusal } from '../../../sandbox/forge/scopes/scope-check';
import { withoutScopes } from '../../../sandbox/forge/scopes/without-scopes';
import { readManifest } from '../../../sandbox/forge/manifest';
import { ECHO_APP } from '../../contract/forge/echo-host';

const AS_APP: CallTarget = { type: 'fpp', provider: 'app', remote: 'jira' };
const STARGATE: CallTarget = { ...AS_APP, remote: 'stargate' };

const ROWS: readonly [
  what: string,
  target: CallTarget,
  method: string,
  url: string,
  granted: readonly string[],
  passes: boolean,
][] = [
  ['a read with the classic scope', AS_APP, 'GET', '/rest/api/3/label', ['read:jira-work'], true],
  [
    'a read with the granular scope',
    AS_APP,
    'GET',
    '/rest/api/3/label?maxResults=1',
    ['read:label:jira'],
    true,
  ],
  ['a read with the scope of writes', AS_APP, 'GET', '/rest/api/3/label', ['write:jira-work'], false],
  ['a write with the scope of reads', AS_APP, 'PUT', '/rest/api/3/issue/WA-1', ['read:jira-work'], false],
  ['one granular scope of several', AS_APP, 'GET', '/rest/api/3/myself', ['read:user:jira'], false],
  [
    'a literal path before a parameter',
    AS_APP,
    'POST',
    '/rest/api/3/issue/bulkfetch',
    ['read:jira-work'],
    true,
  ],
  ['as a person', { ...AS_APP, provider: 'user' }, 'GET', '/rest/api/3/label', [], false],
  ['as nobody', { ...AS_APP, provider: 'none' }, 'GET', '/rest/api/3/label', [], true],
  ['what asks for no scope', AS_APP, 'GET', '/rest/api/3/serverInfo', [], true],
  [
    'what OAuth does not let in',
    AS_APP,
    'PUT',
    '/rest/api/3/mypreferences/locale',
    ['write:jira-work'],
    false,
  ],
  ['a path that Jira does not have', AS_APP, 'GET', '/rest/api/3/nothing', [], true],
  ['storage', { type: 'kvs' }, 'POST', '/api/v1/get', ['storage:app'], true],
  ['storage without its scope', { type: 'kvs' }, 'POST', '/api/v1/get', ['read:jira-work'], false],
  ['the privacy report', STARGATE, 'POST', '/app/report-accounts', ['report:personal-data'], true],
  ['the privacy report without its scope', STARGATE, 'POST', '/app/report-accounts', ['storage:app'], false],
  ['a queue', STARGATE, 'POST', '/webhook/queue/publish/a/b/c/d', [], true],
  ['the URL of a web trigger', STARGATE, 'POST', '/graphql', [], true],
  ['fetch', { type: 'fetch' }, 'GET', 'https://sts.us-east-1.amazonaws.com/', [], true],
];

describe('a request of the app', () => {
  test.each(ROWS)('%s', (_what, target, method, url, granted, passes) => {
    const refusal = scopeRefusal({ target, method, url, headers: [], body: undefined }, granted);
    if (passes) expect(refusal).toBeUndefined();
    else {
      expect(refusal?.status).toBe(401);
      expect(JSON.parse(new TextDecoder().decode(refusal?.body))).toEqual({
        code: 401,
        message: 'Unauthorized; scope does not match',
      });
    }
  });
});

test('triggers hear only of what the scopes let the app know', () => {
  const manifest = readManifest(ECHO_APP);
  expect(withoutScopes(manifest, ['storage:app']).triggers).toHaveLength(manifest.triggers.length);
  expect(withoutScopes(manifest, ['read:jira-work']).triggers).toEqual([]);
});
