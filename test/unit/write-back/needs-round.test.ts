import { describe, expect, test } from '@jest/globals';
import { WORKLOAD_ARN } from '../../builders/review';
import { LENS, SELECTS, ToldSite } from './told-site';

describe('what needs a whole round', () => {
  interface Case {
    readonly what: string;
    readonly given: (site: ToldSite) => void | Promise<void>;
    readonly needsRound: boolean;
  }
  const select = (site: ToldSite) => {
    site.settings = { ...site.settings, ...SELECTS };
  };
  const follow = (site: ToldSite) => {
    site.settings = { ...site.settings, parentsFollow: true };
  };
  const CASES: readonly Case[] = [
    { what: 'a moved card', given: (site) => site.move('indeterminate', 'q1/p1'), needsRound: false },
    {
      what: 'a choice that was changed: AWS may rate the question anew',
      given: (site) => {
        select(site);
        site.move('done', 'q1/p1');
      },
      needsRound: true,
    },
    {
      what: 'a practice that AWS has selected meanwhile: its card has to close',
      given: (site) => {
        site.answer('q1', { p1: 'selected' });
        site.move('indeterminate', 'q1/p2');
      },
      needsRound: true,
    },
    {
      what: 'a block that a person edited',
      given: (site) => {
        site.answers.set('main/q1', { notes: site.notes('q1').replace('To do', 'Later') });
        site.move('done', 'q1/p1');
      },
      needsRound: true,
    },
    {
      what: 'notes without room',
      given: (site) => {
        site.answers.set('main/q1', { notes: 'x'.repeat(2084) });
        site.move('done', 'q1/p1');
      },
      needsRound: true,
    },
    {
      what: 'the last Sub-task, where parents follow',
      given: (site) => {
        follow(site);
        site.move('done', 'q1/p1', 'q1/p2');
      },
      needsRound: true,
    },
    {
      what: 'a Sub-task before the last, where parents follow',
      given: (site) => {
        follow(site);
        site.move('done', 'q1/p1');
      },
      needsRound: false,
    },
    {
      what: 'a Sub-task reopened below a closed Task, where parents follow',
      given: async (site) => {
        follow(site);
        site.move('done', 'q1', 'q1/p1', 'q1/p2');
        await site.bringBack('q1');
        site.move('new', 'q1/p1');
      },
      needsRound: true,
    },
    {
      what: 'a Sub-task reopened below a closed Task, where parents do not follow',
      given: (site) => site.move('done', 'q1', 'q1/p1'),
      needsRound: false,
    },
    {
      what: 'a Task that was deleted: its block has to go',
      given: (site) => site.world.board.delete(site.world.find('q1').id),
      needsRound: true,
    },
    {
      what: 'a Sub-task that was deleted: the block alone tells',
      given: (site) => site.world.board.delete(site.world.find('q1', 'p1').id),
      needsRound: false,
    },
    {
      what: 'issues that moved to a project that is not served',
      given: (site) => site.world.board.moveTo(site.world.find('q1').id, 'HR'),
      needsRound: false,
    },
    {
      what: 'a lens of which no run has told yet',
      given: async (site) => {
        site.kvs.values.forEach((_, key) => key.startsWith('notes:') && site.kvs.values.delete(key));
        expect(await site.memory.load(WORKLOAD_ARN, LENS)).toBeUndefined();
      },
      needsRound: true,
    },
  ];

  test.each(CASES)('$what: $needsRound', async ({ given, needsRound }) => {
    const site = await ToldSite.told();
    await given(site);
    expect((await site.bringBack('q1')).needsRound).toBe(needsRound);
  });

  test('a question without issues of ours asks for nothing', async () => {
    const site = await ToldSite.told();
    expect(await site.bringBack('q9')).toEqual({ wrote: 'nothing', needsRound: false });
    expect(site.answers.asked).toEqual([]);
  });
});
