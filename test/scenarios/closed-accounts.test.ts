/** Accounts are reported weekly, and of a closed one nothing that names it stays in storage. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Row } from '../../sandbox/forge/kvs/rows';
import { JIRA_ADMIN, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { openSmallSite, type SmallSite } from './small-site';
import { storedIn } from './stored';

const WEEK_MS = 7 * 86_400_000;
const OLD = '2026-01-01T00:00:00.000Z.00000.0707070707070707';

let site: SmallSite;
beforeAll(async () => {
  site = await openSmallSite();
  await site.run();
  // As a version before 3 left it.
  storedIn(site.site, 'forge.entity.audit').put(OLD, {
    ...{ v: 2, position: OLD, at: OLD.slice(0, 24), action: 'connection.created' },
    actor: { kind: 'person', accountId: PROJECT_ADMIN },
    target: { code: 'text', params: { text: 'x' } },
    change: { code: 'text', params: { text: 'y' } },
  });
}, 120_000);
afterAll(() => site.close());

/** Keys of everything in storage in which the account stands. */
function keysWith(accountId: string): readonly string[] {
  const tables = ['forge.kvs', 'forge.secrets', 'forge.entity.audit', 'forge.entity.audit-chain'];
  return tables.flatMap((table) =>
    [...site.site.store.table<Row>(table).entries()]
      .filter(([, { value }]) => JSON.stringify(value).includes(accountId))
      .map(([key]) => key.replace(/[:.].*$/, '')),
  );
}

async function week(): Promise<void> {
  site.site.host.advanceClock(0);
  site.site.clock.advance(WEEK_MS);
  site.site.host.advanceClock(0);
  await site.site.host.idle();
}

test('every account that is stored is reported, whatever record has it', async () => {
  expect(new Set(keysWith(PROJECT_ADMIN))).toEqual(
    new Set(['linked', 'run', 'person', 'person-ref', '2026-01-01T00']),
  );
  await week();
  expect(new Set(site.site.host.reportedAccounts())).toEqual(new Set([JIRA_ADMIN, PROJECT_ADMIN]));
});

test('of a closed account nothing stays that names it, and the log stays complete', async () => {
  site.site.host.setAccountStatus(PROJECT_ADMIN, 'closed');
  site.site.host.setAccountStatus(JIRA_ADMIN, 'updated');
  await week();
  expect(keysWith(PROJECT_ADMIN)).toEqual([]);
  expect(keysWith(JIRA_ADMIN).length).toBeGreaterThan(0);
  const { entries } = await site.call('audit.list', {}, JIRA_ADMIN);
  const started = entries.find(({ action }) => action === 'sync.started');
  expect(started?.actor).toEqual({ kind: 'person', ref: expect.stringMatching(/^[0-9a-f]{24}$/) });
  expect(await site.call('audit.check', {}, JIRA_ADMIN)).toMatchObject({ flaws: [] });
});

test('who comes back gets another reference', async () => {
  const before = (await site.call('audit.list', {}, JIRA_ADMIN)).entries[0];
  await site.run();
  const after = (await site.call('audit.list', {}, JIRA_ADMIN)).entries[0];
  expect(after?.actor).toMatchObject({ kind: 'person', accountId: PROJECT_ADMIN });
  expect(after?.actor).not.toEqual(before?.actor);
});
