/**
 * Every action of the Well-Architected Tool that the app calls, as IAM spells it, by the statement of aws/role.yaml
 * that allows it. No other can be called, sessions and statements are made of these tables, and a test of a
 * connection tries each action in their order, by a request that changes nothing. The template itself is written
 * by hand and held against them.
 */
import {
  GetAnswerCommand,
  GetGlobalSettingsCommand,
  GetLensReviewCommand,
  GetWorkloadCommand,
  ListAnswersCommand,
  ListLensReviewImprovementsCommand,
  ListLensReviewsCommand,
  ListWorkloadsCommand,
  UpdateAnswerCommand,
  type WellArchitectedClient,
} from '@aws-sdk/client-wellarchitected';

interface Options {
  readonly abortSignal: AbortSignal;
}

/** What a test asks about, as far as it knows it by then. */
export interface ProbeParams {
  readonly WorkloadId: string;
  readonly LensAlias: string;
  readonly QuestionId: string;
  /** The id of no question. */
  readonly nowhere: string;
}

type AccountProbe = (client: WellArchitectedClient, options: Options) => Promise<unknown>;

type WorkloadProbe = (
  client: WellArchitectedClient,
  options: Options,
  place: ProbeParams,
) => Promise<unknown>;

/** No resource type: a policy grants them for `*` or not at all (Service Authorization Reference). */
export const ACCOUNT_PROBES = {
  'wellarchitected:ListWorkloads': (client, options) =>
    client.send(new ListWorkloadsCommand({ MaxResults: 50 }), options),
  'wellarchitected:GetGlobalSettings': (client, options) =>
    client.send(new GetGlobalSettingsCommand({}), options),
} as const satisfies Readonly<Record<string, AccountProbe>>;

/**
 * These and those that write name the workload as their resource (Service Authorization Reference). That AWS checks
 * the lens operations against the workload alone is documented but unverified (A8).
 */
const READ_PROBES = {
  'wellarchitected:GetWorkload': (client, options, { WorkloadId }) =>
    client.send(new GetWorkloadCommand({ WorkloadId }), options),
  'wellarchitected:ListLensReviews': (client, options, { WorkloadId }) =>
    client.send(new ListLensReviewsCommand({ WorkloadId, MaxResults: 1 }), options),
  'wellarchitected:GetLensReview': (client, options, { WorkloadId, LensAlias }) =>
    client.send(new GetLensReviewCommand({ WorkloadId, LensAlias }), options),
  'wellarchitected:ListAnswers': (client, options, { WorkloadId, LensAlias }) =>
    client.send(new ListAnswersCommand({ WorkloadId, LensAlias, MaxResults: 1 }), options),
  'wellarchitected:ListLensReviewImprovements': (client, options, { WorkloadId, LensAlias }) =>
    client.send(new ListLensReviewImprovementsCommand({ WorkloadId, LensAlias, MaxResults: 1 }), options),
} as const satisfies Readonly<Record<string, WorkloadProbe>>;

/** The right to write is proven without a write: the request names no question, and would change nothing if it did. */
const WRITE_PROBES = {
  'wellarchitected:GetAnswer': (client, options, { WorkloadId, LensAlias, QuestionId }) =>
    client.send(new GetAnswerCommand({ WorkloadId, LensAlias, QuestionId }), options),
  'wellarchitected:UpdateAnswer': (client, options, { WorkloadId, LensAlias, nowhere }) =>
    client.send(new UpdateAnswerCommand({ WorkloadId, LensAlias, QuestionId: nowhere }), options),
} as const satisfies Readonly<Record<string, WorkloadProbe>>;

/**
 * Of milestones, which a role that was made before they were used does not allow: a test of a connection does not ask for
 * them, and what needs them says which statement to add.
 */
export const READ_MILESTONES = ['wellarchitected:ListMilestones'] as const;
export const SAVE_MILESTONES = ['wellarchitected:CreateMilestone'] as const;

export const WORKLOAD_PROBES = { ...READ_PROBES, ...WRITE_PROBES };

export const ACCOUNT_ACTIONS = Object.keys(ACCOUNT_PROBES) as readonly (keyof typeof ACCOUNT_PROBES)[];
export const READ_ACTIONS = Object.keys(READ_PROBES) as readonly (keyof typeof READ_PROBES)[];
export const WRITE_ACTIONS = Object.keys(WRITE_PROBES) as readonly (keyof typeof WRITE_PROBES)[];

type Unprefixed<T> = T extends `wellarchitected:${infer Name}` ? Name : never;

/** As AWS names the operation: `ListAnswers`. */
export type ActionName = Unprefixed<
  | keyof typeof ACCOUNT_PROBES
  | keyof typeof WORKLOAD_PROBES
  | (typeof READ_MILESTONES)[number]
  | (typeof SAVE_MILESTONES)[number]
>;

/** The policy's name in aws/role.yaml; `undefined` for an action that the app does not use. */
export function policyOf(action: string): 'ReadReviews' | 'WriteAnswers' | undefined {
  const writes: readonly string[] = [...WRITE_ACTIONS, ...SAVE_MILESTONES];
  if (writes.includes(action)) return 'WriteAnswers';
  const reads: readonly string[] = [...ACCOUNT_ACTIONS, ...READ_ACTIONS, ...READ_MILESTONES];
  return reads.includes(action) ? 'ReadReviews' : undefined;
}
