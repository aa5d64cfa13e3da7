/** The smallest legal answers of AWS, to be changed by each test where it matters. */
import type { Recorded, Recording } from './recorded-aws';

export const WORKLOAD_ID = '0123456789abcdef0123456789abcdef';
export const WORKLOAD_ARN = `arn:aws:wellarchitected:eu-west-1:111122223333:workload/${WORKLOAD_ID}`;

/** Seconds, as REST-JSON writes times. */
export const UPDATED_AT = 1_767_225_600.25;

export const FRAMEWORK = {
  LensAlias: 'wellarchitected',
  LensArn: 'arn:aws:wellarchitected::aws:lens/wellarchitected',
  LensVersion: '2025-02-25',
  LensName: 'AWS Well-Architected Framework',
  UpdatedAt: UPDATED_AT,
  RiskCounts: { UNANSWERED: 1 },
};

export const SERVERLESS = {
  LensAlias: 'serverless',
  LensArn: 'arn:aws:wellarchitected::aws:lens/serverless',
  LensVersion: '2022-07-14',
  LensName: 'Serverless Lens',
};

export const CUSTOM_ARN =
  'arn:aws:wellarchitected:eu-west-1:111122223333:lens/fedcba9876543210fedcba9876543210';

export const CUSTOM = {
  LensAlias: CUSTOM_ARN,
  LensArn: `${CUSTOM_ARN}:1.0`,
  LensVersion: '1.0',
  LensName: 'A house lens',
};

export function answerOf(QuestionId: string, more: Record<string, unknown> = {}) {
  return {
    QuestionId,
    PillarId: 'security',
    QuestionTitle: `How do you ${QuestionId}?`,
    Choices: [{ ChoiceId: `${QuestionId}_a`, Title: 'Do it' }],
    SelectedChoices: [],
    ChoiceAnswerSummaries: [],
    IsApplicable: true,
    Risk: 'UNANSWERED',
    ...more,
  };
}

export const WORKLOAD = {
  WorkloadId: WORKLOAD_ID,
  WorkloadArn: WORKLOAD_ARN,
  WorkloadName: 'Shop',
  Owner: '111122223333',
  Environment: 'PRODUCTION',
  AwsRegions: ['eu-west-1'],
  AccountIds: ['111122223333'],
  ReviewOwner: 'the review owner',
  UpdatedAt: UPDATED_AT + 60,
};

export const GET_LENS_REVIEW: Recorded = {
  json: { LensReview: { PillarReviewSummaries: [{ PillarId: 'security', PillarName: 'Security' }] } },
};

/** A workload with the Framework lens and one open question; any operation can be replaced. */
export function reviewRecording(changes: Recording = {}): Recording {
  return {
    GetWorkload: [{ json: { Workload: WORKLOAD } }],
    ListLensReviews: [{ json: { LensReviewSummaries: [FRAMEWORK] } }],
    GetLensReview: [GET_LENS_REVIEW],
    ListAnswers: [{ json: { AnswerSummaries: [answerOf('encrypt')] } }],
    ...changes,
  };
}
