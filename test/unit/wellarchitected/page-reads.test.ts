/** Parts of a review for pages: which calls they cost, and what they hold. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { failure, openSource, paged, type Opened } from './open-source';
import { awsError, type Recording } from './recorded-aws';
import { answerOf, CUSTOM, CUSTOM_ARN, FRAMEWORK, reviewRecording, WORKLOAD_ARN } from './recorded-review';

let opened: Opened | undefined;
afterEach(() => opened?.aws.uninstall());

function open(changes: Recording = {}): Opened {
  opened = openSource(reviewRecording(changes));
  return opened;
}

const NAME = { alias: 'wellarchitected', identity: FRAMEWORK.LensArn };

describe('lenses', () => {
  test('cost one call for the list and one for each, and no answers', async () => {
    const summaries = [
      { ...CUSTOM, LensStatus: 'NOT_CURRENT', RiskCounts: { HIGH: 2 } },
      { ...FRAMEWORK, LensStatus: 'SOMETHING_NEW' },
    ];
    const { source, aws } = open({ ListLensReviews: [{ json: { LensReviewSummaries: summaries } }] });
    const lenses = await source.lenses(WORKLOAD_ARN);
    expect(aws.operations()).toEqual(['ListLensReviews', 'GetLensReview', 'GetLensReview']);
    expect(lenses).toMatchObject([
      { identity: FRAMEWORK.LensArn, alias: 'wellarchitected', status: 'CURRENT' },
      { identity: CUSTOM_ARN, version: '1.0', status: 'NOT_CURRENT', riskCounts: { HIGH: 2, MEDIUM: 0 } },
    ]);
    expect(lenses[0]?.pillars).toMatchObject([{ id: 'security', name: 'Security', riskCounts: { HIGH: 0 } }]);
  });

  test('are all there or none', async () => {
    const { source } = open({ GetLensReview: [awsError(403, 'AccessDeniedException', 'no')] });
    expect((await failure(source.lenses(WORKLOAD_ARN))).details.code).toBe('AccessDeniedException');
  });
});

test('questions of a lens are read page by page', async () => {
  const { source, aws } = open({ ListAnswers: paged(57) });
  const questions = await source.questions(WORKLOAD_ARN, { alias: 'wellarchitected' });
  expect(aws.operations()).toEqual(['ListAnswers', 'ListAnswers']);
  expect(questions).toHaveLength(57);
  expect(questions[56]).toMatchObject({ id: 'q57', pillarId: 'security', risk: 'UNANSWERED' });
});

describe('one answer', () => {
  const { ChoiceAnswerSummaries, ...plain } = answerOf('encrypt', {
    Choices: [
      { ChoiceId: 'encrypt_a', Title: 'Do it' },
      { ChoiceId: 'encrypt_b', Title: 'Do more' },
      { ChoiceId: 'encrypt_no', Title: 'None of these' },
    ],
    SelectedChoices: ['encrypt_a'],
    Risk: 'MEDIUM',
  });
  const Answer = {
    ...plain,
    Notes: '  as people\twrote it ',
    ImprovementPlanUrl: 'https://docs.example/plan',
    ChoiceAnswers: [{ ChoiceId: 'encrypt_b', Status: 'NOT_APPLICABLE' }],
  };

  test('costs one call and has notes, states and guidance', async () => {
    const { source, aws } = open({ GetAnswer: [{ json: { Answer } }] });
    const answer = await source.answer(WORKLOAD_ARN, NAME, 'encrypt');
    expect(aws.operations()).toEqual(['GetAnswer']);
    expect(answer).toMatchObject({
      id: 'encrypt',
      pillarId: 'security',
      risk: 'MEDIUM',
      notes: '  as people\twrote it ',
      guidance: [{ text: 'Improvement plan', url: 'https://docs.example/plan' }],
      practices: [
        { id: 'encrypt_a', state: 'selected', guidance: [{ text: 'AWS guidance' }] },
        { id: 'encrypt_b', state: 'notApplicable' },
      ],
    });
    expect(answer.practices).toHaveLength(2);
  });

  test('of a lens that is not known by its ARN has no guessed links', async () => {
    const { source } = open({ GetAnswer: [{ json: { Answer } }] });
    const answer = await source.answer(WORKLOAD_ARN, { alias: 'wellarchitected' }, 'encrypt');
    expect(answer.practices.flatMap(({ guidance }) => guidance)).toEqual([]);
  });

  test('drops an address that is none, and takes empty notes for none', async () => {
    const bare = { ...plain, ImprovementPlanUrl: 'javascript:alert(1)' };
    const { source } = open({ GetAnswer: [{ json: { Answer: bare } }] });
    const answer = await source.answer(WORKLOAD_ARN, NAME, 'encrypt');
    expect([answer.guidance, answer.notes]).toEqual([[], '']);
  });
});
