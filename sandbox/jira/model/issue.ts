/** A document in the Atlassian Document Format, as Jira stores it. */
export type AdfDocument = Readonly<Record<string, unknown>>;

export interface Comment {
  readonly author: string;
  readonly text: string;
}

/** Times are ms epoch. Records are never changed in place: the search index keeps old ones. */
export interface Issue {
  readonly id: string;
  readonly key: string;
  /** Keys from before moves and renames of the project; they still resolve. */
  readonly formerKeys: readonly string[];
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly statusId: string;
  readonly statusCategoryChanged: number;
  readonly parentId?: string | undefined;
  readonly summary: string;
  readonly description?: AdfDocument | undefined;
  /** Sorted, without doubles. */
  readonly labels: readonly string[];
  readonly priorityId?: string | undefined;
  readonly assignee?: string | undefined;
  readonly reporter: string;
  /** Absent where an import left none. */
  readonly creator?: string | undefined;
  readonly resolutionId?: string | undefined;
  readonly resolved?: number | undefined;
  /** YYYY-MM-DD. */
  readonly dueDate?: string | undefined;
  readonly created: number;
  readonly updated: number;
  /** Values of custom fields by field id, as they are read back. */
  readonly custom: Readonly<Record<string, unknown>>;
  /**
   * A security level: the accounts that may see the issue, its Sub-tasks included. Without one, everybody may
   * who may browse the project.
   */
  readonly visibleTo?: readonly string[] | undefined;
  /** What people said below it, oldest first. */
  readonly comments?: readonly Comment[] | undefined;
  /** Entity properties by key. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What a person or an app may set. */
export type IssuePatch = Partial<
  Pick<
    Issue,
    | 'issueTypeId'
    | 'parentId'
    | 'summary'
    | 'description'
    | 'labels'
    | 'priorityId'
    | 'assignee'
    | 'reporter'
    | 'resolutionId'
    | 'dueDate'
    | 'custom'
  >
>;
