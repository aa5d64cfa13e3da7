/** Both sides moved, apart: shown, never guessed, and settled by a person. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { statusIdOf } from './choices-resolutions';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { choicesOf, show, showAndRun, writesOf } from './write-back-runs';

const TITLE = 'Watch doors';

let site: ReviewedSite;
let key: string;

beforeAll(async () => {
  // So many runs within one minute are of this test alone; together they may read more storage than there is.
  site = await openReviewedSite({ limits: { storage: Infinity } });
  await site.run();
  key = (await site.issue(TITLE)).key;
}, 120_000);
afterAll(() => site.close());

const select = (Status: 'SELECTED' | 'UNSELECTED' | 'NOT_APPLICABLE') =>
  site.answerInAws('doors', {
    ChoiceUpdates: {
      doors_watched: Status === 'NOT_APPLICABLE' ? { Status, Reason: 'OUT_OF_SCOPE' } : { Status },
      doors_nothing: { Status: 'UNSELECTED' },
    },
  });
const selected = async () => choicesOf(await site.answerOf('doors')).selected;
const settle = (keep: 'aws' | 'jira') => ({ settle: [{ issueKey: key, keep }] });

/** Open on both sides, and both sides know it. */
async function agree(): Promise<void> {
  await select('UNSELECTED');
  if ((await site.statusOf(TITLE)) !== 'To Do') await site.moveCard(TITLE, 'To Do');
  await site.run();
  await site.run();
}

describe('done in Jira, then selected in AWS and reopened in Jira', () => {
  beforeEach(async () => {
    await site.save({});
    await agree();
    await site.moveCard(TITLE, 'Done');
    await site.run();
    await select('SELECTED');
    await site.moveCard(TITLE, 'In Progress');
  }, 60_000);

  test('is a conflict, in the preview and in the outcome, run after run; neither side is changed', async () => {
    for (const outcome of [(await show(site)).outcome, (await showAndRun(site)).outcome, await site.run()]) {
      expect(outcome.conflicts).toMatchObject([
        { key, code: 'moved-apart', reason: expect.stringContaining('both moved, apart') },
      ]);
    }
    expect([await selected(), await site.statusOf(TITLE)]).toEqual([['doors_watched'], 'In Progress']);
  });

  test('settled for AWS: the card closes, as the preview says, and the conflict is over', async () => {
    await site.run();
    const { shown, outcome } = await showAndRun(site, settle('aws'));
    expect(shown).toContainEqual(expect.objectContaining({ kind: 'close', key }));
    expect(outcome.conflicts).toEqual([]);
    expect([await selected(), await site.statusOf(TITLE)]).toEqual([['doors_watched'], 'Done']);
    expect((await site.run()).conflicts).toEqual([]);
  });

  test('settled for Jira while the setting is off: nothing moves, and the difference is told', async () => {
    const { shown, outcome } = await showAndRun(site, settle('jira'));
    expect(shown.filter(({ kind }) => kind !== 'notes' && kind !== 'update')).toEqual([]);
    expect([outcome.conflicts, outcome.movedInJira]).toMatchObject([[], [{ key, code: 'open-in-jira' }]]);
    expect([await selected(), await site.statusOf(TITLE)]).toEqual([['doors_watched'], 'In Progress']);
    expect((await site.run()).conflicts).toEqual([]);
  });

  test('settled for Jira while the setting is on: the choice follows, as the preview says', async () => {
    const implemented = [{ statusId: await statusIdOf(site, 'Done') }];
    await site.save({ resolveSelects: { implemented, notApplicable: [] } });
    const { shown, outcome } = await showAndRun(site, settle('jira'));
    expect(shown).toContainEqual(expect.objectContaining({ kind: 'choose', key, status: 'UNSELECTED' }));
    expect(outcome).toMatchObject({ chosen: 1, conflicts: [] });
    expect([await selected(), await site.statusOf(TITLE)]).toEqual([[], 'In Progress']);
  });

  test('a preview of a settlement settles nothing', async () => {
    site.site.clearRequests();
    expect((await show(site, settle('aws'))).shown).toContainEqual(
      expect.objectContaining({ kind: 'close', key }),
    );
    expect(writesOf(site)).toEqual([]);
    expect((await site.run()).conflicts).toMatchObject([{ key, code: 'moved-apart' }]);
  });

  test('sides that come to agree end the conflict by themselves', async () => {
    expect((await site.run()).conflicts).toHaveLength(1);
    await site.moveCard(TITLE, 'Done');
    expect((await site.run()).conflicts).toEqual([]);
    expect(await selected()).toEqual(['doors_watched']);
  });
});

describe('selected by a done card, then marked not applicable in AWS while the card is reopened', () => {
  beforeEach(async () => {
    const implemented = [{ statusId: await statusIdOf(site, 'Done') }];
    await site.save({ resolveSelects: { implemented, notApplicable: [] } });
    await agree();
    await site.moveCard(TITLE, 'Done');
    await site.run();
    await site.run();
    expect(await selected()).toEqual(['doors_watched']);
    await select('NOT_APPLICABLE');
    await site.moveCard(TITLE, 'In Progress');
  }, 60_000);

  test('is a conflict; settled for AWS the card closes and the mark stays', async () => {
    expect((await showAndRun(site)).outcome.conflicts).toMatchObject([{ key, code: 'moved-apart' }]);
    await showAndRun(site, settle('aws'));
    expect(await site.statusOf(TITLE)).toBe('Done');
    expect(choicesOf(await site.answerOf('doors')).notApplicable).toEqual({ doors_watched: 'OUT_OF_SCOPE' });
    expect((await site.run()).conflicts).toEqual([]);
  });

  test('settled for Jira the mark goes', async () => {
    await showAndRun(site, settle('jira'));
    expect(choicesOf(await site.answerOf('doors'))).toEqual({ selected: [], notApplicable: {} });
    expect(await site.statusOf(TITLE)).toBe('In Progress');
  });
});
