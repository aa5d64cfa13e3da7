/** In what way a best practice is finished, told from either side to the other, on boards with and without screens. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TransitionSpec } from '../../sandbox/jira/admin/workflow-spec';
import { askForResolutions, closeAs, DONE, DUPLICATE, WONT_DO } from './choices-resolutions';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import type { PlannedChange } from './worded';
import { choicesOf, show, showAndRun } from './write-back-runs';

const SAYS = {
  implemented: [{ resolutionId: DONE }],
  notApplicable: [{ resolutionId: WONT_DO, reason: 'BUSINESS_PRIORITIES' }],
} as const;

let site: ReviewedSite;

async function open(): Promise<void> {
  site = await openReviewedSite();
  await site.link(site.workloadArn);
  await site.save({ resolveSelects: SAYS });
}

/** AWS rates the question anew with its answer, which texts and risks follow. */
const moves = (shown: readonly PlannedChange[]) =>
  shown.filter(({ kind }) => kind !== 'update' && kind !== 'notes');

const resolutionOf = async (title: string) => (await site.issue(title)).fields.resolution?.name;

async function answer(status: 'SELECTED' | 'UNSELECTED' | 'NOT_APPLICABLE'): Promise<void> {
  const rotated =
    status === 'NOT_APPLICABLE' ? { Status: status, Reason: 'OTHER' as const } : { Status: status };
  await site.answerInAws('keys', {
    ChoiceUpdates: { keys_rotated: rotated, keys_no: { Status: 'UNSELECTED' } },
  });
}

describe('a board on which the way to Done asks for the resolution', () => {
  beforeAll(async () => {
    await open();
    askForResolutions(site);
    await site.run();
  }, 120_000);
  afterAll(() => site.close());

  test('what AWS calls not applicable closes as the resolution that the settings name for it', async () => {
    await answer('NOT_APPLICABLE');
    const { shown, outcome } = await showAndRun(site);
    expect(shown).toContainEqual(expect.objectContaining({ kind: 'close', title: 'Rotate keys' }));
    expect([outcome.notices, await resolutionOf('Rotate keys')]).toEqual([[], "Won't Do"]);
    expect((await showAndRun(site)).shown).toEqual([]);
  });

  test('selected in AWS instead: the issue stays done, and is resolved as Done', async () => {
    await answer('SELECTED');
    const { shown, outcome } = await showAndRun(site);
    expect(moves(shown)).toMatchObject([{ kind: 'resolve', title: 'Rotate keys', means: 'implemented' }]);
    expect([outcome.notices, await resolutionOf('Rotate keys')]).toEqual([[], 'Done']);
    expect((await showAndRun(site)).shown).toEqual([]);
  });

  test("Done corrected to Won't Do in Jira: not applicable in AWS", async () => {
    await closeAs(site, 'Rotate keys', WONT_DO);
    const { shown } = await showAndRun(site);
    expect(shown).toMatchObject([{ kind: 'choose', title: 'Rotate keys', status: 'NOT_APPLICABLE' }]);
    expect(choicesOf(await site.answerOf('keys')).notApplicable).toEqual({
      keys_rotated: 'BUSINESS_PRIORITIES',
    });
    const { outcome } = await showAndRun(site);
    expect([outcome.movedInJira, outcome.conflicts]).toEqual([[], []]);
  });

  test('corrected to what the settings do not name: told in every run, and AWS is as it was', async () => {
    await closeAs(site, 'Rotate keys', DUPLICATE);
    for (let run = 0; run < 2; run++) {
      const { shown, outcome } = await showAndRun(site);
      expect(shown).toEqual([]);
      expect(outcome.movedInJira).toMatchObject([{ title: 'Rotate keys', code: 'done-otherwise' }]);
    }
  });

  test('without the setting a correction is told', async () => {
    await closeAs(site, 'Rotate keys', WONT_DO);
    await site.run();
    await site.save({});
    await closeAs(site, 'Rotate keys', DONE);
    const { shown, outcome } = await showAndRun(site);
    expect(shown).toEqual([]);
    expect(outcome.movedInJira).toMatchObject([
      {
        title: 'Rotate keys',
        code: 'done-otherwise',
        reason: expect.stringContaining('AWS was not changed'),
      },
    ]);
    await closeAs(site, 'Rotate keys', WONT_DO);
    await site.save({ resolveSelects: SAYS });
    expect((await showAndRun(site)).outcome.movedInJira).toEqual([]);
  });

  test('both finished it, apart: a conflict with both sides, and a person settles it', async () => {
    await answer('UNSELECTED');
    await site.run();
    await answer('SELECTED');
    await closeAs(site, 'Rotate keys', WONT_DO);
    const { shown, outcome } = await showAndRun(site);
    expect(moves(shown)).toEqual([]);
    const { key } = await site.issue('Rotate keys');
    expect(outcome.conflicts).toMatchObject([
      { key, code: 'finished-apart', reason: expect.stringMatching(/is selected.*"Won't Do"/) },
    ]);
    const settled = await showAndRun(site, { settle: [{ issueKey: key, keep: 'aws' }] });
    expect(moves(settled.shown)).toMatchObject([{ kind: 'resolve', means: 'implemented' }]);
    expect([settled.outcome.conflicts, await resolutionOf('Rotate keys')]).toEqual([[], 'Done']);
  });
});

