import { expect, test } from '@jest/globals';
import type { AuditPage } from '../../../src/contract';
import { asReason } from '../../../src/reason';
import { listAudit, listProjectAudit } from '../../../src/use-cases/audit';
import { JIRA_ADMIN, MemoryPlatform, PROJECT, PROJECT_ADMIN } from '../../builders/platform';

async function withEntries(): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.connected();
  for (const projectId of [PROJECT.id, 'another', undefined])
    await platform.audit.add({
      ...{
        action: 'settings.changed',
        target: asReason(String(projectId)),
        change: asReason(''),
        actor: { kind: 'app' },
      },
      ...(projectId === undefined ? {} : { projectId }),
    });
  return platform;
}

test('a Jira admin reads the whole log, a project’s admin that of the project', async () => {
  const platform = await withEntries();
  const targets = ({ entries }: AuditPage) => entries.map(({ target }) => target);
  expect(targets(await listAudit({}, JIRA_ADMIN, platform))).toHaveLength(3);
  expect(targets(await listProjectAudit({}, PROJECT_ADMIN, platform))).toEqual([asReason(PROJECT.id)]);
});

test('the next page is asked for by its cursor, within the same range', async () => {
  const asked: unknown[] = [];
  const list = (range: unknown) => Promise.resolve((asked.push(range), { entries: [] }));
  await listAudit({ cursor: 'here' }, JIRA_ADMIN, { audit: { list } });
  await listProjectAudit({ cursor: 'here' }, PROJECT_ADMIN, { audit: { list } });
  expect(asked).toEqual([{ cursor: 'here' }, { cursor: 'here', projectId: PROJECT.id }]);
});
