/** A write whose fate is not known, people who write meanwhile, and an AWS that answers something else. */
import { describe, expect, test } from '@jest/globals';
import type { Answer, AnswerChange, AnswerRef, Answers } from '../../../../src/wellarchitected/answers';
import type { ChoiceUpdate } from '../../../../src/wellarchitected/model';
import { writeAnswer } from '../../../../src/sync/write-back/write-answer';
import { awsRefusal, MemoryAnswers } from '../../../builders/memory-answers';
import { practice, question, smallReview } from '../../../builders/review';
import { BLOCK, OWN, status } from '../../notes/statuses';

const Q1 = 'main/q1';
const REF = { lensAlias: 'main', questionId: 'q1' };
const SELECTED: ChoiceUpdate = { status: 'SELECTED' };

/** What becomes of each write in turn; those that are not listed succeed. */
type Fate = 'not-done' | 'done-and-lost';

class Fates implements Answers {
  /** Between two tries. */
  meanwhile: () => void = () => undefined;
  /** What AWS answers a write with, where that is not what it has. */
  answered: (after: Answer) => Answer = (after) => after;
  readonly order: string[] = [];

  constructor(
    readonly stored: MemoryAnswers,
    private readonly fates: Fate[],
  ) {}

  calls = () => this.stored.calls();
  lastWriteAt = () => this.stored.lastWriteAt();
  workload = () => this.stored.workload();

  ready(): Promise<void> {
    return Promise.resolve(void this.order.push('ready'));
  }

  read(ref: AnswerRef): Promise<Answer> {
    this.order.push('read');
    return this.stored.read(ref);
  }

  async update(ref: AnswerRef, change: AnswerChange): Promise<Answer> {
    this.order.push('write');
    const fate = this.fates.shift();
    const after = fate === 'not-done' ? this.stored.at(Q1) : await this.stored.update(ref, change);
    if (fate === undefined) return this.answered(after);
    this.meanwhile();
    throw awsRefusal('InternalServerException', true);
  }
}

function site(...fates: Fate[]): Fates {
  const review = smallReview(question('q1', 'HIGH', [practice('p1'), practice('p2')]));
  return new Fates(MemoryAnswers.of(review), fates);
}

function write(answers: Fates, begin?: () => Promise<void>) {
  const wishes = new Map([['p1', { from: 'open', update: SELECTED } as const]]);
  return writeAnswer(answers, { ref: REF, status: status(), own: OWN, wishes }, begin);
}

describe('a write whose fate is not known', () => {
  test.each<[string, Fate[], number, 'written']>([
    ['was not done: sent again after a new read', ['not-done'], 2, 'written'],
    ['was not done, twice', ['not-done', 'not-done'], 3, 'written'],
    ['was done: found so, and not sent again', ['done-and-lost'], 1, 'written'],
  ])('%s', async (_, fates, writes, kind) => {
    const answers = site(...fates);
    const outcome = await write(answers);
    expect([outcome.notes?.kind, [...outcome.chosen]]).toEqual([kind, ['p1']]);
    expect(answers.order.filter((each) => each === 'write')).toHaveLength(writes);
    expect(answers.stored.at(Q1)).toMatchObject({ notes: BLOCK, selected: new Set(['p1']) });
  });

  test('three times is told, and not tried a fourth time', async () => {
    const answers = site('not-done', 'not-done', 'not-done');
    await expect(write(answers)).rejects.toThrow('InternalServerException');
    expect(answers.order.filter((each) => each === 'write')).toHaveLength(3);
  });

  test('rates the question anew since before the first try', async () => {
    const answers = site('done-and-lost');
    answers.stored.rate = () => 'MEDIUM';
    expect((await write(answers)).ratedAnew).toBe(true);
  });

  test('that AWS refuses for good is not tried again', async () => {
    const answers = site();
    answers.stored.refusal = (call) =>
      call.startsWith('update') ? awsRefusal('ValidationException') : undefined;
    await expect(write(answers)).rejects.toThrow('ValidationException');
    expect(answers.order).toEqual(['ready', 'read', 'write']);
  });

  test('each try waits first, then asks whether to go on, then reads, then writes', async () => {
    const answers = site('not-done');
    await write(answers, () => Promise.resolve(void answers.order.push('begin')));
    const once = ['ready', 'begin', 'read', 'write'];
    expect(answers.order).toEqual([...once, ...once]);
  });
});

describe('what a person writes between two tries stays', () => {
  test.each<[string, Fate]>([
    ['and the write before had not been done', 'not-done'],
    ['and the write before had been done', 'done-and-lost'],
  ])('notes, %s', async (_, fate) => {
    const answers = site(fate);
    answers.meanwhile = () => answers.stored.set(Q1, { notes: 'A person was here.' });
    await write(answers);
    expect(answers.stored.at(Q1).notes).toBe(`A person was here.\n\n${BLOCK}`);
  });

  test('a choice that a person marked as not applicable is not selected', async () => {
    const answers = site('not-done');
    answers.meanwhile = () => answers.stored.set(Q1, { notApplicable: new Set(['p1']) });
    const outcome = await write(answers);
    expect([[...outcome.chosen], [...outcome.stale]]).toEqual([[], ['p1']]);
    expect([...answers.stored.at(Q1).selected, ...answers.stored.at(Q1).notApplicable]).toEqual(['p1']);
  });
});

describe('nothing is called done that AWS does not have', () => {
  test('a choice that is not in its answer', async () => {
    const answers = site();
    answers.answered = (after) => ({ ...after, selected: new Set() });
    const { chosen, notTaken, stale } = await write(answers);
    expect([[...chosen], [...notTaken], [...stale]]).toEqual([[], ['p1'], []]);
  });

  test.each([
    ['others', 'Something else.', 'not-taken'],
    ['none', '', 'not-taken'],
    ['a block that is cut short', BLOCK.slice(0, -20), 'not-taken'],
    ['the block, with line ends in another form', BLOCK.replaceAll('\n', '\r\n'), 'written'],
    ['the block, and what a person wrote behind it', `${BLOCK}\n\nMine.`, 'written'],
  ])('notes: %s', async (_, notes, kind) => {
    const answers = site();
    answers.answered = (after) => ({ ...after, notes });
    expect((await write(answers)).notes?.kind).toBe(kind);
  });
});
