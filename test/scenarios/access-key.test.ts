/** The access key that the app signs in with: replaced without downtime, and never shown. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_USER, DEFAULT_USER_ARN, OTHER_ACCOUNT } from '../../sandbox/aws';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { openScenario, type Scenario } from './open-site';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await openScenario();
});
afterAll(() => scenario.close());

describe('the access key of the site', () => {
  const SECOND_KEY = {
    accessKeyId: 'AKIASECONDKEY0000000',
    secretAccessKey: 'second/secret/of/forty/characters/000000',
  };
  const save = (key: object) => scenario.call('accessKey.save', { partition: 'aws', ...key }, JIRA_ADMIN);

  test('shows whose it is and how old, and never itself', async () => {
    const { keys } = await scenario.call('accessKey.list', {}, JIRA_ADMIN);
    expect(keys).toEqual([
      {
        partition: 'aws',
        from: 'site',
        principalArn: DEFAULT_USER_ARN,
        endsWith: 'MPLE',
        since: expect.any(String),
        ageDays: 0,
      },
    ]);
  });

  test('is replaced without downtime: the second key works before the first is deleted', async () => {
    const { admin } = scenario.site.aws;
    admin.createAccessKey(DEFAULT_USER_ARN, SECOND_KEY);
    await save(SECOND_KEY);
    admin.deactivateAccessKey(DEFAULT_USER.accessKeyId);
    const { problems } = await scenario.call('workload.list', { projectKey: 'KAN' });
    expect(problems).toEqual([]);
    admin.createAccessKey(DEFAULT_USER_ARN, DEFAULT_USER);
    await save(DEFAULT_USER_KEY);
  });

  const DEFAULT_USER_KEY = {
    accessKeyId: DEFAULT_USER.accessKeyId,
    secretAccessKey: DEFAULT_USER.secretAccessKey,
  };

  test('a key that AWS does not know replaces nothing', async () => {
    await expect(save({ ...SECOND_KEY, accessKeyId: 'AKIAUNKNOWNKEY000000' })).rejects.toThrow(/^upstream/);
    const { keys } = await scenario.call('accessKey.list', {}, JIRA_ADMIN);
    expect(keys[0]?.endsWith).toBe('MPLE');
  });

  test('a key of another user is asked for: roles trust the present one', async () => {
    const { admin } = scenario.site.aws;
    const arn = `arn:aws:iam::${OTHER_ACCOUNT}:user/another`;
    const key = {
      accessKeyId: 'AKIAANOTHERUSER00000',
      secretAccessKey: 'another/secret/of/forty/characters/00000',
    };
    admin.putUser({ arn, ...key });
    await expect(save(key)).rejects.toThrow(/^conflict: .*user\/another.*user\/backlog/);
    expect(await save({ ...key, acceptOtherUser: true })).toMatchObject({ principalArn: arn });
    await save({ ...DEFAULT_USER_KEY, acceptOtherUser: true });
  });

  test('once deleted nothing is entered any more, and every connection says why', async () => {
    await scenario.call('accessKey.delete', { partition: 'aws' }, JIRA_ADMIN);
    const { problems } = await scenario.call('workload.list', { projectKey: 'KAN' });
    expect(problems).toEqual([expect.stringContaining('access key')]);
    await save(DEFAULT_USER_KEY);
  });
});
