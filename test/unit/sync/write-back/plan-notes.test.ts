import { describe, expect, test } from '@jest/globals';
import { withPractices, WORKLOAD_ARN } from '../../../builders/review';
import { awsRefusal } from '../../../builders/memory-answers';
import { startOfDay, startOfWeek } from '../../../../src/workload-day';
import type { NotesPlan } from '../../../../src/sync/write-back/plan-notes';
import { NOW, SELECTS, ToldSite } from './told-site';

const DAY = 24 * 3600 * 1000;

const planned = ({ planned: all }: NotesPlan) =>
  [...all.values()].map(({ what, title }) => `${what} ${title}`);
const remarks = ({ remarks: all }: NotesPlan) => [...all.values()].map(({ key, code }) => [key, code]);

/** All notes were read, and that is remembered. */
async function settled(): Promise<ToldSite> {
  const site = await ToldSite.told();
  await (await site.planNotes()).snapshot?.save();
  site.answers.asked.length = 0;
  return site;
}

describe('which notes change', () => {
  interface Case {
    readonly what: string;
    readonly given: (site: ToldSite) => void;
    readonly then: readonly string[];
  }
  const CASES: readonly Case[] = [
    { what: 'nothing changed', given: () => undefined, then: [] },
    { what: 'a card moved', given: (site) => site.move('done', 'q1/p1'), then: ['change Question q1'] },
    {
      what: 'cards of two questions moved: in the order of the review',
      given: (site) => site.move('done', 'q2/p3', 'q1/p1'),
      then: ['change Question q1', 'change Question q2'],
    },
    {
      what: 'the run closes a card',
      given: (site) => site.answer('q2', { p3: 'selected' }),
      then: ['change Question q2'],
    },
    {
      what: 'the run makes a Sub-task again',
      given: (site) => {
        site.world.board.delete(site.world.find('q1', 'p1').id);
        site.world.links.clear();
      },
      then: ['change Question q1'],
    },
    {
      what: 'the run only mends a label',
      given: (site) => site.world.board.change(site.world.find('q1', 'p1').id, { labels: [] }),
      then: [],
    },
    {
      what: 'the title of a card was edited in Jira',
      given: (site) => site.world.board.change(site.world.find('q1', 'p1').id, { summary: 'Edited' }),
      then: [],
    },
    {
      what: 'somebody took the block out of the notes',
      given: (site) => {
        site.answers.set('main/q1', { notes: 'Mine.' });
        site.world.review = later(site, 1);
      },
      then: ['add Question q1'],
    },
    {
      what: 'the Task was deleted',
      given: (site) => site.world.board.delete(site.world.find('q2').id),
      then: ['remove Question q2'],
    },
  ];

  test.each(CASES)('$what', async ({ given, then }) => {
    const site = await settled();
    given(site);
    expect(planned(await site.planNotes())).toEqual(then);
  });

  test('a best practice that AWS calls otherwise, once its card is renamed', async () => {
    const site = await settled();
    const lenses = site.world.review.lenses.map((lens) => ({
      ...lens,
      pillars: lens.pillars.map((pillar) => ({
        ...pillar,
        questions: pillar.questions.map((question) => ({
          ...question,
          practices: question.practices.map((each) =>
            each.id === 'p1' ? { ...each, title: 'New title' } : each,
          ),
        })),
      })),
    }));
    site.world.review = { ...site.world.review, lenses };
    expect((await site.plan()).changes.map(({ kind }) => kind)).toContain('update');
    expect(planned(await site.planNotes())).toEqual(['change Question q1']);
  });

  test('those of Tasks that the run makes', async () => {
    const site = await ToldSite.synced();
    for (const { id } of site.world.board.all().filter(({ level }) => level !== 'epic'))
      site.world.board.delete(id);
    const plan = await site.planNotes({ options: { selection: {}, recreate: true } });
    expect(planned(plan)).toEqual(['add Question q1', 'add Question q2']);
    expect(site.answers.asked).toEqual([]);
  });

  test('a run of a part says nothing of Tasks that are gone', async () => {
    const site = await settled();
    site.world.board.delete(site.world.find('q2').id);
    const options = { selection: { questionIds: ['q1'] }, recreate: false };
    expect(planned(await site.planNotes({ options }))).toEqual([]);
  });

  test('a choice that changes in AWS leaves the notes as they are', async () => {
    const site = await settled();
    site.move('done', 'q1/p1');
    await site.runQuestion('q1');
    site.settings = { ...site.settings, ...SELECTS };
    expect((await site.plan()).changes.map(({ kind }) => kind)).toEqual(['choose']);
    expect(planned(await site.planNotes())).toEqual([]);
  });
});

