import { describe, expect, test } from '@jest/globals';
import type { QuestionEnd } from '../../../../src/sync/run-question';
import type { Tally } from '../../../../src/sync/tally';
import { RESOLUTIONS, STATUSES } from '../../../builders/board';
import { ToldSite } from './told-site';

/** Done selects, Won't Do is not applicable; closing asks for one of the two. */
async function site(): Promise<ToldSite> {
  const told = await ToldSite.told();
  const resolveSelects = {
    implemented: [{ resolutionId: RESOLUTIONS.done.id }],
    notApplicable: [{ resolutionId: RESOLUTIONS.wontDo.id, reason: 'OTHER' as const }],
  };
  told.settings = { ...told.settings, issueManagementType: 'AUTO', resolveSelects };
  told.jira.screens.offer = [RESOLUTIONS.done, RESOLUTIONS.wontDo];
  return told;
}

function resolve(told: ToldSite, how: keyof typeof RESOLUTIONS): void {
  told.world.board.moveCard(told.world.find('q1', 'p1').id, STATUSES.done, RESOLUTIONS[how]);
}

const resolution = (told: ToldSite) => told.world.find('q1', 'p1').resolution?.name;

function did(end: QuestionEnd): Partial<Tally> | QuestionEnd['kind'] {
  if (end.kind !== 'ran') return end.kind;
  return Object.fromEntries(Object.entries(end.end.tally).filter(([, count]) => count > 0));
}

describe('the run of one question in automatic mode', () => {
  test("follows a card that was corrected from Done to Won't Do, in AWS", async () => {
    const told = await site();
    resolve(told, 'done');
    expect(did(await told.runQuestion('q1'))).toMatchObject({ chosen: 1 });
    resolve(told, 'wontDo');
    expect(did(await told.runQuestion('q1'))).toEqual({ chosen: 1 });
    expect([...told.answers.at('main/q1').notApplicable]).toEqual(['p1']);
    expect(did(await told.runQuestion('q1'))).toEqual({});
  });

  test('closes as the settings call it, and resolves anew what AWS calls otherwise', async () => {
    const told = await site();
    told.answer('q1', { p1: 'notApplicable' });
    expect(did(await told.runQuestion('q1'))).toMatchObject({ closed: 1 });
    expect(resolution(told)).toBe("Won't Do");
    told.answer('q1', { p1: 'selected' });
    expect(did(await told.runQuestion('q1'))).toEqual({ updated: 1 });
    expect(resolution(told)).toBe('Done');
    expect(did(await told.runQuestion('q1'))).toEqual({});
  });

  test('remembers what the workflow set by itself: no answer to be taken', async () => {
    const told = await site();
    told.jira.screens.offer = [];
    told.answer('q1', { p1: 'notApplicable' });
    const closed = await told.runQuestion('q1');
    expect(closed).toMatchObject({ end: { notices: [{ code: 'closed-otherwise' }] } });
    expect(await told.syncedState('q1', 'p1')).toMatchObject({
      ...{ review: 'done', jira: 'done', practice: 'notApplicable' },
      closedAs: { resolutionId: RESOLUTIONS.done.id },
    });
    const again = await told.runQuestion('q1');
    expect([did(again), [...told.answers.at('main/q1').notApplicable]]).toEqual([{}, ['p1']]);
    expect(again).toMatchObject({
      end: { plan: { remarks: { movedInJira: [{ code: 'done-otherwise' }] } } },
    });
  });

  test('tells where a resolution stays: of a card that is open again, and of one that cannot be resolved anew', async () => {
    const told = await site();
    told.jira.screens.keepResolution = true;
    resolve(told, 'done');
    await told.runQuestion('q1');
    told.jira.screens.offer = [];
    told.answer('q1', { p1: 'notApplicable' });
    const stays = await told.runQuestion('q1');
    expect([did(stays), stays]).toMatchObject([{}, { end: { notices: [{ code: 'resolution-stays' }] } }]);
    told.answer('q1', { p1: 'open' });
    const kept = await told.runQuestion('q1');
    expect([did(kept), kept]).toMatchObject([
      { reopened: 1 },
      { end: { notices: [{ code: 'resolution-kept', params: { resolution: 'Done' } }] } },
    ]);
  });

  test('leaves to a person what both sides finished, apart', async () => {
    const told = await site();
    told.answer('q1', { p1: 'selected' });
    resolve(told, 'wontDo');
    const end = await told.runQuestion('q1');
    expect(end).toMatchObject({ needsWhole: true, end: { conflicts: [{ code: 'finished-apart' }] } });
    expect([resolution(told), [...told.answers.at('main/q1').selected]]).toEqual(["Won't Do", ['p1']]);
  });
});
