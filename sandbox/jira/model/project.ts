import type { Workflow } from './workflow';

export interface Project {
  readonly id: string;
  readonly key: string;
  /** Keys from before renames: they still name the project, and no other can have them. */
  readonly formerKeys?: readonly string[];
  readonly name: string;
  /** `classic` is company-managed, `next-gen` team-managed. */
  readonly style: 'classic' | 'next-gen';
  readonly template: 'scrum' | 'kanban';
  readonly uuid: string;
  readonly archived: boolean;
  readonly leadAccountId: string;
  readonly issueTypeIds: readonly string[];
  readonly workflow: Workflow;
  /** Fields of the create and edit screens, by issue type id. */
  readonly screens: Readonly<Record<string, readonly ScreenField[]>>;
  readonly components?: readonly NamedThing[];
  readonly versions?: readonly NamedThing[];
  /** The project's priority scheme, highest first. */
  readonly priorityIds: readonly string[];
  readonly defaultPriorityId: string;
  readonly roles: Readonly<Record<ProjectRole, readonly string[]>>;
  readonly securityScheme?: SecurityScheme | undefined;
}

/** Which levels of security its issues can have. */
export interface SecurityScheme {
  readonly id: string;
  readonly name: string;
  /** What new issues get. */
  readonly defaultLevelId?: string | undefined;
  readonly levels: readonly SecurityLevel[];
}

export interface SecurityLevel extends NamedThing {
  /** The accounts that see issues of this level, and nobody else. */
  readonly accounts: readonly string[];
}

export interface NamedThing {
  readonly id: string;
  readonly name: string;
}

export interface ScreenField {
  readonly fieldId: string;
  readonly required: boolean;
}

/** `apps` is Jira's role atlassian-addons-project-access. */
export type ProjectRole = 'administrators' | 'members' | 'viewers' | 'apps';
