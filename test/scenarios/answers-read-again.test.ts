/** An answer is read directly before it is written, once more after every failure, and what AWS has then is looked at. */
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { statusIdOf } from './choices-resolutions';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { choicesOf, notesOf } from './write-back-runs';

describe('an UpdateAnswer that fails while a person writes', () => {
  let site: ReviewedSite;
  let beforeWrite: (() => Promise<unknown>) | undefined;
  beforeAll(async () => {
    site = await openReviewedSite({
      fastForward: true,
      beforeCall: async ({ kind, method }) => {
        if (kind !== 'aws' || method !== 'PATCH') return;
        const act = beforeWrite;
        beforeWrite = undefined;
        await act?.();
      },
    });
    await site.run();
  }, 120_000);
  afterAll(() => site.close());
  afterEach(() => {
    beforeWrite = undefined;
  });

  const FAILURES = [
    ['is throttled', { code: 'ThrottlingException', status: 429 }],
    ['meets another writer', { code: 'ConflictException', status: 409 }],
    ['finds AWS failing', { code: 'InternalServerException', status: 500 }],
    ['finds AWS away', { code: 'ServiceUnavailable', status: 503 }],
  ] as const;

  test.each(FAILURES)('%s: the notes that came meanwhile stay', async (what, failure) => {
    await site.moveCard('Rotate keys', (await site.statusOf('Rotate keys')) === 'Done' ? 'To Do' : 'Done');
    const theirs = `Written while it ${what}.`;
    beforeWrite = async () => {
      await site.answerInAws('keys', { Notes: theirs });
      site.site.aws.admin.failNext({ operation: 'UpdateAnswer', ...failure });
    };
    const outcome = await site.run();
    expect([outcome.failed, outcome.notesWritten]).toEqual([[], 1]);
    const notes = await notesOf(site, 'keys');
    expect(notes.startsWith(`${theirs}\n\n`)).toBe(true);
    expect(notes).toContain(`${(await site.statusOf('Rotate keys')) === 'Done' ? '[x]' : '[ ]'} `);
  });

  test('what a person marks as not applicable meanwhile is not selected', async () => {
    await site.save({
      resolveSelects: { implemented: [{ statusId: await statusIdOf(site, 'Done') }], notApplicable: [] },
    });
    await site.moveCard('Scope keys', 'Done');
    beforeWrite = async () => {
      const Reason = 'OUT_OF_SCOPE';
      await site.answerInAws('keys', {
        ChoiceUpdates: { keys_scoped: { Status: 'NOT_APPLICABLE', Reason } },
      });
      site.site.aws.admin.failNext({ operation: 'UpdateAnswer', ...FAILURES[2][1] });
    };
    const outcome = await site.run();
    expect([outcome.chosen, outcome.failed]).toMatchObject([0, [{ code: 'choice-changed' }]]);
    const { selected, notApplicable } = choicesOf(await site.answerOf('keys'));
    expect([selected.includes('keys_scoped'), notApplicable]).toEqual([
      false,
      { keys_scoped: 'OUT_OF_SCOPE' },
    ]);
  });

  test('one question that AWS fails is told, the others go on, and the run has an outcome', async () => {
    await site.save({});
    await site.moveCard('Audit the use of keys', 'In Progress');
    await site.moveCard('Write runbooks', 'In Progress');
    const times = 3;
    site.site.aws.admin.failNext({
      ...{ operation: 'UpdateAnswer', code: 'InternalServerException', status: 500, times },
    });
    const outcome = await site.run();
    expect(outcome.failed).toMatchObject([{ code: 'answer-failed', title: 'How do you keep keys?' }]);
    expect([outcome.kind, outcome.notesWritten]).toEqual(['applied', 1]);
    expect(await site.run()).toMatchObject({ failed: [], notesWritten: 1 });
  });
});

test('a choice called __proto__ is selected in AWS, its card stays done, and there is nothing more to do', async () => {
  const lens = path.join(__dirname, '../fixtures/lenses/odd-ids-lens.json');
  const site = await openReviewedSite({ lensFiles: [lens] });
  try {
    await site.run();
    await site.save({
      resolveSelects: { implemented: [{ statusId: await statusIdOf(site, 'Done') }], notApplicable: [] },
    });
    await site.moveCard('Rotate keys', 'Done');
    await site.moveCard('Scope keys', 'Done');
    expect(await site.run()).toMatchObject({ chosen: 2, failed: [] });
    expect(choicesOf(await site.answerOf('__proto__')).selected).toEqual(['__proto__', 'constructor']);
    expect(await notesOf(site, '__proto__')).toContain('2 of 3 Sub-tasks done');
    await site.run();
    site.site.clearRequests();
    await site.run();
    expect([await site.statusOf('Rotate keys'), site.writes()]).toEqual(['Done', []]);
    expect(site.appCalls().filter((call) => call === 'UpdateAnswer')).toEqual([]);
  } finally {
    await site.close();
  }
}, 120_000);
