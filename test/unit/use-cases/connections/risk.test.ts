/** A role that lets in others too: what its test stores, and who may answer for it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Connection, RegionTest } from '../../../../src/connection/model';
import { changeOwn } from '../../../../src/connection/rules';
import type { RiskShown } from '../../../../src/contract/connections';
import { acceptRisk } from '../../../../src/use-cases/connections/accept-risk';
import { serveProjects } from '../../../../src/use-cases/connections/serve-projects';
import { updateConnection } from '../../../../src/use-cases/connections/update-connection';
import { testConnection } from '../../../../src/use-cases/connections/test-connection';
import { JIRA_ADMIN, MemoryPlatform, PROJECT, REGION } from '../../../builders/platform';
import { inWords } from '../../../../src/in-words';
import { asReason } from '../../../../src/reason';

const WORDS = 'We know the other tenants.';

function probed(result: 'ok' | 'failed'): RegionTest {
  const checks = ['missing-external-id', 'wrong-external-id'].map((what) => ({
    what,
    result,
    reason: asReason(''),
  }));
  return { region: REGION, at: '2026-06-01T00:00:00.000Z', ok: result === 'ok', checks };
}

async function open(): Promise<{ platform: MemoryPlatform; connectionId: string }> {
  const platform = await MemoryPlatform.connected();
  const connection = await platform.connection();
  await platform.storeConnection({ ...connection, tests: [probed('failed')] });
  return { platform, connectionId: connection.id };
}

/** What a page shows of the connection, and sends. */
function shownOf({ roleArn = '', access, regions, tests }: Connection) {
  return {
    roleArn,
    access,
    regions: [...regions],
    testedAt:
      tests
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '',
  };
}

async function accept(platform: MemoryPlatform, connectionId: string, shown?: Partial<RiskShown>) {
  const connection = (await platform.connections.get(connectionId))!;
  const payload = { connectionId, words: WORDS, shown: { ...shownOf(connection), ...shown } };
  return acceptRisk(payload, JIRA_ADMIN, platform);
}

describe('accepting the risk', () => {
  test.each<[string, Partial<RiskShown>]>([
    ['another role', { roleArn: 'arn:aws:iam::111122223333:role/another' }],
    ['another access', { access: 'read-only' }],
    ['fewer Regions', { regions: ['us-west-2'] }],
    ['an earlier test', { testedAt: '2026-05-31T00:00:00.000Z' }],
  ])('is refused where %s was shown', async (_, shown) => {
    const { platform, connectionId } = await open();
    const refused = accept(platform, connectionId, shown);
    await expect(refused).rejects.toMatchObject({ reason: { code: 'risk-shown-otherwise' } });
    expect(await platform.connection()).not.toHaveProperty('acceptedRisk');
  });

  test('beside a change of the role never holds for a role that was not shown, however the two meet', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const { platform, connectionId } = await open();
        const shown = shownOf(await platform.connection());
        const { kvs, guarded } = platform;
        kvs.get = scheduler.scheduleFunction(kvs.get.bind(kvs));
        guarded.get = scheduler.scheduleFunction(guarded.get.bind(guarded));
        guarded.replace = scheduler.scheduleFunction(guarded.replace.bind(guarded));
        const roleArn = 'arn:aws:iam::111122223333:role/another';
        const both = Promise.allSettled([
          acceptRisk({ connectionId, words: WORDS, shown }, JIRA_ADMIN, platform),
          updateConnection({ connectionId, change: { roleArn } }, JIRA_ADMIN, platform),
        ]);
        const looked = scheduler.waitFor(both).then(() => platform.connection());
        const after = await scheduler.waitFor(looked);
        expect(after).toMatchObject({ roleArn, tests: [] });
        expect(after).not.toHaveProperty('acceptedRisk');
      }),
      { numRuns: 60 },
    ));

  test('keeps who said so, when and in which words, and the connection works', async () => {
    const { platform, connectionId } = await open();
    const view = await accept(platform, connectionId);
    const at = new Date(platform.now).toISOString();
    expect(view).toMatchObject({
      state: { code: 'ready' },
      acceptedRisk: { by: 'jira admin', at, words: WORDS },
    });
    expect(platform.entries).toMatchObject([{ action: 'connection.risk-accepted', change: asReason(WORDS) }]);
  });

  test('is for Jira admins, also of a project’s connection', async () => {
    const { platform } = await open();
    const owner = { kind: 'project', projectId: PROJECT.id } as const;
    const { id: connectionId } = await platform.connect({ owner, serves: [], tests: [probed('failed')] });
    await expect(accept(platform, connectionId)).resolves.toBeDefined();
  });

  test.each<[string, readonly RegionTest[]]>([
    ['where no test has found the role open', [probed('ok')]],
    ['where nothing was tested', []],
  ])('is refused %s', async (_, tests) => {
    const { platform, connectionId } = await open();
    await platform.storeConnection({ ...(await platform.connection()), tests });
    const refused = accept(platform, connectionId);
    await expect(refused).rejects.toMatchObject({ name: 'Refusal', code: 'conflict' });
    expect(await platform.connection()).not.toHaveProperty('acceptedRisk');
  });
});

