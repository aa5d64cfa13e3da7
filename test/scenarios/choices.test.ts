/** A best practice is done where either side says so, as far as the settings allow. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { askForResolutions, closeAs, DONE, DUPLICATE, statusIdOf, WONT_DO } from './choices-resolutions';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { choicesOf, notesOf, showAndRun, writesOf } from './write-back-runs';

const KEYS = 'How do you keep keys?';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  askForResolutions(site);
  await site.run();
}, 120_000);
afterAll(() => site.close());

/** Cards to do, nothing selected, and both sides know it. */
async function startAfresh(): Promise<void> {
  await site.save({});
  for (const title of ['Rotate keys', 'Scope keys', 'Audit the use of keys', KEYS])
    if ((await site.statusOf(title)) !== 'To Do') await site.moveCard(title, 'To Do');
  const none = { Status: 'UNSELECTED' } as const;
  await site.answerInAws('keys', {
    ChoiceUpdates: {
      keys_rotated: none,
      keys_scoped: none,
      keys_audited: none,
      keys_no: { Status: 'SELECTED' },
    },
    Notes: '',
    IsApplicable: true,
  });
  await site.run();
  await site.run();
}
beforeEach(startAfresh, 60_000);

describe('selected in AWS', () => {
  test('closes the Sub-task; unselected reopens it', async () => {
    const { key } = await site.issue('Rotate keys');
    await site.answerInAws('keys', {
      ChoiceUpdates: { keys_rotated: { Status: 'SELECTED' }, keys_no: { Status: 'UNSELECTED' } },
    });
    const closed = await showAndRun(site);
    expect(closed.shown).toContainEqual(
      expect.objectContaining({ kind: 'close', key, title: 'Rotate keys' }),
    );
    expect([await site.statusOf('Rotate keys'), closed.outcome.chosen]).toEqual(['Done', 0]);

    await site.answerInAws('keys', { ChoiceUpdates: { keys_rotated: { Status: 'UNSELECTED' } } });
    const reopened = await showAndRun(site);
    expect(reopened.shown).toContainEqual(expect.objectContaining({ kind: 'reopen', key }));
    expect(await site.statusOf('Rotate keys')).toBe('To Do');
    expect(await notesOf(site, 'keys')).toContain(`[ ] ${key}: To Do - Rotate keys`);
  });
});

describe('done in Jira while the setting is off', () => {
  test('is told and changes no choice', async () => {
    const { key } = await site.issue('Rotate keys');
    await site.moveCard('Rotate keys', 'Done');
    const { shown, outcome } = await showAndRun(site);
    expect(outcome.movedInJira).toMatchObject([{ key, code: 'done-in-jira' }]);
    expect(shown.map(({ kind }) => kind)).toEqual(['notes']);
    expect(choicesOf(await site.answerOf('keys')).selected).toEqual(['keys_no']);
  });

  test('reopened after AWS had closed it: told, and still selected', async () => {
    await site.answerInAws('keys', {
      ChoiceUpdates: { keys_rotated: { Status: 'SELECTED' }, keys_no: { Status: 'UNSELECTED' } },
    });
    await site.run();
    await site.moveCard('Rotate keys', 'In Progress');
    const { outcome } = await showAndRun(site);
    expect(outcome.movedInJira).toMatchObject([{ title: 'Rotate keys', code: 'open-in-jira' }]);
    expect(choicesOf(await site.answerOf('keys')).selected).toEqual(['keys_rotated']);
    expect(await site.statusOf('Rotate keys')).toBe('In Progress');
  });
});

