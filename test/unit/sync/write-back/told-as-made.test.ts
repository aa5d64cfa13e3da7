/** What a run made is told as it was read then; what it moved since, or did not make, is read again. */
import { expect, test } from '@jest/globals';
import { practice, question, smallReview } from '../../../builders/review';
import { syncWhole } from './sync-whole';
import { SMALL, ToldSite } from './told-site';

/** Ids of each read of issues, in order. */
function readsOf({ jira }: ToldSite): readonly (readonly string[])[] {
  const reads: (readonly string[])[] = [];
  const fetch = jira.fetch.bind(jira);
  jira.fetch = (ids) => {
    reads.push(ids);
    return fetch(ids);
  };
  return reads;
}

test('issues that a first sync made are read once, and told', async () => {
  const site = ToldSite.unsynced();
  const reads = readsOf(site);
  expect(await syncWhole(site)).toMatchObject({ created: { epics: 1, tasks: 2, subtasks: 3 } });
  expect(reads.flat().sort()).toEqual(
    site.world.board
      .all()
      .map(({ id }) => id)
      .sort(),
  );
  expect(site.notes('q1')).toContain('To do');
  expect(site.notes('q2')).toContain(site.world.find('q2').key);
});

test('one that it made and closed is told as it is after that', async () => {
  const site = ToldSite.unsynced(smallReview(question('q1', 'NONE', [practice('p1', 'selected')])));
  site.settings = { ...site.settings, scope: 'answered' };
  expect(await syncWhole(site)).toMatchObject({ tally: { closed: 1 } });
  expect(site.notes('q1')).toContain('Done');
  expect(site.notes('q1')).not.toContain('To do');
});

test('a Task to which a Sub-task comes is told as it is by then', async () => {
  const site = await ToldSite.told();
  const [first, ...others] = SMALL.lenses[0]!.pillars[0]!.questions;
  const practices = [...first!.practices, practice('later')];
  const review = smallReview({ ...first!, practices }, ...others);
  site.world.review = review;
  site.answers.set('main/q1', { practices: new Set(practices.map(({ id }) => id)) });
  const create = site.jira.create.bind(site.jira);
  site.jira.create = async (...given) => {
    // The project's automation moves a Task that gets a Sub-task.
    site.move('indeterminate', 'q1');
    return create(...given);
  };
  expect((await syncWhole(site)).failed).toEqual([]);
  expect(site.jira.writes).toEqual(['create 1']);
  expect(site.notes('q1')).toContain('In progress');
});
