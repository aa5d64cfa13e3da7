/** A link that cannot be read, of a workload that stands in the lists of two projects. */
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { nameOf } from '../../../src/linked-workloads/model';
import { linkWorkload } from '../../../src/use-cases/link-workload';
import { listLinked } from '../../../src/use-cases/linked-view';
import { unlinkUnreadable } from '../../../src/use-cases/unlink-unreadable';
import { MemoryPlatform, PROJECT, PROJECT_ADMIN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

/** What the log says of records is tested with storage. */
beforeEach(() => void jest.spyOn(console, 'error').mockImplementation(() => undefined));

const { name: ID } = nameOf(WORKLOAD_ARN);
const LINK = `linked:${ID}`;
const ADMIN_BEFORE = { ...PROJECT_ADMIN, project: { id: 'before', key: 'BEFORE', archived: false } };
const ITS_OWN = { projectId: PROJECT.id };

/** Linked in one project after another, and then damaged. */
async function linkedTwice(stored: object): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.linked();
  await platform.kvs.set(`linked-of:${ADMIN_BEFORE.project.id}:0`, ID);
  await platform.kvs.set(LINK, stored);
  return platform;
}

describe('a link that cannot be read, but names its project', () => {
  test('is no matter of the project before', async () => {
    const platform = await linkedTwice(ITS_OWN);
    expect(await listLinked({}, ADMIN_BEFORE, platform)).not.toHaveProperty('unreadable');
    const unlinking = unlinkUnreadable({ id: ID }, ADMIN_BEFORE, platform);
    await expect(unlinking).rejects.toMatchObject({ code: 'not-found' });
    expect(await platform.kvs.get(LINK)).toEqual(ITS_OWN);
  });

  test('is not taken over by the project before', async () => {
    const platform = await linkedTwice(ITS_OWN);
    const { id: connectionId } = await platform.connect({ serves: [{ projectId: 'before' }] });
    const link = { projectKey: 'BEFORE', workloadArn: WORKLOAD_ARN, connectionId };
    await expect(linkWorkload(link, ADMIN_BEFORE, platform)).rejects.toThrow(`key ${LINK}`);
    expect(await platform.kvs.get(LINK)).toEqual(ITS_OWN);
  });

  test('is mended by its own', async () => {
    const platform = await linkedTwice(ITS_OWN);
    await unlinkUnreadable({ id: ID }, PROJECT_ADMIN, platform);
    expect(await listLinked({}, PROJECT_ADMIN, platform)).toEqual({ workloads: [], administers: true });
  });
});

test.each<[string, object]>([
  ['names no project', { scope: 'of no version' }],
  ['names one that never linked the workload', { projectId: 'unheard-of' }],
  ['names what can be no project', { projectId: '/' }],
])('a link that cannot be read is mended by each of both projects where it %s', async (_, stored) => {
  const platform = await linkedTwice(stored);
  expect((await listLinked({}, PROJECT_ADMIN, platform)).unreadable).toMatchObject([{ id: ID }]);
  await unlinkUnreadable({ id: ID }, ADMIN_BEFORE, platform);
  expect(await platform.kvs.get(LINK)).toBeUndefined();
});