describe('done in Jira while the settings say what it means', () => {
  beforeEach(async () => {
    const implemented = [{ statusId: await statusIdOf(site, 'Done') }, { resolutionId: DONE }];
    const notApplicable = [{ resolutionId: WONT_DO, reason: 'BUSINESS_PRIORITIES' }] as const;
    await site.save({ resolveSelects: { implemented, notApplicable } });
  });

  test('implemented: selected in one write; "None of these" goes, other choices and notes stay', async () => {
    await site.answerInAws('keys', {
      ChoiceUpdates: {
        keys_scoped: { Status: 'NOT_APPLICABLE', Reason: 'OUT_OF_SCOPE', Notes: 'One door.' },
      },
      Notes: 'Mine. ',
    });
    await site.run();
    const { key } = await site.issue('Rotate keys');
    await site.moveCard('Rotate keys', 'Done');
    const { shown, outcome } = await showAndRun(site);
    expect(shown).toMatchObject([
      {
        kind: 'choose',
        key,
        status: 'SELECTED',
        reason: expect.stringMatching(/"Done".*settings call implemented/),
      },
      { kind: 'notes', title: KEYS },
    ]);
    expect(outcome).toMatchObject({ chosen: 1, notesWritten: 1, failed: [], conflicts: [] });
    expect(writesOf(site)).toEqual(['UpdateAnswer']);
    const answer = await site.answerOf('keys');
    expect(choicesOf(answer)).toEqual({
      selected: ['keys_rotated'],
      notApplicable: { keys_scoped: 'OUT_OF_SCOPE' },
    });
    const scoped = answer.ChoiceAnswers?.find(({ ChoiceId }) => ChoiceId === 'keys_scoped');
    expect([scoped?.Notes, answer.Notes?.startsWith('Mine. \n\n===')]).toEqual(['One door.', true]);
  });

  test("won't do: marked not applicable with the configured reason; as a duplicate: shown only", async () => {
    await closeAs(site, 'Rotate keys', WONT_DO);
    await closeAs(site, 'Scope keys', DUPLICATE);
    const { shown, outcome } = await showAndRun(site);
    expect(shown.filter(({ kind }) => kind === 'choose')).toMatchObject([
      { title: 'Rotate keys', status: 'NOT_APPLICABLE' },
    ]);
    expect(outcome.movedInJira).toMatchObject([
      { title: 'Scope keys', code: 'done-in-jira', reason: expect.stringContaining('Duplicate') },
    ]);
    expect(choicesOf(await site.answerOf('keys'))).toEqual({
      selected: ['keys_no'],
      notApplicable: { keys_rotated: 'BUSINESS_PRIORITIES' },
    });
  });

  test('reopened: unselected again, and the others stay', async () => {
    await site.moveCard('Rotate keys', 'Done');
    await site.moveCard('Scope keys', 'Done');
    await site.run();
    expect(choicesOf(await site.answerOf('keys')).selected.toSorted()).toEqual([
      'keys_rotated',
      'keys_scoped',
    ]);
    await site.run();
    await site.moveCard('Rotate keys', 'In Progress');
    const { shown } = await showAndRun(site);
    expect(shown.filter(({ kind }) => kind === 'choose')).toMatchObject([
      { title: 'Rotate keys', status: 'UNSELECTED' },
    ]);
    expect(choicesOf(await site.answerOf('keys')).selected).toEqual(['keys_scoped']);
  });

  test('cards that move together are one write', async () => {
    await site.moveCard('Rotate keys', 'Done');
    await site.moveCard('Audit the use of keys', 'Done');
    const { outcome } = await showAndRun(site);
    expect([outcome.chosen, writesOf(site)]).toEqual([2, ['UpdateAnswer']]);
  });

  test("a Task's own status selects nothing and moves none of its Sub-tasks", async () => {
    await site.moveCard(KEYS, 'Done');
    const { shown, outcome } = await showAndRun(site);
    expect(shown.map(({ kind }) => kind)).toEqual(['notes']);
    expect(outcome.chosen).toBe(0);
    expect(choicesOf(await site.answerOf('keys'))).toEqual({ selected: ['keys_no'], notApplicable: {} });
    expect(await site.statusOf('Rotate keys')).toBe('To Do');
  });

  test('in a question that AWS holds not applicable no choice is changed', async () => {
    await site.answerInAws('keys', { IsApplicable: false });
    await site.run();
    await site.moveCard('Rotate keys', 'To Do');
    const { shown, outcome } = await showAndRun(site);
    expect(shown.filter(({ kind }) => kind === 'choose')).toEqual([]);
    expect(outcome.movedInJira).toMatchObject([{ title: 'Rotate keys', code: 'open-in-jira' }]);
  });
});
