import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isNoneChoice, parseQuestion } from '../../../src/wellarchitected/parse/question';
import { answerSummaries } from '../../../src/wellarchitected/parse/wire';
import { answerOf } from './recorded-review';

function question(more: Record<string, unknown>, kind: 'framework' | 'aws' | 'custom' = 'framework') {
  const { AnswerSummaries } = answerSummaries.parse({ AnswerSummaries: [answerOf('encrypt', more)] });
  return parseQuestion(AnswerSummaries[0]!, { kind, improvementPlans: new Map() });
}

describe('"None of these" is no best practice', () => {
  test.each([
    ['its id ends in _no and its title says so', 'ops_priorities_no', 'None of these', true],
    [
      'its id ends in _no and its title says something else, as custom lenses do',
      'SEC_11_no',
      'No secrets management',
      true,
    ],
    ['its id ends in _NO', 'OPS_1_NO', 'None', true],
    ['its id says nothing and its title says so', 'OPS_1_9', 'None of these', true],
    ['its title is spaced and cased otherwise', 'OPS_1_9', '  NONE  of\tThese ', true],
    ['its title has a full stop', 'OPS_1_9', 'None of these.', true],
    ['its title is the other usual wording', 'OPS_1_9', 'None of the above', true],
    ['it begins alike but says something', 'OPS_1_9', 'None of these keys are shared', false],
    ['its id only contains _no', 'ops_no_surprises', 'Avoid surprises', false],
    ['its id ends in no, not in _no', 'sec_inferno', 'Contain fires', false],
    ['it has no title', 'OPS_1_9', undefined, false],
  ])('%s: %s %j is one: %s', (_why, ChoiceId, Title, expected) => {
    expect(isNoneChoice({ ChoiceId, Title })).toBe(expected);
  });

  test('a question of a lens without it keeps every choice', () => {
    const Choices = [
      { ChoiceId: 'a', Title: 'A' },
      { ChoiceId: 'b', Title: 'B' },
    ];
    expect(question({ Choices }).practices.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('where a best practice stands', () => {
  const selected = ['encrypt_a'];
  const summary = (Status: string) => [{ ChoiceId: 'encrypt_a', Status }];
  test.each([
    ['nothing answered', [], [], 'open'],
    ['in SelectedChoices', selected, [], 'selected'],
    ['in SelectedChoices and its summary agrees', selected, summary('SELECTED'), 'selected'],
    ['only its summary says selected', [], summary('SELECTED'), 'selected'],
    ['answered not applicable', [], summary('NOT_APPLICABLE'), 'notApplicable'],
    ['answered unselected', [], summary('UNSELECTED'), 'open'],
    ['selected and not applicable at once', selected, summary('NOT_APPLICABLE'), 'selected'],
    ['a summary without a status', [], [{ ChoiceId: 'encrypt_a' }], 'open'],
    ['another choice is selected', ['encrypt_b'], [], 'open'],
  ])('%s: %j %j → %s', (_why, SelectedChoices, ChoiceAnswerSummaries, state) => {
    expect(question({ SelectedChoices, ChoiceAnswerSummaries }).practices[0]?.state).toBe(state);
  });
});

describe('a question', () => {
  test.each([
    [true, 'HIGH', true],
    [false, 'HIGH', false],
    [undefined, 'HIGH', true],
    [undefined, 'NOT_APPLICABLE', false],
    [null, 'UNANSWERED', true],
  ])('with IsApplicable %s and risk %s is applicable: %s', (IsApplicable, Risk, applicable) => {
    expect(question({ IsApplicable, Risk }).applicable).toBe(applicable);
  });

  test('without a title goes by its id, and so does a practice', () => {
    const parsed = question({ QuestionTitle: '\u0000', Choices: [{ ChoiceId: 'c', Title: '' }] });
    expect([parsed.title, parsed.practices[0]?.title]).toEqual(['encrypt', 'c']);
  });

  test('with an id twice among its choices keeps the first, in its place', () => {
    const Choices = ['a', 'b', 'a'].map((ChoiceId, index) => ({ ChoiceId, Title: `${ChoiceId}${index}` }));
    expect(question({ Choices }).practices.map(({ title }) => title)).toEqual(['a0', 'b1']);
  });

  test('made of any texts at all keeps its ids as they are and never holds a control character', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const choice = fc.record(
      {
        ChoiceId: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
        Title: text,
        Description: text,
      },
      { requiredKeys: ['ChoiceId'] },
    );
    fc.assert(
      fc.property(
        text,
        fc.uniqueArray(choice, { selector: ({ ChoiceId }) => ChoiceId }),
        (QuestionTitle, Choices) => {
          const parsed = question({ QuestionTitle, Choices });
          const kept = Choices.filter((one) => !isNoneChoice({ ChoiceId: one.ChoiceId, Title: one.Title }));
          expect(parsed.practices.map(({ id }) => id)).toEqual(kept.map(({ ChoiceId }) => ChoiceId));
          const texts = [parsed.title, ...parsed.practices.flatMap(({ description = '' }) => description)];
          expect(texts.join('')).not.toMatch(/[\u0000-\u0008\u202a-\u202e]/);
        },
      ),
    );
  });
});
