import { describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../../../builders/status-block';
import { NEWEST } from '../../../../src/notes/versions';
import { statusDigest } from '../../../../src/notes/written-block';
import type { Answer } from '../../../../src/wellarchitected/answers';
import type { ChoiceUpdate, PracticeState } from '../../../../src/wellarchitected/model';
import { writeAnswer, type AnswerWork } from '../../../../src/sync/write-back/write-answer';
import type { ChoiceWish } from '../../../../src/sync/write-back/decide-answer';
import { awsRefusal, MemoryAnswers } from '../../../builders/memory-answers';
import { practice, question, smallReview } from '../../../builders/review';
import { BLOCK, OWN, status } from '../../notes/statuses';

const REVIEW = smallReview(question('q1', 'HIGH', [practice('p1'), practice('p2'), practice('p3')]));
const SELECTED: ChoiceUpdate = { status: 'SELECTED' };
const UNSELECTED: ChoiceUpdate = { status: 'UNSELECTED' };
const OUT: ChoiceUpdate = { status: 'NOT_APPLICABLE', reason: 'OUT_OF_SCOPE' };

/** The app wrote a block there. */
const REMEMBERED = { ...OWN, remembered: 'digest' };

function answers(change: Partial<Answer> = {}): MemoryAnswers {
  const all = MemoryAnswers.of(REVIEW);
  all.set('main/q1', change);
  return all;
}

async function write(all: MemoryAnswers, work: Partial<AnswerWork> = {}) {
  const ref = { lensAlias: 'main', questionId: 'q1' };
  return writeAnswer(all, { ref, status: status(), own: OWN, wishes: new Map(), ...work });
}

const wish = (from: PracticeState, update: ChoiceUpdate): ChoiceWish => ({ from, update });
const wishes = (of: Readonly<Record<string, ChoiceWish>>) => new Map(Object.entries(of));
const updates = ({ asked }: MemoryAnswers) => asked.filter((call) => call.startsWith('update'));

describe('notes', () => {
  test.each([
    ['nothing there: the block is added', '', 'written'],
    ['the same block there: nothing is sent', BLOCK, 'unchanged'],
    ['an edited block: left to a person', BLOCK.replace('1 of 2', '2 of 2'), 'conflict'],
    ['no room: left as they are', 'x'.repeat(2084), 'no-room'],
  ])('%s', async (_, notes, kind) => {
    const all = answers({ notes });
    expect((await write(all)).notes?.kind).toBe(kind);
    expect(updates(all)).toEqual(kind === 'written' ? ['update main/q1: notes'] : []);
    if (kind !== 'written') expect(all.at('main/q1').notes).toBe(notes);
  });

  test.each([
    ['written', ''],
    ['found as it should be', BLOCK],
  ])('what stands in a block that was %s is to be remembered', async (_, notes) => {
    const outcome = await write(answers({ notes }));
    expect(outcome.notes).toMatchObject({
      block: { version: NEWEST.version, detail: 'titles', digest: statusDigest(status()) },
    });
  });

  test('of a Task that is gone lose the block and nothing else', async () => {
    const all = answers({ notes: `Mine.\r\n\n\n${BLOCK}` });
    expect((await write(all, { status: 'gone', own: REMEMBERED })).notes).toEqual({ kind: 'written' });
    expect(all.at('main/q1').notes).toBe('Mine.\r\n');
  });

  test('are settled as a person says', async () => {
    const edited = `Mine. ${BLOCK.replace('1 of 2', '2 of 2')}`;
    const kept = answers({ notes: edited });
    await write(kept, { keep: 'aws' });
    expect(kept.at('main/q1').notes).toMatch(/2 of 2[^]*1 of 2/);
    const replaced = answers({ notes: edited });
    await write(replaced, { keep: 'jira' });
    expect(replaced.at('main/q1').notes).toBe(`Mine. ${BLOCK}`);
  });
});

describe('choices', () => {
  interface Case {
    readonly what: string;
    readonly now?: Partial<Answer>;
    readonly wished: Readonly<Record<string, ChoiceWish>>;
    readonly sent: string | undefined;
    readonly chosen?: readonly string[];
    readonly stale?: readonly string[];
  }
  const CASES: readonly Case[] = [
    {
      what: 'an open practice is selected',
      wished: { p1: wish('open', SELECTED) },
      sent: 'p1 SELECTED',
      chosen: ['p1'],
    },
    {
      what: 'several are one write',
      wished: { p1: wish('open', SELECTED), p2: wish('open', OUT) },
      sent: 'p1 SELECTED, p2 NOT_APPLICABLE',
      chosen: ['p1', 'p2'],
    },
    {
      what: '"None of these" goes when a practice is selected',
      now: { selected: new Set(['q1_no']) },
      wished: { p1: wish('open', SELECTED) },
      sent: 'p1 SELECTED, q1_no UNSELECTED',
      chosen: ['p1'],
    },
    {
      what: '"None of these" stays when a practice is marked not applicable',
      now: { selected: new Set(['q1_no']) },
      wished: { p1: wish('open', OUT) },
      sent: 'p1 NOT_APPLICABLE',
      chosen: ['p1'],
    },
    {
      what: '"None of these" stays when a practice is unselected',
      now: { selected: new Set(['q1_no', 'p1']) },
      wished: { p1: wish('selected', UNSELECTED) },
      sent: 'p1 UNSELECTED',
      chosen: ['p1'],
    },
    {
      what: 'a choice that somebody changed since the plan is left alone',
      now: { notApplicable: new Set(['p1']) },
      wished: { p1: wish('open', SELECTED), p2: wish('open', SELECTED) },
      sent: 'p2 SELECTED',
      chosen: ['p2'],
      stale: ['p1'],
    },
    {
      what: 'a choice that is as wished already is not sent, and counts as chosen',
      now: { selected: new Set(['p1']) },
      wished: { p1: wish('open', SELECTED) },
      sent: undefined,
      chosen: ['p1'],
    },
    {
      what: 'choices of a question that is not applicable by now are left alone',
      now: { applicable: false },
      wished: { p1: wish('open', SELECTED) },
      sent: undefined,
      stale: ['p1'],
    },
    { what: 'nothing wished, nothing sent', wished: {}, sent: undefined },
  ];

  test.each(CASES)('$what', async ({ now, wished, sent, chosen = [], stale = [] }) => {
    const all = answers({ notes: BLOCK, ...now });
    const outcome = await write(all, { wishes: wishes(wished) });
    expect(updates(all)).toEqual(sent === undefined ? [] : [`update main/q1: ${sent}`]);
    expect([[...outcome.chosen].sort(), [...outcome.stale]]).toEqual([chosen, stale]);
  });

  test('and notes are one write', async () => {
    const all = answers();
    await write(all, { wishes: wishes({ p1: wish('open', SELECTED) }) });
    expect(all.asked).toEqual(['read main/q1', 'update main/q1: notes, p1 SELECTED']);
  });

  test('are written although the notes are a conflict, and the notes stay', async () => {
    const notes = BLOCK.replace('1 of 2', '2 of 2');
    const all = answers({ notes });
    const outcome = await write(all, { wishes: wishes({ p1: wish('open', SELECTED) }) });
    expect([outcome.notes?.kind, [...outcome.chosen]]).toEqual(['conflict', ['p1']]);
    expect(all.at('main/q1')).toMatchObject({ notes, selected: new Set(['p1']) });
  });
});

describe('a block that is not there any more', () => {
  test.each([
    ['was never there', false, 'Mine.', undefined],
    ['somebody took it', true, 'Mine.', 'other'],
    ['is there', true, `Mine.\n\n${BLOCK}`, undefined],
  ])('%s', async (_, hadBlock, notes, overwritten) => {
    const all = answers({ notes });
    expect((await write(all, { own: hadBlock ? REMEMBERED : OWN })).overwritten).toBe(overwritten);
    expect(readStatusBlock(all.at('main/q1').notes)).toMatchObject({ done: 1 });
  });

  test('is not missed where its Task is gone too', async () => {
    const outcome = await write(answers({ notes: 'Mine.' }), { own: REMEMBERED, status: 'gone' });
    expect([outcome.overwritten, outcome.notes?.kind]).toEqual([undefined, 'unchanged']);
  });
});

test('a refused write is thrown', async () => {
  const all = answers();
  all.refusal = (call) => (call.startsWith('update') ? awsRefusal('AccessDeniedException') : undefined);
  await expect(write(all)).rejects.toThrow('AccessDeniedException');
  expect(all.at('main/q1').notes).toBe('');
});
