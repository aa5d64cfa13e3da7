/** How the issues of a project move. Status and resolution are separate facts. */
export interface Workflow {
  readonly statusIds: readonly string[];
  readonly initialStatusId: string;
  readonly transitions: readonly Transition[];
  /**
   * Post functions of Jira's own workflows: entering a done status sets the resolution, leaving it clears
   * the resolution. Off where people set it on a screen.
   */
  readonly automaticResolution: boolean;
  /** Whether a screen takes `null` for the resolution; the document does not say, so by default none does. */
  readonly clearableResolution?: boolean;
}

export interface Transition {
  readonly id: string;
  readonly name: string;
  /** `any` is a global transition. */
  readonly from: readonly string[] | 'any';
  readonly to: string;
  /** Fields on the transition's screen; without any there is no screen. */
  readonly screenFields: readonly string[];
  /** Those of the screen that a validator requires. */
  readonly requiredFields: readonly string[];
  /** The "Sub-Task Blocking Condition": hidden while a Sub-task is open. */
  readonly blockedByOpenSubtasks: boolean;
  /** The condition "User Is In Any Users": accounts that may take it; absent: everybody who may transition. */
  readonly onlyFor?: readonly string[];
  /** The "Hide From User Condition": for automation alone. */
  readonly hiddenFromUsers?: boolean;
  /** A validator that holds for no issue, with what it says. */
  readonly refuses?: string;
}
