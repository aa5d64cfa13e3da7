/** One REST operation of Jira: its place in the OpenAPI document, an example, and what it does. */
import type { Project } from './model/project';
import { mayInProject, maySeeIssue } from './access/access';
import type { Issue } from './model/issue';
import { findProject } from './projects';
import { refusal } from './refusal';
import type { Site } from './site';
import { referenced } from './tables';

/** What there is to ask about. A parameter of a path that is not named here is named by the example. */
export interface Sample {
  readonly projectIdOrKey: string;
  readonly projectId: string;
  /** Of the project; its issues need no more than a summary. */
  readonly issueTypeId: string;
  /** An issue that may be changed and deleted. */
  readonly issueIdOrKey: string;
  /** The issue has the property. */
  readonly propertyKey: string;
  /** The issue is where it starts. */
  readonly transitionId: string;
  /** A status. */
  readonly idOrName: string;
  readonly accountId: string;
}

export interface Example {
  /** What stands for the parameters of the path, beside the sample. */
  readonly path?: Readonly<Record<string, string>>;
  /** Without `?`. */
  readonly query?: string;
  readonly body?: unknown;
}

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path as the document writes it, `{issueIdOrKey}` for parameters. */
  readonly path: string;
  /** Whether the document says "This operation can be accessed anonymously". */
  readonly anonymous: boolean;
  /** Values of `expand` that Jira has for it and the local site does not. */
  readonly unservedExpand?: readonly string[];
  /** A request that succeeds: contract tests send it. */
  readonly example: (of: Sample) => Example;
  /** Synchronous, so that every request is atomic. @throws Refusal before anything is written */
  readonly handle: (call: Call) => Answer;
}

/** What an operation is called: `POST /rest/api/3/issue/bulk`. */
export function operationName({ method, path }: Operation): string {
  return `${method} ${path}`;
}

export interface Call {
  readonly site: Site;
  /** Who acts; none for anonymous callers. */
  readonly accountId: string | undefined;
  readonly pathname: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Parsed JSON; `undefined` for an empty body. */
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON; an empty body without. */
  readonly body?: unknown;
}

/** The account of a caller whom the router has let in to an operation that is not anonymous. */
export function accountIn(call: Call): string {
  if (call.accountId === undefined)
    throw refusal(401, 'Client must be authenticated to access this resource.');
  return call.accountId;
}

export function may(call: Call, permission: string, project: Project): boolean {
  return mayInProject(call.site.tables, call.accountId, permission, project);
}

/** The issue that the path names. @throws Refusal 404 if there is none or the caller may not see it */
export function issueInPath(call: Call): Issue {
  const issue = visibleIssue(call, call.path.issueIdOrKey ?? '');
  if (issue !== undefined) return issue;
  throw refusal(404, 'Issue does not exist or you do not have permission to see it.');
}

/** An issue that the caller may see, by id, key or former key. */
export function visibleIssue(call: Call, idOrKey: string): Issue | undefined {
  const issue = call.site.issues.find(idOrKey);
  if (issue === undefined) return undefined;
  return maySeeIssue(call.site.tables, call.accountId, issue) ? issue : undefined;
}

export function projectOf(call: Call, issue: Issue): Project {
  return referenced(call.site.tables.projects, issue.projectId);
}

/** A project that the caller may see, by id, key or former key: they browse or administer it. */
export function visibleProject(call: Call, idOrKey: string): Project | undefined {
  const project = findProject(call.site.tables, idOrKey);
  if (project === undefined) return undefined;
  const seen = may(call, 'BROWSE_PROJECTS', project) || may(call, 'ADMINISTER_PROJECTS', project);
  return seen ? project : undefined;
}

/** The project that the path names. @throws Refusal with the given status if the caller sees none */
export function projectInPath(call: Call, status: 400 | 404): Project {
  const idOrKey = call.path.projectIdOrKey ?? call.path.projectKeyOrId ?? '';
  const project = visibleProject(call, idOrKey);
  if (project === undefined) throw refusal(status, `No project could be found with key '${idOrKey}'.`);
  return project;
}
