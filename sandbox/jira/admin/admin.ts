/** What people do to the site without the REST API, for tests. Every function commits. */
import type { Failures, FailureOrder } from '../failures';
import { deleteIssue } from '../issues/delete-issue';
import type { ProjectRole } from '../model/project';
import { PROJECT_ADMIN } from '../seed/users';
import type { Site } from '../site';
import { type ProjectOptions, createProject } from './create-project';
import { type CustomFieldSpec, createCustomField } from './custom-field-spec';
import { addComment, cloneIssue, issueByKey, moveIssue, setCreator, setSecurity, setSummary } from './issues';
import { archiveProject, deleteProject, renameProject, restoreProject } from './project-life';
import {
  addRequiredField,
  grantRole,
  removeIssueType,
  removeOption,
  offerField,
  requireField,
  revokeRole,
  setSecurityScheme,
  type LevelSpec,
  setWorkflow,
} from './projects';
import type { WorkflowSpec } from './workflow-spec';

export interface IssueRef {
  readonly id: string;
  readonly key: string;
}

/** Edits are the project admin's unless another account is named. */
export interface Admin {
  createProject(options: ProjectOptions): { id: string; key: string };
  /** Issues get keys with the new one; the old keys go on naming project and issues. */
  renameProject(projectKey: string, newKey: string): void;
  archiveProject(projectKey: string): void;
  restoreProject(projectKey: string): void;
  /** With its issues, for good; a new project can take its key. */
  deleteProject(projectKey: string): void;
  /** For all issue types of the project: with several done statuses, required fields, or no way to done. */
  setWorkflow(projectKey: string, workflow: WorkflowSpec): void;
  /** Answers the field's id. It is on no screen until a workflow's transition names it there. */
  createField(field: CustomFieldSpec): string;
  /** Answers the field's id. On the screens of all types of the project unless some are named by id. */
  addRequiredField(projectKey: string, field: CustomFieldSpec, issueTypeIds?: readonly string[]): string;
  /** A field that there is, such as `components`: required by all types of the project from then on. */
  requireField(projectKey: string, fieldId: string): void;
  /** The same, and nobody has to fill it. */
  offerField(projectKey: string, fieldId: string): void;
  /** Out of a custom field's list, by its value. */
  removeOption(fieldId: string, value: string): void;
  /** Out of the project's scheme; Jira moves issues of the type first, so there must be none. */
  removeIssueType(projectKey: string, name: string): void;
  grantRole(projectKey: string, role: ProjectRole, accountId: string): void;
  revokeRole(projectKey: string, role: ProjectRole, accountId: string): void;
  /** An issue security scheme; none takes it away. */
  setSecurityScheme(
    projectKey: string,
    scheme: { readonly name: string; readonly levels: readonly LevelSpec[] } | undefined,
  ): void;
  /** With its Sub-tasks; an Epic's children stay. */
  deleteIssue(idOrKey: string): void;
  /** From everybody but these accounts, the app included unless it is one; with its Sub-tasks. */
  hideIssue(idOrKey: string, visibleTo: readonly string[]): void;
  /** Takes the security level away again. */
  showIssue(idOrKey: string): void;
  /** To another project, Sub-tasks with it; the id stays, the key changes. */
  moveIssue(idOrKey: string, projectKey: string, accountId?: string): IssueRef;
  /** By the project's admin. */
  addComment(idOrKey: string, text: string): void;
  setSummary(idOrKey: string, summary: string, accountId?: string): void;
  /** As a re-installed app, a migration or an import leaves it: by another account, or by none that is known. */
  setCreator(idOrKey: string, accountId: string | undefined): void;
  /** With its entity properties, as Jira's Clone copies them. */
  cloneIssue(idOrKey: string, accountId?: string): IssueRef;
  /** Lets the next answers of an operation fail; with `apply` the request is performed and its answer lost. */
  failNext(failure: FailureOrder): void;
  /** How long from now on the search lags behind, in ms of the site's clock. */
  setIndexLag(ms: number): void;
}

export function createAdmin(site: Site, failures: Failures): Admin {
  function committed<A extends unknown[], R>(action: (site: Site, ...args: A) => R): (...args: A) => R {
    return (...args) => {
      const result = action(site, ...args);
      site.commit();
      return result;
    };
  }

  return {
    createProject: committed((_, options: ProjectOptions) => ref(createProject(site, options))),
    renameProject: committed(renameProject),
    archiveProject: committed(archiveProject),
    restoreProject: committed(restoreProject),
    deleteProject: committed((_, key: string) => deleteProject(site, key, PROJECT_ADMIN)),
    setWorkflow: committed((_, key: string, to: WorkflowSpec) => setWorkflow(site, key, to, PROJECT_ADMIN)),
    createField: committed((_, field: CustomFieldSpec) => createCustomField(site, field).id),
    addRequiredField: committed(addRequiredField),
    requireField: committed(requireField),
    offerField: committed(offerField),
    removeOption: committed(removeOption),
    removeIssueType: committed(removeIssueType),
    grantRole: committed(grantRole),
    revokeRole: committed(revokeRole),
    setSecurityScheme: committed(setSecurityScheme),
    deleteIssue: committed((_, idOrKey: string) =>
      deleteIssue(site, PROJECT_ADMIN, issueByKey(site, idOrKey)),
    ),
    hideIssue: committed(setSecurity),
    showIssue: committed((_, idOrKey: string) => setSecurity(site, idOrKey, undefined)),
    moveIssue: committed((_, idOrKey: string, key: string, accountId = PROJECT_ADMIN) =>
      ref(moveIssue(site, idOrKey, key, accountId)),
    ),
    addComment: committed((_, id: string, text: string) => addComment(site, id, text, PROJECT_ADMIN)),
    setSummary: committed((_, idOrKey: string, summary: string, accountId = PROJECT_ADMIN) =>
      setSummary(site, idOrKey, summary, accountId),
    ),
    setCreator: committed(setCreator),
    cloneIssue: committed((_, idOrKey: string, accountId = PROJECT_ADMIN) =>
      ref(cloneIssue(site, idOrKey, accountId)),
    ),
    failNext: (failure) => failures.order(failure),
    setIndexLag: (ms) => site.index.setLag(ms),
  };
}

function ref({ id, key }: IssueRef): IssueRef {
  return { id, key };
}
