import { describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../../../builders/status-block';
import type { Tally } from '../../../../src/sync/tally';
import type { QuestionEnd } from '../../../../src/sync/run-question';
import { awsRefusal } from '../../../builders/memory-answers';
import { WORKLOAD_ARN } from '../../../builders/review';
import { SELECTS, ToldSite } from './told-site';

const READ = ['workload', 'read main/q1'];

/** What a run did: in answers, and in issues. */
function did(end: QuestionEnd): Readonly<Partial<Tally>> | QuestionEnd['kind'] {
  if (end.kind !== 'ran') return end.kind;
  return Object.fromEntries(Object.entries(end.end.tally).filter(([, count]) => count > 0));
}

describe('what one question costs', () => {
  test('four calls in all, one UpdateAnswer, however many cards moved', async () => {
    const site = await ToldSite.told();
    const before = site.jira.calls();
    site.move('done', 'q1/p1', 'q1/p2');
    const end = await site.runQuestion('q1');
    expect([did(end), end]).toEqual([
      { notesWritten: 1 },
      expect.objectContaining({ updatedAt: expect.any(Number), needsWhole: false }),
    ]);
    expect([site.jira.calls() - before, site.answers.asked]).toEqual([1, [...READ, 'update main/q1: notes']]);
    expect(readStatusBlock(site.notes('q1'))).toMatchObject({ done: 2, total: 2 });
  });

  test('one call of Jira and none of AWS where no status moved, however often it is asked', async () => {
    const site = await ToldSite.told();
    const before = site.jira.calls();
    for (let nth = 0; nth < 3; nth++) expect(await site.runQuestion('q1')).toEqual({ kind: 'unchanged' });
    expect([site.jira.calls() - before, site.answers.asked]).toEqual([3, []]);
  });

  test('a choice and the notes are one write', async () => {
    const site = await ToldSite.told();
    site.settings = { ...site.settings, ...SELECTS };
    site.move('done', 'q1/p1');
    expect(did(await site.runQuestion('q1'))).toEqual({ chosen: 1, notesWritten: 1 });
    expect(site.answers.asked).toEqual([...READ, 'update main/q1: notes, p1 SELECTED']);
  });

  test('a write that another try may not meet is thrown, and what was not written is not remembered', async () => {
    const site = await ToldSite.told();
    site.move('done', 'q1/p1');
    site.answers.refusal = (call) =>
      call.startsWith('update') ? awsRefusal('ThrottlingException', true) : undefined;
    await expect(site.runQuestion('q1')).rejects.toThrow('ThrottlingException');
    site.answers.refusal = () => undefined;
    expect(did(await site.runQuestion('q1'))).toEqual({ notesWritten: 1 });
  });
});

describe('a linked issue stays what its link says', () => {
  test.each([
    ['that it is of another question', { question: 'q2' }],
    ['that it is of another workload', { workload: `${WORKLOAD_ARN.slice(0, -1)}0` }],
  ])('whatever its property says: %s', async (_, claim) => {
    const site = await ToldSite.told();
    const { id, property } = site.world.find('q1', 'p1');
    if (!property) throw new Error('the Sub-task is not ours');
    site.move('done', 'q1/p1');
    site.world.board.change(id, { property: { ...property, ...claim } });
    await site.runQuestion('q1');
    expect(readStatusBlock(site.notes('q1'))).toMatchObject({ total: 2, done: 1 });
    expect(site.world.board.get(id)?.property).toEqual(property);
  });

  test('where somebody deleted its property', async () => {
    const site = await ToldSite.told();
    const { id } = site.world.find('q1', 'p1');
    site.world.board.change(id, { property: undefined });
    site.move('done', 'q1/p2');
    await site.runQuestion('q1');
    expect(readStatusBlock(site.notes('q1'))).toMatchObject({ total: 2, done: 1 });
    expect(site.world.board.get(id)?.property).toMatchObject({ question: 'q1', choice: 'p1' });
  });
});

describe('what is left alone', () => {
  test.each([
    ['another pillar is selected', { selectedPillars: [{ PillarId: 'reliability' }] }],
    ['another question is selected', { questionIds: ['q2'] }],
    ['another lens is selected', { lensAliases: ['serverless'] }],
  ])('a question that the settings leave out: %s', async (_, selection) => {
    const site = await ToldSite.told();
    site.settings = { ...site.settings, ...SELECTS, selection };
    site.move('done', 'q1/p1');
    expect(await site.runQuestion('q1')).toEqual({ kind: 'unchanged' });
    expect(site.answers.asked).toEqual([]);
  });

  test('it is told as before where the settings select it', async () => {
    const site = await ToldSite.told();
    const selection = {
      lensAliases: ['main'],
      selectedPillars: [{ PillarId: 'security' }],
      questionIds: ['q1'],
    };
    site.settings = { ...site.settings, selection };
    site.move('done', 'q1/p1');
    expect(did(await site.runQuestion('q1'))).toEqual({ notesWritten: 1 });
  });

  test('a Sub-task that became a Task', async () => {
    const site = await ToldSite.told();
    site.settings = { ...site.settings, ...SELECTS };
    site.move('done', 'q1/p1');
    site.world.board.change(site.world.find('q1', 'p1').id, { level: 'task' });
    await site.runQuestion('q1');
    expect(site.answers.at('main/q1').selected).toEqual(new Set());
    expect(readStatusBlock(site.notes('q1'))).toMatchObject({ total: 1 });
  });

  test('choices of a question that is not applicable', async () => {
    const site = await ToldSite.told();
    site.settings = { ...site.settings, ...SELECTS };
    site.answers.set('main/q1', { applicable: false });
    site.move('done', 'q1/p1');
    await site.runQuestion('q1');
    expect(site.answers.asked.filter((call) => call.startsWith('update'))).toEqual(['update main/q1: notes']);
  });

  test('the choice of a best practice that the lens has withdrawn', async () => {
    const site = await ToldSite.told();
    site.settings = { ...site.settings, ...SELECTS };
    site.answers.set('main/q1', { practices: new Set(['p2']) });
    site.move('done', 'q1/p1', 'q1/p2');
    await site.runQuestion('q1');
    expect(site.answers.asked).toEqual([...READ, 'update main/q1: notes, p2 SELECTED']);
  });

  test('people in Jira: the notes keep the title that AWS gave', async () => {
    const site = await ToldSite.told();
    site.world.board.change(site.world.find('q1', 'p1').id, { summary: 'CANARY' });
    site.move('done', 'q1/p1');
    await site.runQuestion('q1');
    expect(site.notes('q1')).toContain('Done - Practice p1');
    expect(site.notes('q1')).not.toContain('CANARY');
  });
});

describe('what both sides agreed on is the base of the next comparison', () => {
  test('selected by a done card, then unselected by a person in AWS: the card reopens, AWS stays', async () => {
    const site = await ToldSite.told();
    site.settings = { ...site.settings, ...SELECTS };
    site.move('done', 'q1/p1');
    await site.runQuestion('q1');
    site.answer('q1', { p1: 'open' });
    site.answers.asked.length = 0;
    expect(did(await site.runQuestion('q1'))).toEqual({ reopened: 1, notesWritten: 1 });
    expect(site.world.find('q1', 'p1').status.category).toBe('new');
    expect(site.answers.at('main/q1').selected).toEqual(new Set());
  });

  test('done in Jira while nothing is selected for that, then selected and reopened: a conflict', async () => {
    const site = await ToldSite.told();
    site.move('done', 'q1/p1');
    await site.runQuestion('q1');
    expect(await site.syncedState('q1', 'p1')).toEqual({
      ...{ review: 'open', jira: 'done' },
      closedAs: { statusId: '3', resolutionId: '10000' },
    });
    site.answer('q1', { p1: 'selected' });
    site.move('new', 'q1/p1');
    expect(await site.runQuestion('q1')).toMatchObject({ needsWhole: true });
    expect((await site.plan()).remarks.conflicts).toMatchObject([{ code: 'moved-apart' }]);
  });

  test('done on both sides by two people: agreed, so that reopening the card alone unselects', async () => {
    const site = await ToldSite.told();
    site.settings = { ...site.settings, ...SELECTS };
    site.answer('q1', { p1: 'selected' });
    site.move('done', 'q1/p1');
    await site.runQuestion('q1');
    expect(site.answers.asked).toEqual([...READ, 'update main/q1: notes']);
    site.move('new', 'q1/p1');
    await site.runQuestion('q1');
    expect(site.answers.at('main/q1').selected).toEqual(new Set());
  });

  test('a choice that AWS refused is not agreed on', async () => {
    const site = await ToldSite.told();
    site.settings = { ...site.settings, ...SELECTS };
    site.move('done', 'q1/p1');
    site.answers.refusal = (call) =>
      call.startsWith('update') ? awsRefusal('ConflictException') : undefined;
    expect(await site.runQuestion('q1')).toMatchObject({
      needsWhole: true,
      end: { failed: [{ code: 'answer-failed' }] },
    });
    expect(await site.syncedState('q1', 'p1')).toEqual({ review: 'open', jira: 'open' });
  });

  test('a conflict keeps its base, however often cards move', async () => {
    const site = await ToldSite.told();
    site.move('done', 'q1/p1');
    await site.runQuestion('q1');
    const base = await site.syncedState('q1', 'p1');
    site.answer('q1', { p1: 'selected' });
    site.move('new', 'q1/p1');
    await site.runQuestion('q1');
    site.move('indeterminate', 'q1/p1');
    await site.runQuestion('q1');
    expect(await site.syncedState('q1', 'p1')).toEqual(base);
  });
});
