import type { Claims } from '../model';
import { PROPERTY_KEY } from '../ownership';

/** Our issues of any workload. That JQL takes `is not EMPTY` on a property is unverified (J4). */
const OURS = `issue.property[${PROPERTY_KEY}].workload is not EMPTY`;

/**
 * A JQL string: quoted, and every code unit but printable ASCII written as an escape of JQL's grammar, so that
 * no value can leave its quotes or break the query.
 */
export function jqlString(value: string): string {
  const escaped = value.replace(/["\\]/g, (character) => `\\${character}`);
  return `"${escaped.replace(/[^\x20-\x7e]/g, unicodeEscape)}"`;
}

/**
 * An id of Jira's as a number: as a quoted string it would first be taken for a key or a name, and anybody who may
 * make a project can name it as another's id.
 */
function jqlId(id: string): string {
  return /^[0-9]{1,20}$/.test(id) ? id : jqlString(id);
}

/**
 * Issues of a project that say they belong to a workload, by the indexed property. The long form, not the alias
 * `waWorkload` of manifest.yml: an alias is ambiguous where two apps on a site declare it, for example this app
 * twice.
 */
export function allClaims({ workloadArn, projectId }: Omit<Claims, 'creators'>): string {
  const workload = `issue.property[${PROPERTY_KEY}].workload = ${jqlString(workloadArn)}`;
  return `project = ${jqlId(projectId)} AND ${workload}`;
}

/** Issues that one search leaves out: JQL takes 1,000 values of a function, and of a list no fewer (unverified, J7). */
export const MOST_LEFT_OUT = 1_000;

/** But for these. JQL refuses to name an issue that is not there for the app (unverified, J8). */
export function claimsBut(claims: Omit<Claims, 'creators'>, ids: readonly string[]): string {
  const others = ids.length === 0 ? '' : ` AND id not in (${ids.map(jqlId).join(', ')})`;
  return `${allClaims(claims)}${others}`;
}

/** Those that one of the creators made. */
export function claimsOf(claims: Claims): string {
  return `${allClaims(claims)} AND creator in (${accountsOf(claims)})`;
}

/** Those that none of the creators made, the newest first. JQL's `not in` leaves out what has no creator. */
export function claimsOfOthers(claims: Claims): string {
  const others = `(creator not in (${accountsOf(claims)}) OR creator is EMPTY)`;
  return `${allClaims(claims)} AND ${others} ORDER BY created DESC`;
}

function accountsOf({ creators }: Claims): string {
  return creators.map(jqlString).join(', ');
}

/**
 * Our issues of any workload in these projects that changed within the last minutes. Two dates, because whether a
 * change of a workflow or of a status's category by an administrator moves `updated` is unverified (J15). A period is
 * counted back from now by Jira, so no time zone matters.
 * https://support.atlassian.com/jira-software-cloud/docs/jql-fields/
 */
export function movedWithin(minutes: number, projectIds: readonly string[]): string {
  if (!(minutes > 0 && minutes < 1e9)) throw new RangeError(`${minutes} minutes`);
  const since = jqlString(`-${Math.ceil(minutes)}m`);
  const projects = projectIds.map(jqlId).join(', ');
  return `project in (${projects}) AND ${OURS} AND (updated >= ${since} OR statusCategoryChangedDate >= ${since})`;
}

/** Our issues of any workload in a project that have this issue type. */
export function oursOfType(projectId: string, typeId: string): string {
  return `project = ${jqlId(projectId)} AND ${OURS} AND issuetype = ${jqlId(typeId)}`;
}

/** So many ARNs make a link of less than 5,000 characters; servers commonly refuse one from 8,000 on. */
const MOST_NAMED = 40;

/** What of open Sub-tasks is looked for, and in which order; an empty or absent list leaves everything in. */
export interface Narrowing {
  readonly risks?: readonly string[];
  readonly pillars?: readonly string[];
  readonly lenses?: readonly string[];
  /** Account ids. */
  readonly assignees?: readonly string[];
  readonly unassigned?: boolean;
  readonly statuses?: readonly string[];
  readonly overdue?: boolean;
  readonly order?: { readonly by: 'status' | 'assignee' | 'due'; readonly isDescending: boolean };
}

/**
 * Our Sub-tasks of these workloads in a project that are not done, in the order of their keys where nothing else is
 * asked; without narrowing short enough for a link: where the workloads are too many to be named, those of any
 * workload. Of no workload: nothing, in JQL that is valid as well. `subtaskIssueTypes()` is unverified there (J6).
 */
export function openSubtasks(
  projectKey: string,
  workloadArns: readonly string[],
  narrowing: Narrowing = {},
): string {
  const arns = workloadArns.length === 0 ? ['none'] : workloadArns;
  const terms = [
    `project = ${jqlString(projectKey)}`,
    arns.length > MOST_NAMED
      ? OURS
      : `issue.property[${PROPERTY_KEY}].workload in (${arns.map(jqlString).join(', ')})`,
    'issuetype in subtaskIssueTypes()',
    'statusCategory != Done',
    ...termsOf(narrowing),
  ];
  return `${terms.join(' AND ')} ORDER BY ${orderOf(narrowing)}key ASC`;
}

function termsOf({ risks, pillars, lenses, statuses, overdue = false, ...whose }: Narrowing): string[] {
  const property = (name: string) => `issue.property[${PROPERTY_KEY}].${name}`;
  return [
    ...among(property('risk'), risks),
    ...among(property('pillar'), pillars),
    ...among(property('lens'), lenses),
    ...among('status', statuses),
    ...assigneeTerms(whose),
    ...(overdue ? ['duedate < startOfDay()'] : []),
  ];
}

function assigneeTerms({ assignees, unassigned = false }: Narrowing): string[] {
  const [named] = among('assignee', assignees);
  const nobody = 'assignee is EMPTY';
  if (named === undefined) return unassigned ? [nobody] : [];
  return [unassigned ? `(${named} OR ${nobody})` : named];
}

function among(field: string, values: readonly string[] = []): string[] {
  return values.length === 0 ? [] : [`${field} in (${values.map(jqlString).join(', ')})`];
}

const ORDERS = { status: 'status', assignee: 'assignee', due: 'duedate' } as const;

function orderOf({ order }: Narrowing): string {
  return order === undefined ? '' : `${ORDERS[order.by]} ${order.isDescending ? 'DESC' : 'ASC'}, `;
}

/** Every issue of a project, the one with the highest number first. */
export function newestFirst(projectKey: string): string {
  return `project = ${jqlString(projectKey)} ORDER BY key DESC`;
}

function unicodeEscape(codeUnit: string): string {
  return `\\u${codeUnit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
