/** Answers come back as they were: state, reason, note and "None of these"; what people changed since stays. */
import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../../../src/wellarchitected/answers';
import { RESOLUTIONS, STATUSES } from '../../../builders/board';
import { awsRefusal } from '../../../builders/memory-answers';
import { identity, SELECTS, ToldSite } from '../write-back/told-site';

const Q1 = 'main/q1';
const NOT_OURS = new Map([['p1', { reason: 'OUT_OF_SCOPE' as const, notes: 'Not ours' }]]);

const WONT_DO = { resolutionId: RESOLUTIONS.wontDo.id, reason: 'BUSINESS_PRIORITIES' as const };
const RESOLVES = {
  resolveSelects: { implemented: [{ resolutionId: RESOLUTIONS.done.id }], notApplicable: [WONT_DO] },
};

/** An answer, and what runs made of it. */
async function after(before: Partial<Answer>, how: (site: ToldSite) => Promise<void>): Promise<ToldSite> {
  const site = await ToldSite.told();
  site.settings = { ...site.settings, ...SELECTS };
  site.answers.set(Q1, before);
  await how(site);
  site.answers.asked.length = 0;
  return site;
}

/** p1 is selected because its card is done. */
async function selects(site: ToldSite): Promise<void> {
  site.move('done', 'q1/p1');
  await site.runQuestion('q1');
  expect(site.answers.at(Q1).selected).toContain('p1');
}

const told = ({
  notices,
  failed,
}: {
  notices: readonly { code: string }[];
  failed: readonly { code: string }[];
}) => [...notices, ...failed].map(({ code }) => code);

const NONE = { selected: new Set(['q1_no']) };

describe('"None of these"', () => {
  test('comes back with the choice that had cleared it', async () => {
    const site = await after(NONE, selects);
    expect(site.answers.at(Q1).selected).toEqual(new Set(['p1']));
    expect((await site.recent()).changes).toMatchObject([{ practice: { cleared: ['q1_no'] } }]);
    expect(told(await site.putBack())).toEqual([]);
    expect(site.answers.at(Q1).selected).toEqual(new Set(['q1_no']));
    expect(site.answers.asked.filter((call) => call.startsWith('update'))).toHaveLength(1);
  });

  test('stays away where a person selected another practice since, and that is told', async () => {
    const site = await after(NONE, selects);
    site.answers.set(Q1, { selected: new Set(['p1', 'p2']) });
    expect(told(await site.putBack())).toEqual(['none-not-back']);
    expect(site.answers.at(Q1).selected).toEqual(new Set(['p2']));
  });

  test('is not unselected where a person chose it after the app unselected a practice', async () => {
    const site = await after({}, async (each) => {
      await selects(each);
      each.move('new', 'q1/p1');
      await each.runQuestion('q1');
    });
    const [first, second] = (await site.recent()).changes;
    expect([first?.kind, second?.kind]).toEqual(['choicesFinished', 'choicesOpened']);
    await site.putBack();
    expect(site.answers.at(Q1).selected).toEqual(new Set());
  });
});

describe('reason and note', () => {
  test('that a person gave stay where it is not known what the app had left', async () => {
    const site = await after({}, async (each) => {
      const update = each.answers.update.bind(each.answers);
      each.answers.update = async (...asked) => {
        await update(...asked);
        each.answers.refusal = (call) => (call.startsWith('read') ? awsRefusal('503', true) : undefined);
        throw awsRefusal('503', true);
      };
      each.move('done', 'q1/p1');
      await each.runQuestion('q1').catch(() => undefined);
      each.answers.update = update;
      each.answers.refusal = () => undefined;
    });
    expect((await site.recent()).changes).toMatchObject([{ practice: { is: { state: 'selected' } } }]);
    site.answers.set(Q1, { choiceDetails: new Map([['p1', { notes: 'Mine' }]]) });
    expect(told(await site.putBack())).toEqual([]);
    expect(site.answers.at(Q1).selected).toEqual(new Set());
    expect(site.answers.at(Q1).choiceDetails.get('p1')?.notes).toBe('Mine');
  });

  test.each([true, false])(
    'of a choice that did not apply come back exactly (AWS keeps notes: %s)',
    async (keeps) => {
      const site = await ToldSite.told();
      site.answers.keepsNotes = keeps;
      site.settings = { ...site.settings, ...RESOLVES };
      site.world.board.moveCard(site.world.issue(identity('q1', 'p1')).id, STATUSES.done, RESOLUTIONS.wontDo);
      await site.runQuestion('q1');
      expect(site.answers.at(Q1).choiceDetails.get('p1')).toEqual({ reason: 'BUSINESS_PRIORITIES' });
      site.answers.set(Q1, { choiceDetails: NOT_OURS });
      site.move('new', 'q1/p1');
      await site.runQuestion('q1');
      expect(site.answers.at(Q1).choiceDetails.get('p1')?.reason).toBeUndefined();
      // The person's reason came after what the app had marked: that is over.
      expect(told(await site.putBack())).toEqual(['changed-since-done']);
      expect(site.answers.at(Q1).notApplicable).toEqual(new Set(['p1']));
      expect(site.answers.at(Q1).choiceDetails.get('p1')).toEqual(NOT_OURS.get('p1'));
    },
  );

  test.each<[string, Partial<Answer>]>([
    ['another state', { selected: new Set(), notApplicable: new Set(['p1']) }],
    ['a note', { choiceDetails: new Map([['p1', { notes: 'Mine' }]]) }],
    ['the question does not apply any more', { applicable: false }],
  ])('%s that a person gave since stays, and is told', async (_, since) => {
    const site = await after({}, selects);
    site.answers.set(Q1, since);
    const before = site.answers.at(Q1);
    expect(told(await site.putBack())).toEqual(['changed-since-done']);
    expect(site.answers.at(Q1)).toEqual(before);
  });
});

test('where the connection may only read, each choice is told as not put back', async () => {
  const site = await after({}, selects);
  const end = await site.putBack({ writeBack: undefined });
  expect(end.failed).toMatchObject([{ key: expect.any(String), code: 'answer-only-read' }]);
  expect(site.answers.at(Q1).selected).toEqual(new Set(['p1']));
  expect(told(await site.putBack())).toEqual([]);
  expect(site.answers.at(Q1).selected).toEqual(new Set());
});