describe('what stands in the way', () => {
  test.each([
    ['an edited block', (block: string) => block.replace('To do', 'Later'), 'notes-edited'],
    ['no room', () => 'x'.repeat(2084), 'notes-full'],
  ])('%s is told and not planned', async (_, spoil, code) => {
    const site = await settled();
    site.answers.set('main/q1', { notes: spoil(site.notes('q1')) });
    site.move('done', 'q1/p1', 'q2/p3');
    const plan = await site.planNotes();
    expect(planned(plan)).toEqual(['change Question q2']);
    expect(remarks(plan)).toEqual([[site.world.find('q1').key, code]]);
  });

  test.each(['aws', 'jira'] as const)('a block that a person settles (%s) is planned', async (keep) => {
    const site = await settled();
    site.answers.set('main/q1', { notes: site.notes('q1').replace('To do', 'Later') });
    const settle = new Map([[site.world.find('q1').key, keep]]);
    const plan = await site.planNotes({ options: { selection: {}, recreate: false, settle } });
    expect([planned(plan), remarks(plan)]).toEqual([['change Question q1'], []]);
  });

  test('answers that AWS does not let read are an error', async () => {
    const site = await ToldSite.synced();
    site.answers.refusal = () => awsRefusal('AccessDeniedException');
    await expect(site.planNotes()).rejects.toThrow('AccessDeniedException');
  });
});

describe('what is read', () => {
  const reads = async (site: ToldSite, input: Parameters<ToldSite['planNotes']>[0] = {}) => {
    site.answers.asked.length = 0;
    await (await site.planNotes(input)).snapshot?.save();
    return site.answers.asked;
  };

  test('every note once, and none while nothing changes', async () => {
    const site = await ToldSite.told();
    expect(await reads(site)).toEqual(['read main/q1', 'read main/q2']);
    expect(await reads(site)).toEqual([]);
  });

  test('only the question whose card moved', async () => {
    const site = await settled();
    site.move('done', 'q2/p3');
    expect(await reads(site)).toEqual(['read main/q2']);
  });

  test('every note again after the lens changed, where the run is thorough', async () => {
    const site = await settled();
    site.world.review = later(site, 1000);
    expect(await reads(site, { thorough: false })).toEqual([]);
    expect(await reads(site)).toEqual(['read main/q1', 'read main/q2']);
    expect(await reads(site)).toEqual([]);
  });

  test('every note again after eight days, where the run is thorough', async () => {
    const site = await settled();
    expect(await reads(site, { now: NOW + 8 * DAY })).toEqual([]);
    expect(await reads(site, { now: NOW + 8 * DAY + 1 })).toEqual(['read main/q1', 'read main/q2']);
  });

  test('every note once in each week of the workload, where it is not', async () => {
    const site = await settled();
    const next = startOfWeek(WORKLOAD_ARN, NOW) + 7 * DAY;
    const dull = { thorough: false };
    expect(await reads(site, { ...dull, now: next - 1 })).toEqual([]);
    expect(await reads(site, { ...dull, now: next })).toEqual(['read main/q1', 'read main/q2']);
    expect(await reads(site, { ...dull, now: next + 1 })).toEqual([]);
  });

  test('every note on the day after others changed the lens, where it is not; until then that is told', async () => {
    const site = await settled();
    const tomorrow = startOfDay(WORKLOAD_ARN, NOW) + DAY;
    const dull = { thorough: false };
    expect((await site.planNotes(dull)).leavesUnread).toBe(false);
    site.world.review = later(site, 1000);
    expect(await reads(site, { ...dull, now: tomorrow - 1 })).toEqual([]);
    expect((await site.planNotes({ ...dull, now: tomorrow - 1 })).leavesUnread).toBe(true);
    const plan = await site.planNotes({ ...dull, now: tomorrow });
    expect([site.answers.asked, plan.leavesUnread]).toEqual([['read main/q1', 'read main/q2'], false]);
  });

  test.each([true, false])(
    'a question that an event named, and no other (thorough: %s)',
    async (thorough) => {
      const site = await settled();
      const named = new Set(['q2', 'a question of nobody']);
      expect(await reads(site, { thorough, named })).toEqual(['read main/q2']);
    },
  );

  test('a named question is looked at by a run that goes on, too', async () => {
    const site = await settled();
    const plan = await site.planNotes({ goesOn: true, named: new Set(['q2']) });
    expect([planned(plan), site.answers.asked]).toEqual([['change Question q2'], []]);
  });

  test('a run of a part reads its part, and does not count as having read all', async () => {
    const site = await ToldSite.told();
    const options = { selection: { questionIds: ['q1'] }, recreate: false };
    expect(await reads(site, { options })).toEqual(['read main/q1']);
    expect(await reads(site)).toEqual(['read main/q1', 'read main/q2']);
  });

  test('nothing where the run goes on after a pause: what it remembers decides', async () => {
    const site = await ToldSite.told();
    site.move('done', 'q1/p1');
    const plan = await site.planNotes({ goesOn: true });
    expect([planned(plan), site.answers.asked]).toEqual([['change Question q1'], []]);
    await plan.snapshot?.save();
    expect(await reads(site)).toEqual(['read main/q1', 'read main/q2']);
  });
});

/** The review as AWS has it after somebody answered something. */
function later({ world }: ToldSite, ms: number) {
  const { lenses, ...rest } = withPractices(world.review, {});
  return { ...rest, lenses: lenses.map((lens) => ({ ...lens, updatedAt: lens.updatedAt + ms })) };
}
