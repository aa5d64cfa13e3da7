import { describe, expect, test } from '@jest/globals';
import { deleteAccessKey, listAccessKeys, saveAccessKey } from '../../../src/use-cases/access-keys';
import { JIRA_ADMIN, MemoryPlatform, USER_ARN } from '../../builders/platform';

const OTHER_USER = 'arn:aws:iam::111122223333:user/another';
const KEY = {
  partition: 'aws',
  accessKeyId: 'AKIAI44QH8DHBEXAMPLE',
  secretAccessKey: 'another secret',
} as const;

async function knowing(user: string): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.connected();
  platform.aws.users.set(KEY.accessKeyId, user);
  return platform;
}

describe('an access key', () => {
  test('of the same user takes the place of the one before', async () => {
    const platform = await knowing(USER_ARN);
    const view = await saveAccessKey(KEY, JIRA_ADMIN, platform);
    expect(view).toMatchObject({ principalArn: USER_ARN, endsWith: 'MPLE', ageDays: 0, from: 'site' });
    expect(await platform.accessKeys.get('aws')).toMatchObject({ ...KEY, principalArn: USER_ARN });
    expect(platform.told()).toEqual(['access-key.saved by jira admin']);
  });

  test.each([
    [undefined, 'is refused'],
    [true, 'is taken'],
  ])('of another user, accepted: %s, %s', async (acceptOtherUser, expected) => {
    const platform = await knowing(OTHER_USER);
    const saving = saveAccessKey(
      acceptOtherUser === undefined ? KEY : { ...KEY, acceptOtherUser },
      JIRA_ADMIN,
      platform,
    );
    if (expected === 'is taken') expect((await saving).principalArn).toBe(OTHER_USER);
    else await expect(saving).rejects.toMatchObject({ name: 'Refusal', code: 'conflict' });
    const { principalArn } = (await platform.accessKeys.get('aws')) ?? {};
    expect(principalArn).toBe(expected === 'is taken' ? OTHER_USER : USER_ARN);
  });

  test('that AWS does not know is not stored', async () => {
    const platform = await MemoryPlatform.connected();
    await expect(saveAccessKey(KEY, JIRA_ADMIN, platform)).rejects.toMatchObject({ name: 'UpstreamError' });
    expect((await platform.accessKeys.get('aws'))?.accessKeyId).not.toBe(KEY.accessKeyId);
    expect(platform.entries).toEqual([]);
  });

  test('is listed with its age and its last four characters; deleted, not at all', async () => {
    const platform = await MemoryPlatform.connected();
    platform.now += 3 * 24 * 3600 * 1000;
    const { keys } = await listAccessKeys({}, JIRA_ADMIN, platform);
    expect(keys).toMatchObject([{ partition: 'aws', endsWith: 'MPLE', ageDays: 3 }]);
    expect(JSON.stringify(keys)).not.toMatch(/secret|AKIA/);
    await deleteAccessKey({ partition: 'aws' }, JIRA_ADMIN, platform);
    expect((await listAccessKeys({}, JIRA_ADMIN, platform)).keys).toEqual([]);
    expect(platform.told()).toEqual(['access-key.deleted by jira admin']);
  });
});
