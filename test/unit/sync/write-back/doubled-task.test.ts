/** Two issues that say they are one Task: whatever else a run writes, their question's notes stay. */
import { expect, test } from '@jest/globals';
import { WORKLOAD_ARN } from '../../../builders/review';
import { syncWhole } from './sync-whole';
import { LENS, SELECTS, ToldSite } from './told-site';

test('a choice of its Sub-task leaves the block, and the app remembers it', async () => {
  const site = await ToldSite.told();
  site.settings = { ...site.settings, ...SELECTS };
  const { projectKey, summary, parentId, property } = site.world.find('q1');
  const clone = site.world.board.create({
    ...{ projectKey, level: 'task', summary, description: undefined, labels: [], property },
    ...(parentId === undefined ? {} : { parentId }),
  });
  site.world.board.setStatus(site.world.find('q1', 'p1').id, 'done');
  const [before, remembered] = [site.notes('q1'), await site.memory.load(WORKLOAD_ARN, LENS)];

  const end = await syncWhole(site);
  expect(end.plan.changes.map(({ kind }) => kind)).toEqual(['choose']);
  expect(site.answers.asked.filter((call) => call.startsWith('update'))).toEqual([
    expect.not.stringContaining('notes'),
  ]);
  expect(site.notes('q1')).toBe(before);
  expect((await site.memory.load(WORKLOAD_ARN, LENS))?.questions.get('q1')).toEqual(
    remembered?.questions.get('q1'),
  );

  site.world.board.delete(clone.id);
  expect((await syncWhole(site)).notices).toEqual([]);
});
