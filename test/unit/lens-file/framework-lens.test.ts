import { describe, expect, it } from '@jest/globals';
import { parseLensFile } from '../../../sandbox/aws/index';
import { type Framework, frameworkLens, problemOf } from './lenses';

describe('a framework lens file', () => {
  it('loads with levels of risk and a page for each question', () => {
    expect(parseLensFile('lens.json', JSON.stringify(frameworkLens()))).toMatchObject({
      ok: true,
      lens: {
        form: 'framework',
        name: 'AWS Well-Architected Framework',
        officialAlias: 'wellarchitected',
        pillars: [
          {
            questions: [
              {
                none: 'sec_no',
                url: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/sec-02.html',
              },
            ],
          },
        ],
      },
    });
  });

  it.each<[string, (lens: Framework) => void, string]>([
    [
      'no LensAlias',
      (l) => delete (l as Partial<Framework>).LensAlias,
      'LensAlias: must be a text of 1..128 characters, but is missing',
    ],
    [
      'a practice without a level of risk',
      (l) => delete l.Pillars[0]!.Questions[0]!.Choices[1]!.DocRisk,
      'Pillars[0].Questions[0].Choices[1].DocRisk: must be "HIGH" or "MEDIUM" or "LOW", but is missing',
    ],
    [
      '"None of these" with the id of a practice',
      (l) => (l.Pillars[0]!.Questions[0]!.NoneChoice.ChoiceId = 'one'),
      'Pillars[0].Questions[0].NoneChoice.ChoiceId: repeats the choice id "one" of Pillars[0].Questions[0].Choices[0].ChoiceId',
    ],
    [
      'no questions',
      (l) => (l.Pillars[0]!.Questions = []),
      'Pillars[0].Questions: must be a list of at least 1 elements, but has 0',
    ],
  ])('with %s', (_what, breakIt, expected) => {
    const lens = frameworkLens();
    breakIt(lens);
    expect(problemOf(lens)).toBe(expected);
  });
});
