/** A Well-Architected review as the app understands it: parsed, complete, without AWS's wire forms. */

/** Risk of a question, as the Well-Architected Tool states it (API 2020-03-31, shape Risk). */
export type Risk = 'UNANSWERED' | 'HIGH' | 'MEDIUM' | 'NONE' | 'NOT_APPLICABLE';

export type RiskCounts = Readonly<Record<Risk, number>>;

export interface GuidanceLink {
  readonly text: string;
  readonly url: string;
}

/** AWS's own connector for Jira, as the settings of an account and Region have it. */
export type AccountConnector = 'ENABLED' | 'DISABLED';

export interface Workload {
  readonly arn: string;
  /** 32 hexadecimal digits. */
  readonly id: string;
  readonly name: string;
  /** The Region that holds the review, not the Regions the workload runs in. */
  readonly region: string;
  /** The AWS account that owns the workload. */
  readonly owner: string;
  readonly environment: 'PRODUCTION' | 'PREPRODUCTION' | undefined;
  readonly awsRegions: readonly string[];
  readonly nonAwsRegions: readonly string[];
  readonly accountIds: readonly string[];
  readonly reviewOwner: string | undefined;
  /** Milliseconds since the epoch; 0 where AWS does not say. That every answer moves it is unverified (A1). */
  readonly updatedAt: number;
  /** When AWS answered, by its own clock in whole seconds, in milliseconds since the epoch; absent where it gave no time. */
  readonly readAt?: number | undefined;
  /** Of all its lenses; `undefined` where AWS does not say. */
  readonly riskCounts: RiskCounts | undefined;
  /** AWS's own connector for Jira, as the workload has it; `undefined` where AWS says nothing of it. */
  readonly awsConnector: AccountConnector | 'INHERIT' | undefined;
}

/**
 * - `open`: offered by the lens and not selected.
 * - `selected`: people say it is in place.
 * - `notApplicable`: the choice was answered NOT_APPLICABLE.
 */
export type PracticeState = 'open' | 'selected' | 'notApplicable';

/** A best practice: one choice of a question, never its "None of these" choice. */
export interface BestPractice {
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly state: PracticeState;
  /** Guidance: AWS's page for the framework, the lens's own resources for a custom lens. */
  readonly guidance: readonly GuidanceLink[];
}

export interface Question {
  readonly id: string;
  readonly title: string;
  readonly risk: Risk;
  readonly applicable: boolean;
  readonly guidance: readonly GuidanceLink[];
  readonly practices: readonly BestPractice[];
}

export interface Pillar {
  readonly id: string;
  readonly name: string;
  readonly riskCounts: RiskCounts;
  readonly questions: readonly Question[];
}

/** AWS's states of an applied lens (shape LensStatus). */
export type LensStatus = 'CURRENT' | 'NOT_CURRENT' | 'DEPRECATED' | 'DELETED' | 'UNSHARED';

export interface LensReview {
  /** Lens ARN without its version: what stays the same when AWS publishes a new one. */
  readonly identity: string;
  readonly alias: string;
  readonly version: string;
  readonly name: string;
  /** Absent where one question of the lens was read. */
  readonly status?: LensStatus;
  /** As `Workload.updatedAt`, of this lens's answers. */
  readonly updatedAt: number;
  readonly riskCounts: RiskCounts;
  readonly pillars: readonly Pillar[];
}

/** A workload with every lens that is applied to it; always whole, never a part of a failed read. */
export interface Review {
  readonly workload: Workload;
  readonly lenses: readonly LensReview[];
}

/** Why a choice does not apply: AWS's own words (shape ChoiceReason, but for its NONE). */
export const CHOICE_REASONS = [
  'OUT_OF_SCOPE',
  'BUSINESS_PRIORITIES',
  'ARCHITECTURE_CONSTRAINTS',
  'OTHER',
] as const;

export type ChoiceReason = (typeof CHOICE_REASONS)[number];

/** What a choice of an answer becomes; without notes those of the choice are not named. */
export type ChoiceUpdate = (
  | { readonly status: 'SELECTED' | 'UNSELECTED' }
  | { readonly status: 'NOT_APPLICABLE'; readonly reason: ChoiceReason | 'NONE' }
) & {
  /** The whole new ones, at most 250 characters; empty for none. */
  readonly notes?: string;
};
