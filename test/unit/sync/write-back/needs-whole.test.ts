import { describe, expect, test } from '@jest/globals';
import { WORKLOAD_ARN } from '../../../builders/review';
import { LENS, SELECTS, ToldSite } from './told-site';

describe('what one question leaves for a run of the whole workload', () => {
  interface Case {
    readonly what: string;
    readonly given: (site: ToldSite) => void | Promise<void>;
    readonly needsWhole: boolean;
  }
  const select = (site: ToldSite) => {
    site.settings = { ...site.settings, ...SELECTS };
  };
  const follow = (site: ToldSite) => {
    site.settings = { ...site.settings, parentsFollow: true };
  };
  const CASES: readonly Case[] = [
    { what: 'a moved card', given: (site) => site.move('indeterminate', 'q1/p1'), needsWhole: false },
    {
      what: 'a choice that was changed, where AWS rates the question as before',
      given: (site) => {
        select(site);
        site.move('done', 'q1/p1');
      },
      needsWhole: false,
    },
    {
      what: 'a choice that was changed, where AWS rates the question anew: its issues tell the old risk',
      given: (site) => {
        select(site);
        site.answers.rate = () => 'MEDIUM';
        site.move('done', 'q1/p1');
      },
      needsWhole: true,
    },
    {
      what: 'a choice that was changed, where AWS names a risk that the app does not know',
      given: (site) => {
        select(site);
        site.answers.rate = () => undefined;
        site.move('done', 'q1/p1');
      },
      needsWhole: true,
    },
    {
      what: 'a question that people are working at in AWS',
      given: (site) => {
        site.busy.add('q1');
        site.move('done', 'q1/p1');
      },
      needsWhole: true,
    },
    {
      what: 'a practice that AWS has selected meanwhile: its card closes here',
      given: (site) => {
        site.answer('q1', { p1: 'selected' });
        site.move('indeterminate', 'q1/p2');
      },
      needsWhole: false,
    },
    {
      what: 'a block that a person edited',
      given: (site) => {
        site.answers.set('main/q1', { notes: site.notes('q1').replace('To do', 'Later') });
        site.move('done', 'q1/p1');
      },
      needsWhole: true,
    },
    {
      what: 'notes without room',
      given: (site) => {
        site.answers.set('main/q1', { notes: 'x'.repeat(2084) });
        site.move('done', 'q1/p1');
      },
      needsWhole: true,
    },
    {
      what: 'the last Sub-task, where parents follow',
      given: (site) => {
        follow(site);
        site.move('done', 'q1/p1', 'q1/p2');
      },
      needsWhole: true,
    },
    {
      what: 'a Sub-task before the last, where parents follow',
      given: (site) => {
        follow(site);
        site.move('done', 'q1/p1');
      },
      needsWhole: false,
    },
    {
      what: 'a Sub-task reopened below a closed Task, where parents follow',
      given: async (site) => {
        follow(site);
        site.move('done', 'q1', 'q1/p1', 'q1/p2');
        await site.runQuestion('q1');
        site.move('new', 'q1/p1');
      },
      needsWhole: true,
    },
    {
      what: 'a Sub-task reopened below a closed Task, where parents do not follow',
      given: (site) => site.move('done', 'q1', 'q1/p1'),
      needsWhole: false,
    },
    {
      what: 'a Task that was deleted: its block has to go',
      given: (site) => site.world.board.delete(site.world.find('q1').id),
      needsWhole: true,
    },
    {
      what: 'a Sub-task that is not found: only a whole run asks for it alone',
      given: (site) => site.world.board.delete(site.world.find('q1', 'p1').id),
      needsWhole: true,
    },
    {
      what: 'issues that moved to a project that is not served',
      given: (site) => site.world.board.moveTo(site.world.find('q1').id, 'HR'),
      needsWhole: false,
    },
    {
      what: 'a lens of which no run has told yet',
      given: async (site) => {
        site.kvs.values.forEach((_, key) => key.startsWith('notes:') && site.kvs.values.delete(key));
        expect(await site.memory.load(WORKLOAD_ARN, LENS)).toBeUndefined();
      },
      needsWhole: true,
    },
  ];

  test.each(CASES)('$what: $needsWhole', async ({ given, needsWhole }) => {
    const site = await ToldSite.told();
    await given(site);
    const end = await site.runQuestion('q1');
    expect(end.kind === 'ran' ? end.needsWhole : end.kind === 'needs-whole').toBe(needsWhole);
  });

  test('a question without issues of ours asks for nothing', async () => {
    const site = await ToldSite.told();
    expect(await site.runQuestion('q9')).toEqual({ kind: 'unchanged' });
    expect(site.answers.asked).toEqual([]);
  });
});
