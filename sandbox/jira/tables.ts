/** Everything that Jira remembers, by table. */
import type { Store, Table } from '../store/store';
import type { CustomField } from './model/custom-field';
import type { History } from './model/history';
import type { Issue } from './model/issue';
import type { IssueType } from './model/issue-type';
import type { Priority, Resolution } from './model/priority';
import type { Project } from './model/project';
import type { Status } from './model/status';
import type { User } from './model/user';

export interface Tables {
  readonly users: Table<User>;
  readonly projects: Table<Project>;
  readonly issueTypes: Table<IssueType>;
  readonly statuses: Table<Status>;
  /** In rank order, most urgent first. */
  readonly priorities: Table<Priority>;
  readonly resolutions: Table<Resolution>;
  readonly customFields: Table<CustomField>;
  readonly issues: Table<Issue>;
  /** By issue id, oldest first. */
  readonly histories: Table<readonly History[]>;
  readonly counters: Table<number>;
}

export function openTables(store: Store): Tables {
  return {
    users: store.table('jira.users'),
    projects: store.table('jira.projects'),
    issueTypes: store.table('jira.issue-types'),
    statuses: store.table('jira.statuses'),
    priorities: store.table('jira.priorities'),
    resolutions: store.table('jira.resolutions'),
    customFields: store.table('jira.custom-fields'),
    issues: store.table('jira.issues'),
    histories: store.table('jira.histories'),
    counters: store.table('jira.counters'),
  };
}

/** The next number of a series; numbers are never given twice, also after a deletion. */
export function nextNumber(tables: Tables, series: string, first: number): number {
  const number = (tables.counters.get(series) ?? first - 1) + 1;
  tables.counters.set(series, number);
  return number;
}

/** The next id of a kind of thing. Jira's own ids start at 10000. */
export function nextId(tables: Tables, kind: string): string {
  return String(nextNumber(tables, kind, 10_000));
}

/** The row of an id that another row refers to. @throws Error if the reference dangles, which is a bug. */
export function referenced<T>(table: Table<T>, id: string): T {
  const row = table.get(id);
  if (row === undefined) throw new Error(`the stand-in refers to a missing row ${id}`);
  return row;
}