describe('testing a connection', () => {
  test.each(['ok', 'failed'] as const)('stores what was found: %s', async (result) => {
    const { platform, connectionId } = await open();
    platform.aws.finding = () => Promise.resolve(probed(result));
    await testConnection({ connectionId, region: REGION }, JIRA_ADMIN, platform);
    expect((await platform.connection()).tests).toEqual([probed(result)]);
    const verdict = result === 'ok' ? 'nothing failed' : 'failed: missing-external-id, wrong-external-id';
    expect(inWords(platform.entries[0]!.change)).toBe(`${REGION}: ${verdict}.`);
  });

  test('keeps what others changed meanwhile, and brings no deleted one back', async () => {
    const { platform, connectionId } = await open();
    platform.aws.finding = async (connection) => {
      await platform.storeConnection({ ...connection, name: 'Renamed' });
      return probed('ok');
    };
    await testConnection({ connectionId, region: REGION }, JIRA_ADMIN, platform);
    expect((await platform.connection()).name).toBe('Renamed');
    platform.aws.finding = async () => {
      await platform.connections.delete(connectionId);
      return probed('ok');
    };
    const late = testConnection({ connectionId, region: REGION }, JIRA_ADMIN, platform);
    await expect(late).rejects.toMatchObject({ code: 'not-found' });
    expect(await platform.connections.get(connectionId)).toBeUndefined();
  });

  test.each<[string, string, (platform: MemoryPlatform) => Promise<unknown>, string]>([
    ['a Region that it does not cover', 'invalid', () => Promise.resolve(), 'us-east-1'],
    ['a part of AWS without a key', 'conflict', (it) => it.accessKeys.delete('aws'), REGION],
  ])('is refused for %s: %s', async (_, code, change, region) => {
    const { platform, connectionId } = await open();
    await change(platform);
    const refused = testConnection({ connectionId, region }, JIRA_ADMIN, platform);
    await expect(refused).rejects.toMatchObject({ name: 'Refusal', code });
  });
});

test('a late save brings no connection back that was deleted', async () => {
  const { platform, connectionId } = await open();
  const connection = await platform.connection();
  await platform.connections.delete(connectionId);
  const late = changeOwn(undefined, connectionId, () => connection, platform);
  await expect(late).rejects.toMatchObject({ code: 'not-found' });
  expect(await platform.connections.get(connectionId)).toBeUndefined();
});

describe('serving projects', () => {
  const serve = (platform: MemoryPlatform, connectionId: string, ...keys: readonly string[]) =>
    serveProjects({ connectionId, serves: keys.map((projectKey) => ({ projectKey })) }, JIRA_ADMIN, platform);

  test('names them by their ids, and no others from then on', async () => {
    const { platform, connectionId } = await open();
    const id = platform.board.projectId('OPS');
    expect((await serve(platform, connectionId, 'OPS')).serves).toEqual([
      { projectId: id, projectKey: 'OPS' },
    ]);
    expect((await platform.connection()).serves).toEqual([{ projectId: id }]);
    expect(platform.told()).toEqual(['connection.serves by jira admin']);
  });

  test.each([
    ['a project named twice', ['OPS', 'OPS']],
    ['a project that the caller cannot see', ['OPS', 'GONE']],
  ])('refuses %s and changes nothing', async (_, keys) => {
    const { platform, connectionId } = await open();
    platform.board.projectId('OPS');
    platform.hidden.add('GONE');
    await expect(serve(platform, connectionId, ...keys)).rejects.toMatchObject({ code: 'invalid' });
    expect((await platform.connection()).serves).toEqual([{ projectId: PROJECT.id }]);
  });

  test('is of the site’s connections alone', async () => {
    const { platform } = await open();
    const owner = { kind: 'project', projectId: PROJECT.id } as const;
    const { id } = await platform.connect({ owner, serves: [] });
    await expect(serve(platform, id, 'WA')).rejects.toMatchObject({ code: 'not-found' });
  });
});
