/** Recognisable secrets everywhere: none of them is in anything that leaves the app but the call that needs it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEFAULT_USER, DEFAULT_USER_ARN, REGION } from '../../sandbox/aws';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { connect, newAccount, testIt } from './connect';
import { openScenario, type Scenario } from './open-site';

/** As AWS's secrets look; the app's own key is in its encrypted variables, the site's in secret storage. */
const APP_KEY = {
  accessKeyId: 'AKIACANARYOFTHEAPP00',
  secretAccessKey: 'canary/of/the/app/aaaaaaaaaaaaaaaaaaaaaa',
};
const SITE_KEY = {
  accessKeyId: 'AKIACANARYOFTHESITE0',
  secretAccessKey: 'canary/of/the/site/bbbbbbbbbbbbbbbbbbbbb',
};
const WRONG_KEY = {
  accessKeyId: 'AKIACANARYOFTHESITE0',
  secretAccessKey: 'canary/of/a/typo/cccccccccccccccccccccccc',
};

let scenario: Scenario;
beforeAll(async () => {
  const variables = { WA_ACCESS_KEY_ID: APP_KEY.accessKeyId, WA_SECRET_ACCESS_KEY: APP_KEY.secretAccessKey };
  scenario = await openScenario({ variables });
});
afterAll(() => scenario.close());

test('no secret leaves the app by a log, an error, a result, an event, a value, an audit entry or a call', async () => {
  const { aws, host } = scenario.site;
  const results: string[] = [];
  const call = async (name: Parameters<Scenario['call']>[0], payload: object, accountId = JIRA_ADMIN) => {
    const answer = await scenario.call(name, payload, accountId).catch((error: unknown) => String(error));
    results.push(JSON.stringify(answer));
  };
  aws.admin.deleteAccessKey(DEFAULT_USER.accessKeyId);
  aws.admin.createAccessKey(DEFAULT_USER_ARN, APP_KEY);
  aws.admin.createAccessKey(DEFAULT_USER_ARN, SITE_KEY);

  const key = { partition: 'aws' };
  await call('accessKey.save', { ...key, ...WRONG_KEY });
  await call('accessKey.save', {
    ...key,
    ...SITE_KEY,
    secretAccessKey: `${SITE_KEY.secretAccessKey} with spaces`,
  });
  await call('accessKey.save', { ...key, ...SITE_KEY, partition: SITE_KEY.secretAccessKey });
  await call('accessKey.save', { ...key, ...SITE_KEY });
  await call('connection.create', { name: 'x', regions: [REGION], access: SITE_KEY.secretAccessKey });
  await call('connection.create', { ...SITE_KEY, name: 'x', regions: [REGION], access: 'read-only' });
  await work();
  const eventKey = await events();
  aws.admin.deactivateAccessKey(SITE_KEY.accessKeyId);
  await work();
  await call('accessKey.delete', key);
  await work();
  aws.admin.deactivateAccessKey(APP_KEY.accessKeyId);
  await work();
  for (const name of [
    'accessKey.list',
    'connection.list',
    'audit.list',
    'siteSettings.get',
    'usage.get',
  ] as const) {
    await call(name, {});
  }

  async function work(): Promise<void> {
    const account = newAccount();
    const { arn: workloadArn } = aws.admin.addWorkload({
      name: `Workload ${account}`,
      lenses: ['wellarchitected'],
      account,
    });
    const connection = await connect(scenario, { account }).catch(() => undefined);
    if (!connection) return;
    results.push(JSON.stringify(await testIt(scenario, connection.id).catch(String)));
    await call('workload.list', { projectKey: 'WA' });
    await call('workload.link', { projectKey: 'WA', connectionId: connection.id, workloadArn });
    await call('sync.start', { projectKey: 'WA', workloadArn, mode: 'preview' });
    await host.idle();
  }

  /** Asked for by a person, whose answer has it this one time; sent in time and late, and where it has no business. */
  async function events(): Promise<string> {
    const { id: connectionId } = await connect(scenario, { account: newAccount() });
    const enabled = await scenario.call('connection.enableEvents', { connectionId }, JIRA_ADMIN);
    const { WebTriggerUrl, WebTriggerKey } = enabled.parameters;
    const send = async (key: string) => {
      const headers = { 'x-well-architected-key': key };
      const body = JSON.stringify({ id: WebTriggerKey, detail: { [WebTriggerKey]: 1 } });
      const answer = await fetch(WebTriggerUrl, { method: 'POST', headers, body });
      results.push(await answer.text());
      return answer.status;
    };
    expect(await send(WebTriggerKey)).toBe(400);
    const stored = [...scenario.site.store.table<unknown>('forge.secrets').values()].map((row) =>
      JSON.stringify(row),
    );
    expect(host.secrets()).toContain(`event-secret:${connectionId}`);
    expect(stored).toHaveLength(host.secrets().length);
    expect(stored.filter((row) => row.includes(WebTriggerKey))).toEqual([]);
    await call('connection.disableEvents', { connectionId });
    expect(await send(WebTriggerKey)).toBe(401);
    return WebTriggerKey;
  }

  const secrets = [APP_KEY, SITE_KEY, WRONG_KEY].map(({ secretAccessKey }) => secretAccessKey);
  const sessions = scenario.site.store.table<{ secretAccessKey: string; sessionToken: string }>(
    'aws.iam.sessions',
  );
  const temporary = [...sessions.values()].flatMap(({ secretAccessKey, sessionToken }) => [
    secretAccessKey,
    sessionToken,
  ]);
  expect(temporary.length).toBeGreaterThan(8);
  const left = [...results, ...host.emitted().map(({ text }) => text)];
  expect(left.length).toBeGreaterThan(100);
  for (const secret of [...secrets, ...temporary]) {
    const found = left.filter((text) => text.includes(secret) || text.includes(encodeURIComponent(secret)));
    expect(found).toEqual([]);
  }
  const shown = left.filter((text) => text.includes(eventKey));
  expect(shown.map((text) => text.includes('WebTriggerKey'))).toEqual([true]);
  expect(host.secrets()).toEqual([]);
}, 120_000);

test('what is looked for would be found: the access key ids, which are no secret, are in what left', () => {
  const left = scenario.site.host.emitted().map(({ text }) => text);
  expect(left.some((text) => text.includes(DEFAULT_USER_ARN))).toBe(true);
});
