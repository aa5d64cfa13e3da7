/** Which levels of an issue security scheme keep the app out, as far as Jira tells. */
import { describe, expect, test } from '@jest/globals';
import { createHttp } from '../../../src/jira/client/http';
import { readIssueSecurity } from '../../../src/jira/client/issue-security';
import { fakeJira, SILENCE, type Given } from './fake-jira';

const STAFF = { id: '10001', name: 'Staff' };
const BOARD = { id: '10002', name: 'Board' };

const scheme = (defaultSecurityLevelId?: number): Given => ({
  status: 200,
  body: {
    id: 1,
    name: 'Internal',
    levels: [STAFF, BOARD],
    ...(defaultSecurityLevelId ? { defaultSecurityLevelId } : {}),
  },
});
const may = (havePermission: boolean): Given => ({
  status: 200,
  body: { permissions: { SET_ISSUE_SECURITY: { key: 'SET_ISSUE_SECURITY', havePermission } } },
});
const letsIn = (...levels: readonly object[]): Given => ({ status: 200, body: { levels } });

const found = (given: readonly Given[]) =>
  readIssueSecurity(createHttp(fakeJira([...given]).options), '10000');

describe('the issue security of a project', () => {
  test.each<[string, readonly Given[], object | undefined]>([
    ['without a scheme', [{ status: 404, body: {} }], undefined],
    ['whose scheme the app may not read', [{ status: 403, body: {} }], undefined],
    [
      'whose scheme has no level',
      [{ status: 200, body: { id: 1, name: 'Internal', levels: [] } }],
      undefined,
    ],
    [
      'every level of which lets the app in',
      [scheme(10_001), may(true), letsIn(STAFF, BOARD)],
      { kind: 'known', scheme: 'Internal', hidden: [], hidesNew: false },
    ],
    [
      'one level of which does not',
      [scheme(10_001), may(true), letsIn(STAFF)],
      { kind: 'known', scheme: 'Internal', hidden: ['Board'], hidesNew: false },
    ],
    [
      'the default level of which does not',
      [scheme(10_002), may(true), letsIn(STAFF)],
      { kind: 'known', scheme: 'Internal', hidden: ['Board'], hidesNew: true },
    ],
    [
      'whose levels Jira does not tell the app',
      [scheme(), may(false), letsIn()],
      { kind: 'unknown', scheme: 'Internal' },
    ],
  ])('%s', async (_what, given, expected) => {
    expect(await found(given)).toEqual(expected);
  });

  test.each<[string, Given]>([
    ['fails', { status: 500 }],
    ['is silent', SILENCE],
    ['answers something else', { status: 200, body: { levels: 'none' } }],
  ])('is not guessed where Jira %s', async (_what, given) => {
    await expect(found([given])).rejects.toMatchObject({ name: 'UpstreamError' });
  });
});
