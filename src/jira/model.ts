/** Jira as the app understands it: the issues that carry our property, and what a project offers. */

/** An ADF document; built by `adf/`, compared by `adf/fingerprint.ts`. */
export interface AdfDocument {
  readonly version: 1;
  readonly type: 'doc';
  readonly content: readonly AdfNode[];
}

export interface AdfNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AdfNode[];
  readonly marks?: readonly AdfMark[];
  readonly text?: string;
}

export interface AdfMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** Where an issue stands in the tree: Epic, Task or Sub-task, whatever the site calls them. */
export type Level = 'epic' | 'task' | 'subtask';

/** From the top. */
export const LEVELS = ['epic', 'task', 'subtask'] as const satisfies readonly Level[];

/**
 * What an issue *is*: the key of everything the app does with it. Titles never identify.
 * An Epic has neither lens nor question nor choice; a Task has no choice.
 */
export interface Identity {
  readonly workload: string;
  /** Lens ARN without its version. */
  readonly lens?: string;
  readonly question?: string;
  readonly choice?: string;
}

/** The value of the entity property `well-architected`: the identity, and beside it data for JQL. */
export interface OwnershipProperty extends Identity {
  readonly v: 1;
  readonly pillar?: string;
  readonly risk?: string;
  /** Hash of the title, description and labels that the app last wrote. */
  readonly hash: string;
}

/** Jira's status category: `new` (to do), `indeterminate` (in progress), `done`. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface SubtaskRef {
  readonly id: string;
  readonly done: boolean;
}

/** What a status or a resolution is called now, and the id that stays. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who made an issue. Jira sets it, and nobody can change it afterwards. */
export interface Creator {
  readonly accountId: string;
  /** For people to read. */
  readonly name: string;
  readonly isApp: boolean;
}

/**
 * An issue that carries our property, as Jira has it now. Whoever cannot know whose items the property names
 * takes it as any `Property`.
 */
export interface OurIssue<Property = OwnershipProperty> {
  readonly id: string;
  readonly key: string;
  /** Names the project wherever something is stored or compared: keys can be renamed and taken over. */
  readonly projectId: string;
  /** For people to read. */
  readonly projectKey: string;
  readonly level: Level;
  readonly issueType: Named;
  readonly summary: string;
  readonly description: AdfDocument | undefined;
  readonly labels: readonly string[];
  readonly status: Named & { readonly category: StatusCategory };
  /**
   * When the status's category last changed (`statuscategorychangedate`), as Jira writes it:
   * `2026-01-31T09:30:00.000+0000`, in the time zone of whoever reads. A move within a category leaves it.
   */
  readonly statusChangedAt: string | undefined;
  /** Why the issue is closed, where that is set; no part of the status: a done issue may have none. */
  readonly resolution: Named | undefined;
  readonly parentId: string | undefined;
  /** Every Sub-task in Jira, also those that are not ours. */
  readonly subtasks: readonly SubtaskRef[];
  /** Absent where Jira knows none any more: after an import, or when an account was erased. */
  readonly creator: Creator | undefined;
  readonly property: Property;
}

/** An issue that was asked for by id or key: whether it carries our property, and whose it is, remains to be seen. */
export type AnyIssue = OurIssue<OwnershipProperty | undefined>;

/** Issues of a project that say they belong to a workload's review; what they say proves nothing. */
export interface Claims {
  readonly workloadArn: string;
  readonly projectId: string;
  /** Account ids, at least one. */
  readonly creators: readonly string[];
}

/** Of such an issue, what the index shows. */
export interface Claim {
  readonly id: string;
  readonly key: string;
  readonly summary: string;
  readonly creator: Creator | undefined;
}

/** What an update changes of an issue; what is not named stays as it is. */
export interface IssuePatch<Property = OwnershipProperty> {
  readonly summary?: string;
  readonly description?: AdfDocument;
  readonly addLabels?: readonly string[];
  readonly removeLabels?: readonly string[];
  /** The issue that it is put below. */
  readonly parentId?: string;
  readonly property?: Property;
}

/** By level the id of the issue type that a link's settings name; elsewhere the app finds Jira's own. */
export type ChosenTypes = Readonly<Partial<Record<Level, string>>>;

/** What settings give a field: a text, a number, or ids of what is chosen. */
export type FieldContent = string | number | readonly string[];

/** For new issues of one type, in a field that the app does not fill itself. */
export interface FieldValue {
  readonly issueTypeId: string;
  readonly fieldId: string;
  readonly value: FieldContent;
}

/**
 * What a field takes: one line, several, an http(s) address; a number; a day `2026-01-31`, a time with its zone; the
 * id of an option, ids of several, of an option and its own; labels; an account id, several; the id of a team.
 */
export type FieldKind =
  | 'text'
  | 'paragraph'
  | 'url'
  | 'number'
  | 'date'
  | 'datetime'
  | 'choice'
  | 'choices'
  | 'cascading'
  | 'labels'
  | 'user'
  | 'users'
  | 'team';

/** Something that a field offers. */
export interface FieldOption {
  readonly id: string;
  readonly name: string;
  /** Of a cascading list. */
  readonly children?: readonly FieldOption[];
}

/** How settings say that issues are made. */
export interface MakeSettings {
  readonly issueTypes?: ChosenTypes;
  readonly fieldValues?: readonly FieldValue[];
  /** The project is not the one that the settings are of: what it does not offer is for the app to find. */
  readonly elsewhere?: boolean;
}

/** A project as it is called now. */
export interface ProjectRef {
  readonly id: string;
  readonly key: string;
  /** Read-only and hidden from most people until somebody restores it. */
  readonly archived: boolean;
}

/** What people left on an issue that the app made; `unknown`: Jira does not say whether they did. */
export const TRACES = [
  'creator',
  'comment',
  'worklog',
  'attachment',
  'link',
  'subtask',
  'edit',
  'unknown',
] as const;
export type Trace = (typeof TRACES)[number];

/** What decides about issues that stand in a project. */
export interface Place {
  readonly isTeamManaged: boolean;
  readonly mayEdit: boolean;
}

/** What a project offers the app, found by hierarchy level and by id, never by name. */
export interface ProjectProfile {
  readonly id: string;
  readonly key: string;
  readonly issueTypes: Readonly<Record<Level, string>>;
  /** The project's priorities, highest first; `undefined` where the field is not on the create screen. */
  readonly priorities: Readonly<Record<Level, readonly Priority[] | undefined>>;
  /** What settings give to fields of the create screen, by field id, as a create takes it. */
  readonly fieldValues: Readonly<Record<Level, Readonly<Record<string, unknown>>>>;
  /** What the create screens do not offer: Jira refuses drafts that carry it, so drafts leave it out. */
  readonly absentFields: Readonly<Record<Level, readonly OptionalField[]>>;
}

/** Fields that a draft can do without. */
export type OptionalField = 'description' | 'labels';

export interface Priority {
  readonly id: string;
  readonly name: string;
}
