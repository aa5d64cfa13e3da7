/** What JQL sees of the site: one flat view of each issue, and the names that exist. */

/** An issue as the search index holds it. Names are as displayed, texts are plain, times are ms epoch. */
export interface JqlIssue {
  readonly id: string;
  readonly key: string;
  readonly projectKey: string;
  readonly projectId: string;
  readonly issueTypeName: string;
  readonly issueTypeId: string;
  /** Epic 1, Task 0, Sub-task -1. */
  readonly level: number;
  readonly statusName: string;
  /** The id of the status; without it `status = 10001` matches nothing here. */
  readonly statusId?: string;
  readonly statusCategory: StatusCategoryKey;
  readonly statusCategoryChanged: number;
  readonly labels: readonly string[];
  readonly summary: string;
  /** The description as plain text. */
  readonly text: string;
  readonly parentKey?: string | undefined;
  readonly parentId?: string | undefined;
  readonly priorityName?: string | undefined;
  readonly priorityId?: string | undefined;
  /** 0 is the most urgent. `ORDER BY priority DESC` starts with it, as in Jira. */
  readonly priorityRank?: number | undefined;
  /** Account ids. */
  readonly assignee?: string | undefined;
  readonly reporter?: string | undefined;
  readonly creator?: string | undefined;
  /** `2026-11-22`. */
  readonly dueDate?: string | undefined;
  readonly created: number;
  readonly updated: number;
  /** The resolution's name; absent while unresolved. */
  readonly resolution?: string | undefined;
  /** Entity properties by key, as stored. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export type StatusCategoryKey = 'new' | 'indeterminate' | 'done';

/** What a query is read against. */
export interface JqlContext {
  /** ms epoch; `now()` and relative dates count from it. */
  readonly now: number;
  /** Absent for anonymous callers: `currentUser()` is then nobody. */
  readonly accountId?: string | undefined;
  /** Paths of entity properties that an app or the site has indexed. Others cannot be searched. */
  readonly aliases: readonly PropertyAlias[];
  /** Those that the caller may see: others "do not exist", as in Jira. */
  readonly projects: readonly KnownName[];
  readonly issueTypes: readonly KnownName[];
  readonly statuses: readonly KnownName[];
  /** In the site's order, the most urgent first: `priority > Medium` means "more urgent". */
  readonly priorities: readonly KnownName[];
  /** Without it any name is taken for an existing one. */
  readonly resolutions?: readonly KnownName[];
  /** `id` is the account id, `key` the e-mail address. Without it any account id is taken for an existing one. */
  readonly users?: readonly KnownName[];
  /** Names of custom fields and `cf[id]`, by which nothing is searched here. */
  readonly customFields?: readonly string[];
  /**
   * Finds an issue that the caller may see, by id, key or former key. Without it any key is taken for an
   * existing one. Jira refuses `key = WA-999` and `parent = WA-999` where there is no such issue.
   */
  readonly findIssue?: (idOrKey: string) => { readonly id: string; readonly key: string } | undefined;
}

/** Something that a query may name by name, by id or (projects) by key, in any case. */
export interface KnownName {
  readonly id: string;
  readonly name: string;
  readonly key?: string;
}

export type PropertyType = 'number' | 'string' | 'text' | 'user' | 'date';

/** One `values` entry of a `jira:entityProperty` module. */
export interface PropertyAlias {
  readonly propertyKey: string;
  /** Dots separate the names. */
  readonly path: string;
  readonly type: PropertyType;
  readonly alias?: string;
}

/** `bounded`: the query restricts the result at all; POST /search/jql refuses one that does not. */
export type CompiledJql =
  | {
      readonly ok: true;
      readonly matches: (issue: JqlIssue) => boolean;
      readonly compare: (a: JqlIssue, b: JqlIssue) => number;
      readonly bounded: boolean;
    }
  /** `unserved`: a part of the query that Jira would take and the local site does not. */
  | { readonly ok: false; readonly errors: string[]; readonly unserved?: string };
