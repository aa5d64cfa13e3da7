/** Which connection `npm run connect` goes on with. */
import { expect, test } from '@jest/globals';
import { findSiteConnection, type Listed } from '../../../sandbox/cli/find-connection';

const ACCOUNT = '777788889999';
const NAME = `Account ${ACCOUNT}`;
const SITE = { kind: 'site' } as const;
const OF_PROJECT = { kind: 'project' } as const;

const OTHER: Listed = { name: 'Another', owner: SITE, account: '111122223333' };
const OWN: Listed = { name: 'Renamed', owner: SITE, account: ACCOUNT };
const BEGUN: Listed = { name: NAME, owner: SITE };
const OF_A_PROJECT: Listed = { name: NAME, owner: OF_PROJECT, account: ACCOUNT };

test.each<[string, readonly (readonly Listed[])[], Listed | undefined]>([
  ['none where there is none', [[]], undefined],
  ['none where only another account is connected', [[OTHER]], undefined],
  ['the site’s to the account, whatever its name', [[OTHER, OWN]], OWN],
  ['not a project’s', [[OF_A_PROJECT]], undefined],
  ['the site’s where a project has one too', [[OF_A_PROJECT, OWN]], OWN],
  ['one on a later page', [[OTHER], [OTHER], [OWN]], OWN],
  ['one that was begun and has no role yet', [[BEGUN, OTHER]], BEGUN],
  ['the one to the account rather than one that was begun', [[BEGUN], [OWN]], OWN],
  ['not one of that name to another account', [[{ ...OTHER, name: NAME }]], undefined],
  ['not a project’s that has no role yet', [[{ name: NAME, owner: OF_PROJECT }]], undefined],
])('%s', async (_, pages, found) => {
  const asked: (string | undefined)[] = [];
  const page = ({ cursor }: { readonly cursor?: string }) => {
    asked.push(cursor);
    const nth = Number(cursor ?? 0);
    const next = nth + 1 < pages.length ? { cursor: String(nth + 1) } : {};
    return Promise.resolve({ connections: pages[nth] ?? [], ...next });
  };
  expect(await findSiteConnection({ account: ACCOUNT, name: NAME }, page)).toEqual(found);
  expect(asked.slice(0, 2)).toEqual([undefined, '1'].slice(0, asked.length));
});
