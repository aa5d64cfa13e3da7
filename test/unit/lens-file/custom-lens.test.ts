import { describe, expect, it } from '@jest/globals';
import { parseLensFile } from '../../../sandbox/aws/index';
import { choicesIn, type Custom, customLens, problemOf, questionsIn, rulesIn } from './lenses';

describe('a custom lens file', () => {
  it('loads with its texts, its "None of these" and its rules', () => {
    const result = parseLensFile('lens.json', JSON.stringify(customLens()));
    expect(result).toMatchObject({
      ok: true,
      lens: {
        form: 'custom',
        name: 'Our lens',
        pillars: [{ id: 'first_pillar', questions: [{ id: 'question_1', none: 'question_1_no' }] }],
      },
    });
  });

  it.each<[string, (lens: Custom) => void, string]>([
    [
      'no name',
      (l) => delete (l as Partial<Custom>).name,
      'name: must be a text of 1..128 characters, but is missing',
    ],
    [
      'another schemaVersion',
      (l) => (l.schemaVersion = '2020-01-01'),
      'schemaVersion: must be "2021-11-01", but is "2020-01-01"',
    ],
    [
      'no schemaVersion',
      (l) => delete (l as Partial<Custom>).schemaVersion,
      'schemaVersion: must be "2021-11-01", but is missing',
    ],
    [
      'no pillars',
      (l) => delete (l as Partial<Custom>).pillars,
      'pillars: must be a list of 1..10 elements, but is missing',
    ],
    [
      'pillars that are no list',
      (l) => (l.pillars = {} as never),
      'pillars: must be a list of 1..10 elements, but is an object',
    ],
    [
      'eleven pillars',
      (l) =>
        (l.pillars = Array.from({ length: 11 }, (_, i) => ({
          ...l.pillars[0],
          id: `pillar_${i}`,
          questions: questionsIn(customLens()).map((q) => ({ ...q, id: `question_of_${i}` })),
        }))),
      'pillars: must be a list of 1..10 elements, but has 11',
    ],
    [
      'a pillar that is null',
      (l) => (l.pillars[0] = null as never),
      'pillars[0]: must be an object, but is null',
    ],
    [
      'a pillar without questions',
      (l) => (l.pillars[0]!.questions = []),
      'pillars[0].questions: must be a list of 1..20 elements, but has 0',
    ],
    [
      'two pillars of one id',
      (l) => l.pillars.push({ ...l.pillars[0]!, questions: [{ ...questionsIn(l)[0], id: 'other' }] }),
      'pillars[1].id: repeats the pillar id "first_pillar" of pillars[0].id',
    ],
    [
      'two questions of one id',
      (l) => questionsIn(l).push({ ...questionsIn(l)[0] }),
      'pillars[0].questions[1].id: repeats the question id "question_1" of pillars[0].questions[0].id',
    ],
    [
      'two questions of one id in two pillars',
      (l) => l.pillars.push({ ...l.pillars[0]!, id: 'second' }),
      'pillars[1].questions[0].id: repeats the question id "question_1" of pillars[0].questions[0].id',
    ],
    [
      'two choices of one id',
      (l) => (choicesIn(l)[1]!.id = 'choice_1'),
      'pillars[0].questions[0].choices[1].id: repeats the choice id "choice_1" of pillars[0].questions[0].choices[0].id',
    ],
    [
      'a title that is a number',
      (l) => (questionsIn(l)[0]!.title = 7),
      'pillars[0].questions[0].title: must be a text of 1..512 characters, but is a number',
    ],
    [
      'a title that is a list',
      (l) => (choicesIn(l)[1]!.title = ['x']),
      'pillars[0].questions[0].choices[1].title: must be a text of 1..512 characters, but is a list',
    ],
    [
      'an empty title',
      (l) => (choicesIn(l)[1]!.title = ''),
      'pillars[0].questions[0].choices[1].title: must be a text of 1..512 characters, but has 0',
    ],
    [
      'a title of 513 characters',
      (l) => (questionsIn(l)[0]!.title = '🙂'.repeat(513)),
      'pillars[0].questions[0].title: must be a text of 1..512 characters, but has 513',
    ],
    [
      'an id with a hyphen',
      (l) => (choicesIn(l)[1]!.id = 'a-b'),
      'pillars[0].questions[0].choices[1].id: must be a text of 3..128 characters (letters, digits and underscore), but is "a-b"',
    ],
    [
      'a url that is no web address',
      (l) => (choicesIn(l)[0]!.helpfulResource = { displayText: 'x', url: 'javascript:x' }),
      'pillars[0].questions[0].choices[0].helpfulResource.url: must be a text of 1..2048 characters (starting with http:// or https://), but is "javascript:x"',
    ],
    [
      'a url without a text',
      (l) => (choicesIn(l)[0]!.improvementPlan = { url: 'https://example.com' }),
      'pillars[0].questions[0].choices[0].improvementPlan.displayText: is missing beside a url',
    ],
    [
      'an improvement plan that is a text',
      (l) => (choicesIn(l)[0]!.improvementPlan = 'more'),
      'pillars[0].questions[0].choices[0].improvementPlan: must be an object, but is a text',
    ],
    [
      'an additional resource of another type',
      (l) => (choicesIn(l)[0]!.additionalResources = [{ type: 'OTHER', content: [] }]),
      'pillars[0].questions[0].choices[0].additionalResources[0].type: must be "HELPFUL_RESOURCE" or "IMPROVEMENT_PLAN", but is "OTHER"',
    ],
    [
      'no risk rules',
      (l) => delete questionsIn(l)[0]!.riskRules,
      'pillars[0].questions[0].riskRules: must be a list of 1..3 elements, but is missing',
    ],
    [
      'a rule for a choice that is not there',
      (l) => (rulesIn(l)[0]!.condition = 'choice_1 && choice_9'),
      'pillars[0].questions[0].riskRules[0].condition: names "choice_9", which is no choice of this question',
    ],
    [
      'a rule that is no expression',
      (l) => (rulesIn(l)[0]!.condition = 'choice_1 &&'),
      'pillars[0].questions[0].riskRules[0].condition: is no risk condition: a choice id was expected at the end',
    ],
    [
      'a risk that is none',
      (l) => (rulesIn(l)[0]!.risk = 'LOW_RISK'),
      'pillars[0].questions[0].riskRules[0].risk: must be "NO_RISK" or "MEDIUM_RISK" or "HIGH_RISK", but is "LOW_RISK"',
    ],
  ])('with %s', (_what, breakIt, expected) => {
    const lens = customLens();
    breakIt(lens);
    expect(problemOf(lens)).toBe(expected);
  });

  it.each<[string, (lens: Custom) => void]>([
    [
      'one choice id in two questions',
      (l) => questionsIn(l).push({ ...questionsIn(l)[0], id: 'question_2' }),
    ],
    ['no default rule', (l) => rulesIn(l).pop()],
    ['no "None of these"', (l) => choicesIn(l).pop()],
    ['no descriptions', (l) => delete (l as Partial<Custom>).description],
    ['a private key anywhere', (l) => (choicesIn(l)[0]!._author = 1)],
  ])('with %s loads', (_what, change) => {
    const lens = customLens();
    change(lens);
    expect(problemOf(lens)).toBe('none');
  });

  it('finds "None of these" by its title where no id ends with _no', () => {
    const lens = customLens();
    choicesIn(lens)[2]!.id = 'nothing_at_all';
    const result = parseLensFile('lens.json', JSON.stringify(lens));
    expect(result).toMatchObject({ lens: { pillars: [{ questions: [{ none: 'nothing_at_all' }] }] } });
  });

  it.each([
    ['one long text', `"${'x'.repeat(18_000_000)}"`],
    ['a million choices', `{"pillars":[{"questions":[{"choices":[${'{},'.repeat(1_000_000)}{}]}]}]}`],
    ['deep nesting', '['.repeat(3_000_000)],
  ])('is refused by its size before it is parsed: %s', (_what, text) => {
    const began = performance.now();
    expect(parseLensFile('lens.json', text)).toMatchObject({
      problems: [{ location: '(file)', message: expect.stringContaining('at most 2 MB') }],
    });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('of the largest size that is parsed overflows nothing', () => {
    const most = 2 * 1024 * 1024;
    for (const text of [`"${'x'.repeat(most - 2)}"`, `"${'\\n'.repeat((most - 2) / 2)}"`, '['.repeat(most)])
      expect(parseLensFile('lens.json', text)).toMatchObject({ ok: false });
  });

  it('may be no larger than 500 KB', () => {
    expect(problemOf({ ...customLens(), _padding: 'x'.repeat(512_001) })).toMatch(
      /^\(root\): must be a file of at most 500 KB/u,
    );
  });
});
