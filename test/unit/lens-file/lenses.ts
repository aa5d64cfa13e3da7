import { parseLensFile } from '../../../sandbox/aws/index';

/** A small lens in AWS's custom-lens format, and how each test breaks it. */
export function customLens() {
  return {
    schemaVersion: '2021-11-01',
    name: 'Our lens',
    description: 'What we agreed on',
    _note: 'private keys are ignored',
    pillars: [
      {
        id: 'first_pillar',
        name: 'First pillar',
        questions: [
          {
            id: 'question_1',
            title: 'How?',
            choices: [
              {
                id: 'choice_1' as unknown,
                title: 'Do it' as unknown,
                helpfulResource: { displayText: 'Read this', url: 'https://example.com/' as unknown },
                improvementPlan: { displayText: 'Do more' } as unknown,
                additionalResources: [{ type: 'IMPROVEMENT_PLAN', content: [{ displayText: 'More' }] }],
              },
              { id: 'choice_2' as unknown, title: 'Do it well' as unknown },
              { id: 'question_1_no' as unknown, title: 'None of these' as unknown },
            ] as unknown,
            riskRules: [
              { condition: 'choice_1 && choice_2', risk: 'NO_RISK' },
              { condition: 'default', risk: 'HIGH_RISK' },
            ] as unknown,
          },
        ] as Record<string, unknown>[],
      },
    ] as Record<string, unknown>[],
  };
}

export function frameworkLens() {
  return {
    LensAlias: 'wellarchitected' as unknown,
    Pillars: [
      {
        PillarId: 'security',
        PillarName: 'Security',
        Questions: [
          {
            QuestionId: 'identities',
            QuestionTitle: 'How?',
            QuestionCode: 'SEC02',
            Choices: [
              { ChoiceId: 'one', Title: 'One', DocRisk: 'HIGH', Description: null },
              { ChoiceId: 'two', Title: 'Two', DocRisk: 'LOW' },
            ] as Record<string, unknown>[],
            NoneChoice: { ChoiceId: 'sec_no', Title: 'None of these' },
          },
        ],
      },
    ],
  };
}

export type Custom = ReturnType<typeof customLens>;
export type Framework = ReturnType<typeof frameworkLens>;

/** The first problem, as `location: message`. */
export function problemOf(lens: unknown): string {
  const result = parseLensFile('lens.json', typeof lens === 'string' ? lens : JSON.stringify(lens));
  const [first] = result.ok ? [] : result.problems;
  return first === undefined ? 'none' : `${first.location}: ${first.message}`;
}

export function questionsIn(lens: Custom): Record<string, unknown>[] {
  return lens.pillars[0]!.questions as Record<string, unknown>[];
}

export function choicesIn(lens: Custom): Record<string, unknown>[] {
  return questionsIn(lens)[0]!.choices as Record<string, unknown>[];
}

export const rulesIn = (lens: Custom) => questionsIn(lens)[0]!.riskRules as Record<string, unknown>[];
