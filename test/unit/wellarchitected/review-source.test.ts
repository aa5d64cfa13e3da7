import { afterEach, describe, expect, test } from '@jest/globals';
import { openSource, paged, type Opened } from './open-source';
import type { Recording } from './recorded-aws';
import {
  answerOf,
  CUSTOM,
  CUSTOM_ARN,
  FRAMEWORK,
  reviewRecording,
  SERVERLESS,
  UPDATED_AT,
  WORKLOAD_ARN,
  WORKLOAD_ID,
} from './recorded-review';

let opened: Opened | undefined;
afterEach(() => opened?.aws.uninstall());

function open(recording: Recording): Opened {
  opened = openSource(recording);
  return opened;
}

describe('a review', () => {
  test('is read whole and parsed', async () => {
    const { source } = open(reviewRecording());
    expect(await source.review(WORKLOAD_ARN)).toEqual({
      workload: {
        arn: WORKLOAD_ARN,
        id: WORKLOAD_ID,
        name: 'Shop',
        region: 'eu-west-1',
        owner: '111122223333',
        environment: 'PRODUCTION',
        awsRegions: ['eu-west-1'],
        nonAwsRegions: [],
        accountIds: ['111122223333'],
        reviewOwner: 'the review owner',
        updatedAt: Date.UTC(2026, 0, 1, 0, 1, 0, 250),
      },
      lenses: [
        {
          identity: FRAMEWORK.LensArn,
          alias: 'wellarchitected',
          version: '2025-02-25',
          name: 'AWS Well-Architected Framework',
          status: 'CURRENT',
          updatedAt: Date.UTC(2026, 0, 1, 0, 0, 0, 250),
          riskCounts: { UNANSWERED: 1, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 },
          pillars: [
            {
              id: 'security',
              name: 'Security',
              riskCounts: { UNANSWERED: 1, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 },
              questions: [
                {
                  id: 'encrypt',
                  title: 'How do you encrypt?',
                  risk: 'UNANSWERED',
                  applicable: true,
                  guidance: [],
                  practices: [
                    {
                      id: 'encrypt_a',
                      title: 'Do it',
                      description: undefined,
                      state: 'open',
                      guidance: [
                        {
                          text: 'AWS guidance',
                          url: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/encrypt_a.html',
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  test('of 57 questions takes two pages and five calls, each counted, and no GetAnswer', async () => {
    const { source, aws } = open(reviewRecording({ ListAnswers: paged(57) }));
    const review = await source.review(WORKLOAD_ARN);
    expect(review.lenses[0]?.pillars[0]?.questions.map(({ id }) => id)).toEqual(
      Array.from({ length: 57 }, (_, index) => `q${index + 1}`),
    );
    expect(aws.operations()).toEqual([
      'GetWorkload',
      'ListLensReviews',
      'GetLensReview',
      'ListAnswers',
      'ListAnswers',
    ]);
    expect(source.calls()).toBe(5);
  });

  test('lists the Framework first, then the lenses by name, under their identities', async () => {
    const { source } = open(
      reviewRecording({
        ListLensReviews: [{ json: { LensReviewSummaries: [SERVERLESS, CUSTOM, FRAMEWORK] } }],
        ListLensReviewImprovements: [{ json: {} }],
      }),
    );
    const { lenses } = await source.review(WORKLOAD_ARN);
    expect(lenses.map(({ identity }) => identity)).toEqual([
      FRAMEWORK.LensArn,
      CUSTOM_ARN,
      SERVERLESS.LensArn,
    ]);
  });

  test('asks for improvement plans only where a lens of AWS needs them', async () => {
    const { source, aws } = open(
      reviewRecording({
        ListLensReviews: [{ json: { LensReviewSummaries: [SERVERLESS, CUSTOM, FRAMEWORK] } }],
        ListLensReviewImprovements: [
          {
            json: {
              ImprovementSummaries: [
                { QuestionId: 'encrypt', ImprovementPlanUrl: 'https://docs.example/plan' },
              ],
            },
          },
        ],
      }),
    );
    const { lenses } = await source.review(WORKLOAD_ARN);
    const asked = aws.sent.filter(({ operation }) => operation === 'ListLensReviewImprovements');
    expect(asked.map(({ url }) => url.pathname)).toEqual([
      `/workloads/${WORKLOAD_ID}/lensReviews/serverless/improvements`,
    ]);
    expect(lenses.map(({ pillars }) => pillars[0]?.questions[0]?.guidance.length)).toEqual([0, 0, 1]);
  });

  test('names a custom lens by its ARN in the path', async () => {
    const { source, aws } = open(
      reviewRecording({ ListLensReviews: [{ json: { LensReviewSummaries: [CUSTOM] } }] }),
    );
    await source.review(WORKLOAD_ARN);
    const [, , , answers] = aws.sent;
    expect(decodeURIComponent(answers!.url.pathname)).toBe(
      `/workloads/${WORKLOAD_ID}/lensReviews/${CUSTOM_ARN}/answers`,
    );
  });

  test('keeps a question whose pillar the lens review does not list', async () => {
    const { source } = open(
      reviewRecording({
        ListAnswers: [{ json: { AnswerSummaries: [answerOf('a', { PillarId: 'privacy', Risk: 'HIGH' })] } }],
      }),
    );
    const { lenses } = await source.review(WORKLOAD_ARN);
    expect(
      lenses[0]?.pillars.map(({ name, riskCounts, questions }) => [name, riskCounts.HIGH, questions.length]),
    ).toEqual([
      ['Security', 0, 0],
      ['privacy', 1, 1],
    ]);
  });

  test.each(['Choices', 'SelectedChoices'])(
    'does not take an answer without %s for an empty one',
    async (member) => {
      const whole = { QuestionId: 'q', PillarId: 'p', Risk: 'HIGH', Choices: [], SelectedChoices: [] };
      const part = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== member));
      const { source } = open(reviewRecording({ ListAnswers: [{ json: { AnswerSummaries: [part] } }] }));
      await expect(source.review(WORKLOAD_ARN)).rejects.toMatchObject({ details: { code: 'unreadable' } });
    },
  );

  test('does without members that AWS may leave out', async () => {
    const { source } = open(
      reviewRecording({
        GetWorkload: [{ json: { Workload: { WorkloadArn: WORKLOAD_ARN, WorkloadName: 'Shop' } } }],
        ListLensReviews: [
          { json: { LensReviewSummaries: [{ LensAlias: 'wellarchitected', LensArn: FRAMEWORK.LensArn }] } },
        ],
        GetLensReview: [{ json: { LensReview: {} } }],
        ListAnswers: [
          {
            json: {
              AnswerSummaries: [
                { QuestionId: 'q', PillarId: 'p', Risk: 'HIGH', Choices: [], SelectedChoices: [] },
              ],
            },
          },
        ],
      }),
    );
    const { workload, lenses } = await source.review(WORKLOAD_ARN);
    expect([workload.owner, workload.environment, workload.awsRegions, workload.updatedAt]).toEqual([
      '111122223333',
      undefined,
      [],
      0,
    ]);
    expect(lenses[0]?.updatedAt).toBe(0);
    expect(lenses[0]?.pillars[0]?.questions[0]).toMatchObject({
      id: 'q',
      title: 'q',
      practices: [],
      applicable: true,
    });
  });
});

test('the workloads of a Region say when each was updated last; 0 where AWS does not say', async () => {
  const summary = { WorkloadArn: WORKLOAD_ARN, WorkloadName: 'Shop' };
  const { source } = open({
    ListWorkloads: [
      { json: { WorkloadSummaries: [{ ...summary, UpdatedAt: UPDATED_AT }], NextToken: 'x' } },
      { json: { WorkloadSummaries: [summary] } },
    ],
  });
  expect((await source.workloads()).map(({ updatedAt }) => updatedAt)).toEqual([
    Date.UTC(2026, 0, 1, 0, 0, 0, 250),
    0,
  ]);
});