describe('a board without a screen on the way to Done', () => {
  const statuses = [
    { name: 'To Do', category: 'new' },
    { name: 'Done', category: 'done' },
  ] as const;
  const transitions: TransitionSpec[] = statuses.map(({ name }) => ({ name, from: 'any', to: name }));

  beforeAll(async () => {
    await open();
    site.site.jira.admin.setWorkflow('WA', { statuses, transitions });
    await site.run();
  }, 120_000);
  afterAll(() => site.close());

  test('what AWS calls not applicable closes as the workflow has it; that is told, and is no answer', async () => {
    await answer('NOT_APPLICABLE');
    const { outcome } = await showAndRun(site);
    expect(outcome.notices).toMatchObject([{ title: 'Rotate keys', code: 'closed-otherwise' }]);
    expect(await resolutionOf('Rotate keys')).toBe('Done');
    const again = await showAndRun(site);
    expect(again.shown).toEqual([]);
    expect(again.outcome.movedInJira).toMatchObject([{ title: 'Rotate keys', code: 'done-otherwise' }]);
    expect(choicesOf(await site.answerOf('keys')).notApplicable).toEqual({ keys_rotated: 'OTHER' });
  });

  test('selected in AWS, which is what Done says: nothing is left to tell', async () => {
    await answer('SELECTED');
    const { shown, outcome } = await showAndRun(site);
    expect([moves(shown), outcome.movedInJira, outcome.notices]).toEqual([[], [], []]);
  });

  test('and not applicable again: it cannot be resolved anew, and that is told', async () => {
    await answer('NOT_APPLICABLE');
    const { outcome } = await outcomeOf();
    expect(outcome.notices).toMatchObject([{ title: 'Rotate keys', code: 'resolution-stays' }]);
    expect(await resolutionOf('Rotate keys')).toBe('Done');
  });

  test.each([
    ['no screen', {}, ['resolution-kept'], 'Done', ['would-keep-resolution']],
    ['a screen that cannot clear it', { screenFields: ['resolution'] }, ['resolution-kept'], 'Done', []],
    ['a screen that can', { screenFields: ['resolution'], clearable: true }, [], undefined, []],
    ['none, and the edit screen can', { clearable: true, edit: true }, [], undefined, []],
  ])(
    'the workflow clears nothing, and the way back has %s',
    async (_what, back, told, resolution, foreseen) => {
      const { clearable = false, edit, ...screen } = back as Back;
      if (edit) site.site.jira.admin.offerField('WA', 'resolution');
      const [toDo, done] = transitions as [TransitionSpec, TransitionSpec];
      site.site.jira.admin.setWorkflow('WA', {
        ...{
          statuses,
          transitions: [
            { ...toDo, ...screen },
            { ...done, screenFields: ['resolution'] },
          ],
        },
        ...{ automaticResolution: false, clearableResolution: clearable },
      });
      await answer('SELECTED');
      await site.run();
      await answer('UNSELECTED');
      const preview = await show(site);
      expect(preview.outcome.notices.map(({ code }) => code)).toEqual(foreseen);
      const { outcome } = await showAndRun(site);
      expect(outcome.notices.map(({ code }) => code)).toEqual(told);
      expect([await site.statusOf('Rotate keys'), await resolutionOf('Rotate keys')]).toEqual([
        'To Do',
        resolution,
      ]);
    },
  );
});

/** What the way back has. */
interface Back {
  readonly clearable?: boolean;
  /** The edit screen has the resolution. */
  readonly edit?: boolean;
  readonly screenFields?: string[];
}

/** A run that could not do all that it showed. */
async function outcomeOf() {
  return { outcome: await site.run() };
}
