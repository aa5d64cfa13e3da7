/** How many connections there can be, and what so many cost everybody else. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { REGION } from '../../sandbox/aws';
import type { Row } from '../../sandbox/forge/kvs/rows';
import { JIRA_ADMIN, MEMBER, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { openScenario, type Scenario } from './open-site';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await openScenario();
  const { admin } = scenario.site.jira;
  for (const key of ['ONE', 'MANY']) {
    admin.createProject({ key, name: key, style: 'next-gen' });
    admin.grantRole(key, 'administrators', MEMBER);
    admin.revokeRole(key, 'administrators', PROJECT_ADMIN);
  }
}, 60_000);
afterAll(() => scenario.close());

const create = (projectKey: string, nth: number, isWithRole: boolean) => {
  const roleArn = `arn:aws:iam::${300_000_000_000 + nth}:role/x`;
  const input = { projectKey, name: `Connection ${nth}`, regions: [REGION], access: 'read-only' };
  const whole = { ...input, ...(isWithRole ? { roleArn } : {}) };
  return scenario.call('projectConnection.create', whole, MEMBER);
};

test('a project has one connection without a role at a time, also where many are asked for at once', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 12 }, (_, nth) => create('ONE', nth, false)));
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(create('ONE', 50, true)).rejects.toThrow(/^conflict: The connection .* has no role yet/);
  const { connections } = await scenario.call('projectConnection.list', { projectKey: 'ONE' }, MEMBER);
  expect(connections).toHaveLength(1);
  const connectionId = connections[0]?.id ?? '';
  await scenario.call('projectConnection.delete', { projectKey: 'ONE', connectionId }, MEMBER);
  await expect(create('ONE', 51, true)).resolves.toMatchObject({ name: 'Connection 51' });
});

test('a project has twenty at most, and another project its own', async () => {
  for (let nth = 0; nth < 20; nth++) await create('MANY', nth, true);
  await expect(create('MANY', 20, true)).rejects.toThrow(/^conflict: There are 20 connections already/);
  await expect(create('ONE', 60, true)).resolves.toBeDefined();
  const { connections } = await scenario.call('projectConnection.list', { projectKey: 'MANY' }, MEMBER);
  expect(connections.map(({ name }) => name)).toEqual(
    Array.from({ length: 20 }, (_, n) => `Connection ${n}`),
  );
});

test('2,000 connections of other projects are shown a page at a time, and cost a project nothing', async () => {
  const before = await spentBy(() => scenario.call('workload.list', { projectKey: 'ONE' }, MEMBER));
  plant(2_000);
  const after = await spentBy(() => scenario.call('workload.list', { projectKey: 'ONE' }, MEMBER));
  expect(after.keys).toBeLessThanOrEqual(before.keys);

  const found: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  const whole = await spentBy(async () => {
    do {
      const asked = cursor === undefined ? {} : { cursor };
      const page = await scenario.call('connection.list', asked, JIRA_ADMIN);
      expect(page.connections.length).toBeLessThanOrEqual(50);
      found.push(...page.connections.map(({ id }) => id));
      cursor = page.cursor;
      pages += 1;
      // Storage reads 4,000 units a minute.
      if (pages % 20 === 0) scenario.site.host.advanceClock(61_000);
    } while (cursor !== undefined);
  });
  expect(new Set(found).size).toBeGreaterThanOrEqual(2_000);
  process.stdout.write(
    `2,000 connections: ${pages} pages, ${whole.ms} ms, ${whole.keys} keys; workloads of a project ${after.keys} keys, as before ${before.keys}\n`,
  );
});

/** Of other projects, as if an earlier version had let them be made. */
function plant(count: number): void {
  const rows = scenario.site.store.table<Row>('forge.kvs');
  const [, like] = [...rows.entries()].find(([key]) => key.startsWith('connection:')) ?? [];
  const index = rows.get('connections');
  if (!like || !index) throw new Error('there is no connection');
  const ids = Array.from({ length: count }, (_, n) => n.toString(16).padStart(16, '0'));
  for (const id of ids) {
    const owner = { kind: 'project', projectId: '99999' };
    rows.set(`connection:${id}`, { ...like, value: { ...(like.value as object), id, owner } });
  }
  rows.set('connections', { ...index, value: [...(index.value as string[]), ...ids] });
  scenario.site.store.commit();
}

async function spentBy(work: () => Promise<unknown>): Promise<{ keys: number; ms: number }> {
  scenario.site.host.advanceClock(61_000);
  const before = scenario.site.host.charges();
  const began = performance.now();
  await work();
  const ms = Math.round(performance.now() - began);
  const { operations } = scenario.site.host.charges().storage;
  return { keys: operations - before.storage.operations, ms };
}
