/** What a run of one question leaves to a run of the whole workload, because it cannot see enough. */
import { expect, test } from '@jest/globals';
import { createLinkStore } from '../../../src/links/link-store';
import { projectIdOf } from '../../builders/board';
import { practice, question, smallReview, WORKLOAD_ARN } from '../../builders/review';
import { ToldSite } from './write-back/told-site';

test('a workload that belongs to another project: it stays there', async () => {
  const site = await ToldSite.told();
  const store = createLinkStore(site.kvs);
  const { links } = await store.load(WORKLOAD_ARN);
  await store.save(WORKLOAD_ARN, projectIdOf('OPS'), [...links.values()]);
  site.world.board.moveTo(site.world.find('q2').id, 'OPS');
  site.move('done', 'q1/p1');
  expect((await site.runQuestion('q1')).kind).toBe('needs-whole');
  expect((await createLinkStore(site.kvs).load(WORKLOAD_ARN)).projectId).toBe(projectIdOf('OPS'));
});

test.each([
  ['a best practice without a Sub-task', ['p1', 'p2', 'p9'], 'needs-whole', []],
  ['a Sub-task for each', ['p1', 'p2'], 'ran', ['move q1 done']],
])('Tasks follow their Sub-tasks, all of which are done, and there is %s', async (_, ids, kind, moved) => {
  const site = await ToldSite.told(smallReview(question('q1', 'HIGH', [practice('p1'), practice('p2')])));
  site.settings = { ...site.settings, parentsFollow: true };
  site.answers.set('main/q1', { practices: new Set(ids) });
  site.move('done', 'q1/p1', 'q1/p2');
  expect((await site.runQuestion('q1')).kind).toBe(kind);
  const task = site.world.find('q1').id;
  expect(site.jira.writes).toEqual(moved.map((write) => write.replace('q1', task)));
});
