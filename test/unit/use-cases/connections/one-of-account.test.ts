/** An owner has one connection to an AWS account, however what is made and changed at once meets. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Connection } from '../../../../src/connection/model';
import { accountOf } from '../../../../src/connection/model';
import type { Caller } from '../../../../src/use-cases/caller';
import { createConnection } from '../../../../src/use-cases/connections/create-connection';
import { updateConnection } from '../../../../src/use-cases/connections/update-connection';
import { JIRA_ADMIN, MemoryPlatform, PROJECT, PROJECT_ADMIN, REGION } from '../../../builders/platform';

const roleIn = (account: string, name = 'backlog') => `arn:aws:iam::${account}:role/${name}` as never;
const CONTESTED = '777788889999';
const SITE: Connection['owner'] = { kind: 'site' };
const OF_PROJECT: Connection['owner'] = { kind: 'project', projectId: PROJECT.id };

type Act = (it: MemoryPlatform, ids: readonly string[], caller: Caller) => Promise<unknown>;

const enter =
  (nth: number, name: string): Act =>
  (it, ids, caller) =>
    updateConnection(
      { connectionId: ids[nth] ?? '', change: { roleArn: roleIn(CONTESTED, name) } },
      caller,
      it,
    );

const make: Act = (it, _, caller) =>
  createConnection(
    { name: 'New', roleArn: roleIn(CONTESTED), regions: [REGION], access: 'read-only' } as never,
    caller,
    it,
  );

test.each<[string, Connection['owner'], Caller, readonly Act[]]>([
  ['two of the site are given roles of it', SITE, JIRA_ADMIN, [enter(0, 'a'), enter(1, 'b')]],
  ['two of a project are', OF_PROJECT, PROJECT_ADMIN, [enter(0, 'a'), enter(1, 'b')]],
  ['one is given a role of it, and one is made', SITE, JIRA_ADMIN, [enter(0, 'a'), make]],
  ['a project does so', OF_PROJECT, PROJECT_ADMIN, [enter(0, 'a'), make]],
  ['two are made', SITE, JIRA_ADMIN, [make, make]],
])('one connection has the account where %s at once', (_, owner, caller, acts) =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const platform = await MemoryPlatform.connected();
      const accounts = ['444455556666', '555566667777'];
      const ids: string[] = [];
      for (const account of accounts)
        ids.push((await platform.connect({ owner, serves: [], roleArn: roleIn(account) })).id);
      const { kvs, guarded } = platform;
      kvs.get = scheduler.scheduleFunction(kvs.get.bind(kvs));
      guarded.get = scheduler.scheduleFunction(guarded.get.bind(guarded));
      guarded.replace = scheduler.scheduleFunction(guarded.replace.bind(guarded));
      const all = Promise.allSettled(acts.map((act) => act(platform, ids, caller)));
      const ends = await scheduler.waitFor(all);
      const connections = await scheduler.waitFor(platform.connections.list());
      expect(connections.map(accountOf).filter((account) => account === CONTESTED)).toHaveLength(1);
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { name: 'Refusal', code: 'conflict' },
      });
    }),
    { numRuns: 40 },
  ),
);
