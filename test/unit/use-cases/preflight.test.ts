import { describe, expect, test } from '@jest/globals';
import { inWords } from '../../../src/in-words';
import type { LevelScreen } from '../../../src/jira/client/examine-project';
import { because } from '../../../src/jira/reasons';
import { preflight } from '../../../src/use-cases/preflight';
import { STATUSES } from '../../builders/board';
import { MemoryPlatform, PROJECT_ADMIN } from '../../builders/platform';

const SCREENS = (['epic', 'task', 'subtask'] as const).map((level): LevelScreen => ({
  level,
  type: { id: level, name: level },
  fields: [],
  given: { fields: {}, problems: [], named: new Set<string>(), offScreen: [] },
}));

/** Two statuses end a Task, and one each of the others. */
async function usable(platform: MemoryPlatform): Promise<MemoryPlatform> {
  platform.examination = {
    project: { ...PROJECT_ADMIN.project, deleted: false },
    problems: [],
    screens: SCREENS,
  };
  platform.jira.done.task = [STATUSES.done, { ...STATUSES.done, id: '4', name: 'Dropped' }];
  return Promise.resolve(platform);
}

const doneStatusOf = async (platform: MemoryPlatform) => {
  const { checks } = await preflight({}, PROJECT_ADMIN, platform);
  return checks.find(({ what, reason }) => what === 'done-status' && reason.params.type === 'task');
};

describe('which done status closes an issue', () => {
  test.each<[string, string, string, (platform: MemoryPlatform) => Promise<unknown>]>([
    [
      'the workload to come',
      'warning',
      'the workload say',
      (it) => it.link({ ended: { reason: 'unlinked', at: '' } }),
    ],
    ['the linked one', 'warning', '"Web shop" say', () => Promise.resolve()],
    ['nobody where settings say so', 'ok', 'the settings say', (it) => it.change({ doneStatusId: '4' })],
  ])('is for %s to decide: %s', async (_, result, words, change) => {
    const platform = await usable(await MemoryPlatform.linked());
    await change(platform);
    const check = await doneStatusOf(platform);
    expect(check?.result).toBe(result);
    expect(check && inWords(check.reason)).toContain(words);
  });
});

test('of an issue type that only issues from before have, the check asks too', async () => {
  const platform = await usable(await MemoryPlatform.linked());
  platform.jira.done.task = [STATUSES.done];
  platform.jira.done.chore = [STATUSES.done, { ...STATUSES.done, id: '4', name: 'Dropped' }];
  const checks = async () => {
    const found = await preflight({}, PROJECT_ADMIN, platform);
    return found.checks.filter(({ what, result }) => what === 'done-status' && result !== 'ok');
  };
  expect(await checks()).toEqual([]);
  const property = { v: 1, workload: 'w', hash: '' } as const;
  const { id } = platform.board.create({ projectKey: 'WA', level: 'task', summary: 'Old', property });
  platform.board.issueTypes.set(id, 'chore');
  expect((await checks()).map(({ reason }) => inWords(reason))).toEqual([
    expect.stringMatching(/^The work type "chore" has several done statuses: .*Dropped \(4\)/),
  ]);
  await platform.change({ doneStatusId: '4' });
  expect(await checks()).toEqual([]);
});

test('statuses are not asked for where the project cannot be used at all', async () => {
  const platform = await MemoryPlatform.linked();
  const reason = because('project-archived', { project: 'WA' });
  platform.examination = { problems: [{ what: 'project', reason }], screens: [] };
  const { checks } = await preflight({}, PROJECT_ADMIN, platform);
  expect(checks).toEqual([{ what: 'project', result: 'failed', reason }]);
  expect(platform.jira.calls()).toBe(0);
});
