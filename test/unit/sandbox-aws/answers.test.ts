import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Lens, Question } from '../../../sandbox/aws/lens/lens';
import {
  type AnswerUpdate,
  riskOf,
  UNANSWERED,
  updateAnswer,
} from '../../../sandbox/aws/wellarchitected/answers';

const CHOICES = [
  { id: 'high', title: 'A', docRisk: 'HIGH' },
  { id: 'medium', title: 'B', docRisk: 'MEDIUM' },
  { id: 'low', title: 'C', docRisk: 'LOW' },
  { id: 'q_no', title: 'None of these' },
] as const;
const QUESTION: Question = { id: 'q', title: 'How?', choices: CHOICES, none: 'q_no' };
const FRAMEWORK: Lens = { form: 'framework', name: 'F', version: '1', pillars: [] };

function after(...updates: readonly AnswerUpdate[]) {
  const answer = updates.reduce((before, update) => updateAnswer(QUESTION, before, update), UNANSWERED);
  const selected = answer.choices.filter(({ status }) => status === 'SELECTED').map(({ id }) => id);
  return { answer, selected, risk: riskOf(FRAMEWORK, QUESTION, answer) };
}

const select = (...SelectedChoices: string[]): AnswerUpdate => ({ SelectedChoices });
const mark = (id: string, Status: 'SELECTED' | 'UNSELECTED' | 'NOT_APPLICABLE'): AnswerUpdate => ({
  ChoiceUpdates: { [id]: { Status } },
});

describe('the risk of a framework question', () => {
  it.each<[string, readonly AnswerUpdate[], string]>([
    ['nothing was answered', [], 'UNANSWERED'],
    ['only a note was written', [{ Notes: 'later' }], 'UNANSWERED'],
    ['"None of these" is selected', [select('q_no')], 'HIGH'],
    ['nothing is selected', [select()], 'HIGH'],
    ['what is missing is of medium risk', [select('high')], 'MEDIUM'],
    ['what is missing is of low risk', [select('high', 'medium')], 'MEDIUM'],
    ['everything is selected', [select('high', 'medium', 'low')], 'NONE'],
    [
      'what is not selected is not applicable',
      [select('high', 'medium'), mark('low', 'NOT_APPLICABLE')],
      'NONE',
    ],
    ['the question is not applicable', [select('high'), { IsApplicable: false }], 'NOT_APPLICABLE'],
    [
      'the question is applicable again',
      [select('high'), { IsApplicable: false }, { IsApplicable: true }],
      'MEDIUM',
    ],
    ['what was selected is unselected', [select('high'), mark('high', 'UNSELECTED')], 'HIGH'],
  ])('when %s', (_when, updates, risk) => {
    expect(after(...updates).risk).toBe(risk);
  });
});

describe('an update changes what it names', () => {
  it.each<[string, readonly AnswerUpdate[], readonly string[]]>([
    ['a note leaves choices alone', [select('low'), { Notes: 'n' }], ['low']],
    ['SelectedChoices replace what was selected', [select('low'), select('high')], ['high']],
    ['ChoiceUpdates add', [select('low'), mark('high', 'SELECTED')], ['high', 'low']],
    ['a practice takes the place of "None of these"', [select('q_no'), mark('high', 'SELECTED')], ['high']],
    [
      '"None of these" takes the place of practices',
      [select('high', 'low'), mark('q_no', 'SELECTED')],
      ['q_no'],
    ],
    ['unselecting a practice keeps "None of these"', [select('q_no'), mark('high', 'UNSELECTED')], ['q_no']],
    ['what is not applicable stays so', [mark('low', 'NOT_APPLICABLE'), select('high')], ['high']],
  ])('%s', (_what, updates, selected) => {
    expect(after(...updates).selected).toEqual(selected);
  });

  it('an empty note takes the note away', () => {
    expect(after({ Notes: 'n' }).answer.notes).toBe('n');
    expect(after({ Notes: 'n' }, { Notes: '' }).answer).not.toHaveProperty('notes');
  });

  it('the notes of a choice survive an update without notes', () => {
    const noted: AnswerUpdate = { ChoiceUpdates: { low: { Status: 'SELECTED', Notes: 'why' } } };
    expect(after(noted, select()).answer.choices).toEqual([
      { id: 'low', status: 'UNSELECTED', notes: 'why' },
    ]);
  });

  it('refuses "None of these" and a practice in one update, and an unknown choice', () => {
    expect(() => after(select('q_no', 'low'))).toThrow('None of these');
    expect(() => after(select('toString'))).toThrow('no choice with ID toString');
    expect(() => after(mark('__proto__x', 'SELECTED'))).toThrow('no choice with ID');
  });
});

describe('laws', () => {
  const id = fc.constantFrom('high', 'medium', 'low', 'q_no');
  const update: fc.Arbitrary<AnswerUpdate> = fc.oneof(
    fc.uniqueArray(id).map((SelectedChoices) => ({ SelectedChoices })),
    fc
      .tuple(id, fc.constantFrom('SELECTED', 'UNSELECTED', 'NOT_APPLICABLE'))
      .map(([one, status]) => mark(one, status)),
    fc.record({ Notes: fc.string() }),
    fc.record({ IsApplicable: fc.boolean() }),
  );
  const applied = (updates: readonly AnswerUpdate[]) =>
    updates.filter((each) => {
      const selected = each.SelectedChoices ?? [];
      return !selected.includes('q_no') || selected.length === 1;
    });

  it('"None of these" is never selected beside a practice', () => {
    fc.assert(
      fc.property(fc.array(update), (updates) => {
        const { selected } = after(...applied(updates));
        expect(selected.includes('q_no') && selected.length > 1).toBe(false);
      }),
    );
  });

  it('the same update again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(update), (updates) => {
        const all = applied(updates);
        const last = all.at(-1);
        if (last !== undefined) expect(after(...all, last).answer).toEqual(after(...all).answer);
      }),
    );
  });
});
