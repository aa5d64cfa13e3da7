/** Settings of a linked workload. */

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

export interface LinkSettings {
  readonly scope: Scope;
  /** What the link covers; leaving it puts an issue out of scope and closes nothing. */
  readonly selection: Selection;
  /** Id of the status that a closed issue moves to; needed only where a workflow offers several done statuses. */
  readonly doneStatusId?: string;
}

export const DEFAULT_SETTINGS: LinkSettings = { scope: 'risks', selection: {} };
