import { afterEach, describe, expect, test } from '@jest/globals';
import { failure, openSource, paged, type Opened } from './open-source';
import { awsError, type Recording, type Sent } from './recorded-aws';
import { answerOf, CUSTOM, CUSTOM_ARN, FRAMEWORK, reviewRecording, WORKLOAD_ARN } from './recorded-review';

let opened: Opened | undefined;
afterEach(() => opened?.aws.uninstall());

function open(recording: Recording): Opened {
  opened = openSource(recording);
  return opened;
}

describe('a review is read whole or not at all', () => {
  test('a second page that fails fails the review', async () => {
    const recording = reviewRecording({
      ListAnswers: (sent) =>
        sent.url.searchParams.has('NextToken')
          ? awsError(403, 'AccessDeniedException', 'no')
          : paged(57)(sent),
    });
    const error = await failure(open(recording).source.review(WORKLOAD_ARN));
    expect(error.details).toMatchObject({ service: 'aws', code: 'AccessDeniedException', retryable: false });
  });

  test('one lens that fails fails the review', async () => {
    const recording = reviewRecording({
      ListLensReviews: [{ json: { LensReviewSummaries: [FRAMEWORK, CUSTOM] } }],
      GetLensReview: ({ url }) =>
        url.pathname.endsWith('/wellarchitected')
          ? { json: { LensReview: {} } }
          : awsError(404, 'ResourceNotFoundException', 'unshared'),
    });
    const error = await failure(open(recording).source.review(WORKLOAD_ARN));
    expect(error.message).toContain(CUSTOM_ARN);
  });

  test.each([
    ['an answer without its list', { ListAnswers: [{ json: {} }] }, 'AnswerSummaries'],
    ['a lens list without its list', { ListLensReviews: [{ json: {} }] }, 'LensReviewSummaries'],
    [
      'a risk that the app does not know',
      { ListAnswers: [{ json: { AnswerSummaries: [answerOf('encrypt', { Risk: 'SEVERE' })] } }] },
      'AnswerSummaries[0] (QuestionId "encrypt").Risk = "SEVERE"',
    ],
    [
      'a choice status that the app does not know',
      {
        ListAnswers: [
          {
            json: {
              AnswerSummaries: [
                answerOf('encrypt', { ChoiceAnswerSummaries: [{ ChoiceId: 'x', Status: 'MAYBE' }] }),
              ],
            },
          },
        ],
      },
      'ChoiceAnswerSummaries[0] (ChoiceId "x").Status = "MAYBE"',
    ],
    [
      'a question without its risk',
      { ListAnswers: [{ json: { AnswerSummaries: [answerOf('encrypt', { Risk: undefined })] } }] },
      'Risk = nothing',
    ],
    [
      'a lens ARN of a form that the app does not know',
      { ListLensReviews: [{ json: { LensReviewSummaries: [{ ...FRAMEWORK, LensArn: 'arn:elsewhere' }] } }] },
      'arn:elsewhere',
    ],
    [
      'a question on two pages',
      {
        ListAnswers: [
          { json: { AnswerSummaries: [answerOf('a')], NextToken: 'x' } },
          { json: { AnswerSummaries: [answerOf('a')] } },
        ],
      },
      'question a twice',
    ],
    [
      'no answers where AWS counts some',
      {
        ListAnswers: [{ json: { AnswerSummaries: [] } }],
        GetLensReview: [
          {
            json: {
              LensReview: { PillarReviewSummaries: [{ PillarId: 'security', RiskCounts: { HIGH: 2 } }] },
            },
          },
        ],
      },
      'gave no answers',
    ],
    [
      'a page that is not JSON',
      { ListAnswers: [{ status: 200, body: '<html>proxy</html>' }] },
      'not what AWS documents',
    ],
  ] satisfies [string, Recording, string][])(
    '%s fails it, and the message says where',
    async (_what, changes, where) => {
      const error = await failure(open(reviewRecording(changes)).source.review(WORKLOAD_ARN));
      expect(error.details.code).toBe('unreadable');
      expect(error.message).toContain(where);
    },
  );

  test('pages without end fail it', async () => {
    const ListAnswers = ({ url }: Sent) => {
      const page = Number(url.searchParams.get('NextToken') ?? 0);
      return { json: { AnswerSummaries: [answerOf(`q${page}`)], NextToken: `${page + 1}` } };
    };
    const error = await failure(open(reviewRecording({ ListAnswers })).source.review(WORKLOAD_ARN));
    expect(error.details.code).toBe('endless');
  });

  test('a workload of another Region, or none at all, is refused before anything is sent', async () => {
    const { source, aws } = open({});
    const elsewhere = await failure(source.review(WORKLOAD_ARN.replace('eu-west-1', 'us-east-1')));
    const none = await failure(source.review('shop'));
    expect([elsewhere.details.code, none.details.code, aws.sent.length]).toEqual([
      'unknown-workload',
      'unknown-workload',
      0,
    ]);
  });
});

describe('a workload made a moment ago', () => {
  const notYet = awsError(404, 'ResourceNotFoundException', 'not yet');

  test('has answers a little later: they are asked for again', async () => {
    const ListAnswers = [notYet, notYet, { json: { AnswerSummaries: [answerOf('encrypt')] } }];
    const { source, slept } = open(reviewRecording({ ListAnswers }));
    const { lenses } = await source.review(WORKLOAD_ARN);
    expect([lenses[0]?.pillars[0]?.questions.length, slept]).toEqual([1, [1000, 2000]]);
  });

  test('that never has answers fails', async () => {
    const { source, slept } = open(reviewRecording({ ListAnswers: [notYet] }));
    const error = await failure(source.review(WORKLOAD_ARN));
    expect([error.details.code, slept]).toEqual(['ResourceNotFoundException', [1000, 2000, 4000]]);
  });

  test('that does not exist at all fails at once', async () => {
    const { source, slept, aws } = open({ GetWorkload: [notYet] });
    const error = await failure(source.review(WORKLOAD_ARN));
    expect([error.details.code, slept, aws.sent.length]).toEqual(['ResourceNotFoundException', [], 1]);
  });
});
