/** Settings of the site and of its linked workloads, in AWS's vocabulary where it has one. Pure. */
import type { ChoiceReason } from '../wellarchitected/model';

/**
 * Which questions get issues:
 * - `risks`: at HIGH or MEDIUM risk, with their open best practices;
 * - `answered`: answered and applicable, with their open best practices;
 * - `all`: unanswered ones too.
 */
export type Scope = 'risks' | 'answered' | 'all';

export const SCOPES = ['risks', 'answered', 'all'] as const satisfies readonly Scope[];

/** AWS's own vocabulary for a choice of questions (shape SelectedPillar). No question ids: all of the pillar. */
export interface SelectedPillar {
  readonly PillarId: string;
  readonly SelectedQuestionIds?: readonly string[];
}

/** A choice of lenses, pillars and questions; an absent part chooses everything. The parts are ANDed. */
export interface Selection {
  readonly lensAliases?: readonly string[];
  readonly selectedPillars?: readonly SelectedPillar[];
  readonly questionIds?: readonly string[];
}

/** MANUAL: nothing changes outside a run that a person starts. AUTO: nobody has to start one. */
export type IssueManagementType = 'AUTO' | 'MANUAL';

/** How a Sub-task was done: with this status, or with this resolution. */
export type DoneAs = { readonly statusId: string } | { readonly resolutionId: string };

/** What a done Sub-task says of its best practice. A resolution that is named here decides before a status. */
export interface ResolveSelects {
  /** The best practice is selected in AWS. */
  readonly implemented: readonly DoneAs[];
  /** It is marked not applicable, with AWS's reason. */
  readonly notApplicable: readonly (DoneAs & { readonly reason: ChoiceReason })[];
}

/** Settings that a link takes from the site where it has none of its own. */
interface Shared {
  readonly issueManagementType: IssueManagementType;
  readonly scope: Scope;
  /** What is covered; leaving it puts an issue out of scope and closes nothing. */
  readonly selection: Selection;
  /** Seconds that a question must have been quiet before automatic mode reconciles it. */
  readonly quietSeconds: number;
  /** Whether Task and Epic follow their children in Jira. Closing a parent never touches children. */
  readonly parentsFollow: boolean;
  /** Absent: what is done in Jira changes no answer in AWS. */
  readonly resolveSelects?: ResolveSelects;
}

export interface SiteSettings extends Shared {
  /** Whether project admins may connect AWS accounts of their own. */
  readonly projectConnections: boolean;
  /** Of workloads that inherit it. */
  readonly issueManagementStatus: 'ENABLED' | 'DISABLED';
}

export interface LinkSettings extends Partial<Shared> {
  /** INHERIT takes status and type from the site; ENABLED without a type is MANUAL. */
  readonly issueManagementStatus: 'ENABLED' | 'DISABLED' | 'INHERIT';
  /** Id of the status that a closed issue moves to; needed only where a workflow offers several done statuses. */
  readonly doneStatusId?: string;
  /** A person confirmed that automatic mode may work although AWS's own Jira connector does. */
  readonly besideAwsConnector?: boolean;
}

/** What holds for a linked workload: its own settings, and the site's where it has none. */
export interface EffectiveSettings extends Shared, Pick<LinkSettings, 'doneStatusId' | 'besideAwsConnector'> {
  readonly issueManagementStatus: 'ENABLED' | 'DISABLED';
}

export const DEFAULT_SITE_SETTINGS: SiteSettings = {
  projectConnections: true,
  issueManagementStatus: 'ENABLED',
  issueManagementType: 'MANUAL',
  scope: 'risks',
  selection: {},
  quietSeconds: 120,
  parentsFollow: false,
};

export const DEFAULT_LINK_SETTINGS: LinkSettings = { issueManagementStatus: 'INHERIT' };
