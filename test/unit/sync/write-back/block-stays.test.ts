/** The Jira status of a Task that Jira does not show, and of which nobody says that it was deleted. */
import { describe, expect, test } from '@jest/globals';
import { withRisk } from '../../../builders/review';
import { ToldSite } from './told-site';

async function notFound(isWanted: boolean) {
  const site = await ToldSite.told();
  await (await site.planNotes()).snapshot?.save();
  if (!isWanted) site.world.review = withRisk(site.world.review, 'q2', 'NOT_APPLICABLE');
  site.world.board.delete(site.world.find('q2').id);
  const { planned, remarks } = await site.planNotes({ mayRemove: () => false });
  return {
    removed: [...planned.values()].filter(({ what }) => what === 'remove'),
    told: [...remarks.values()].map(({ title, code }) => [title, code]),
  };
}

describe('the block of a Task that is not found', () => {
  test('stays and is told, where the question needs no Task any more', async () => {
    expect(await notFound(false)).toEqual({ removed: [], told: [['Question q2', 'block-stays']] });
  });

  test('stays, and the plan tells of the Task itself where the question needs one', async () => {
    expect(await notFound(true)).toEqual({ removed: [], told: [] });
  });
});
