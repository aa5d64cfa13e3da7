/**
 * The members of AWS's answers that the app reads (service model 2020-03-31), as the SDK hands them over.
 * The model marks nothing as required; what the app cannot do without is required here.
 */
import { z } from 'zod';
import type { Risk, RiskCounts } from '../model';
import { safeLine, safeText } from './text';

const RISKS = ['UNANSWERED', 'HIGH', 'MEDIUM', 'NONE', 'NOT_APPLICABLE'] as const satisfies readonly Risk[];

export const risk = z.enum(RISKS);

/** Ids are taken as they are: they identify. */
const id = z.string().min(1);
const line = z.string().transform(safeLine);

/** A name or title; `undefined` where nothing of it can be shown. */
const title = line.nullish().transform((text) => (text === '' ? undefined : (text ?? undefined)));

function optional<T>(schema: z.ZodType<T>) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** A list that may be absent: nothing is missed where it is taken for empty. */
function list<T>(schema: z.ZodType<T>) {
  return z
    .array(schema)
    .nullish()
    .transform((items): readonly T[] => items ?? []);
}

/** Milliseconds since the epoch; 0 where AWS gives no time. */
const time = z
  .date()
  .nullish()
  .transform((date) => date?.getTime() ?? 0);

const lensStatus = z.enum(['CURRENT', 'NOT_CURRENT', 'DEPRECATED', 'DELETED', 'UNSHARED']);

const riskCounts = z.partialRecord(risk, z.number().int().nonnegative());

/** Risk counts with every risk present. */
export function fullCounts(counts: Partial<RiskCounts> | undefined): RiskCounts {
  return { UNANSWERED: 0, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0, ...counts };
}

export const workloadSummaries = z.object({
  WorkloadSummaries: z.array(
    z.object({
      WorkloadArn: id,
      WorkloadName: line,
      Owner: optional(id),
      UpdatedAt: time,
      RiskCounts: optional(riskCounts),
    }),
  ),
});

export const workloadAnswer = z.object({
  Workload: z.object({
    WorkloadArn: id,
    WorkloadName: line,
    Owner: optional(id),
    Environment: optional(z.enum(['PRODUCTION', 'PREPRODUCTION'])),
    AwsRegions: list(line),
    NonAwsRegions: list(line),
    AccountIds: list(line),
    ReviewOwner: title,
    UpdatedAt: time,
    RiskCounts: optional(riskCounts),
    JiraConfiguration: optional(
      z.object({ IssueManagementStatus: optional(z.enum(['ENABLED', 'DISABLED', 'INHERIT'])) }),
    ),
  }),
});
export type WireWorkload = z.infer<typeof workloadAnswer>['Workload'];

export const globalSettings = z.object({
  JiraConfiguration: optional(
    z.object({
      IntegrationStatus: optional(z.enum(['CONFIGURED', 'NOT_CONFIGURED'])),
      IssueManagementStatus: optional(z.enum(['ENABLED', 'DISABLED'])),
    }),
  ),
});

export const lensReviewSummaries = z.object({
  LensReviewSummaries: z.array(
    z.object({
      LensAlias: id,
      LensArn: id,
      LensVersion: optional(line),
      LensName: title,
      // Only shown: a state that AWS adds must not stop a sync.
      LensStatus: lensStatus.catch('CURRENT'),
      UpdatedAt: time,
      RiskCounts: optional(riskCounts),
    }),
  ),
});
export type WireLensSummary = z.infer<typeof lensReviewSummaries>['LensReviewSummaries'][number];

export const lensReviewAnswer = z.object({
  LensReview: z.object({
    PillarReviewSummaries: list(
      z.object({ PillarId: id, PillarName: title, RiskCounts: optional(riskCounts) }),
    ),
  }),
});
export type WirePillar = z.infer<typeof lensReviewAnswer>['LensReview']['PillarReviewSummaries'][number];

/** Texts of a custom lens: up to 2,048 characters, of several lines. */
const content = z.object({
  DisplayText: optional(z.string().transform(safeText)),
  Url: optional(z.string()),
});
export type WireContent = z.infer<typeof content>;

const choice = z.object({
  ChoiceId: id,
  Title: title,
  Description: optional(z.string().transform(safeText)),
  HelpfulResource: optional(content),
  ImprovementPlan: optional(content),
  AdditionalResources: list(z.object({ Content: list(content) })),
});
export type WireChoice = z.infer<typeof choice>;

const choiceAnswers = list(
  z.object({ ChoiceId: id, Status: optional(z.enum(['SELECTED', 'NOT_APPLICABLE', 'UNSELECTED'])) }),
);

/** What ListAnswers and GetAnswer both have. */
const answer = z.object({
  QuestionId: id,
  PillarId: id,
  QuestionTitle: title,
  Choices: z.array(choice),
  SelectedChoices: z.array(z.string()),
  IsApplicable: optional(z.boolean()),
  Risk: risk,
});

export const answerSummaries = z.object({
  AnswerSummaries: z.array(answer.extend({ ChoiceAnswerSummaries: choiceAnswers })),
});
export type WireAnswer = z.infer<typeof answerSummaries>['AnswerSummaries'][number];

/** The notes are as people wrote them, control characters and all. */
export const wholeAnswer = z.object({
  Answer: answer.extend({
    ChoiceAnswers: choiceAnswers,
    Notes: optional(z.string()),
    ImprovementPlanUrl: optional(z.string()),
  }),
});

export const improvementSummaries = z.object({
  ImprovementSummaries: list(z.object({ QuestionId: id, ImprovementPlanUrl: optional(z.string()) })),
});

export const milestoneSummaries = z.object({
  MilestoneSummaries: list(
    z.object({
      MilestoneNumber: z.int().positive(),
      MilestoneName: title,
      RecordedAt: time,
      WorkloadSummary: optional(z.object({ RiskCounts: optional(riskCounts) })),
    }),
  ),
});

export const milestoneMade = z.object({ MilestoneNumber: z.int().positive() });
