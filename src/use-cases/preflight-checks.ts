/** What a project can take of a review. Pure. */
import type { PreflightCheck } from '../contract/preflight';
import { absentFieldsOf, prioritiesOf } from '../jira/client/create-meta';
import type { Examination, LevelScreen } from '../jira/client/examine-project';
import type { IssueSecurity } from '../jira/client/issue-security';
import type { DoneStatuses, DoneStatusesOfType } from '../jira/jira';
import type { OptionalField } from '../jira/model';
import type { Way } from '../jira/ways';
import type { Reason } from '../reason';
import { priorityFor } from '../review-entries/priority';
import { because as ofJira } from '../jira/reasons';
import { because } from './preflight-reasons';
import { wayChecks } from './way-checks';

export interface PreflightFacts {
  readonly examination: Examination;
  /** Absent where the project itself cannot be used. */
  readonly doneStatuses?: DoneStatuses | undefined;
  /** Ids of other issue types, with several done statuses, which issues have that are there. */
  readonly earlierTypes?: ReadonlySet<string>;
  /** Linked workloads whose settings do not say which done status closes an issue; or the one to come. */
  readonly undecided: Undecided;
  readonly ways?: readonly Way[];
  /** Absent without a scheme, or where Jira does not show it. */
  readonly security?: IssueSecurity | undefined;
  /** Stored records without which a linked workload does not sync. */
  readonly unusable?: readonly Reason[];
}

export type Undecided = readonly string[] | Reason;

type What = PreflightCheck['what'];

/**
 * Fails where a sync would be blocked, by the same problems: `examineProject` finds them for both. What is not
 * known because something before it fails is left out.
 */
export function preflightChecks({
  examination,
  doneStatuses,
  earlierTypes = new Set(),
  undecided,
  ways = [],
  security,
  unusable = [],
}: PreflightFacts): readonly PreflightCheck[] {
  const { project, problems, screens } = examination;
  const failed = [
    ...problems.map(({ what, reason }) => check(what, 'failed', reason)),
    ...unusable.map((reason) => check('stored-records', 'failed', reason)),
  ];
  if (project === undefined || screens.length === 0) return failed;
  const isFine = (what: What) => problems.every((problem) => problem.what !== what);
  return [
    check('project', 'ok', because('project-fits', { project: project.key })),
    check('permissions', 'ok', because('permissions-there')),
    ...failed,
    ...screens
      .filter(({ level }) => isFine(level))
      .map(({ level, type }) => check(level, 'ok', because('level-has-type', { level, type: type.name }))),
    ...(isFine('required-fields')
      ? [check('required-fields', 'ok', because('no-other-field-required'))]
      : []),
    ...screens.flatMap(offScreenChecks),
    ...fieldChecks('description', screens),
    ...fieldChecks('labels', screens),
    ...screens.flatMap(priorityCheck),
    ...(doneStatuses
      ? doneChecks(doneStatuses, [...screens.map(({ type }) => type.id), ...earlierTypes], undecided)
      : []),
    ...wayChecks(screens, ways),
    ...(security ? [securityCheck(security)] : []),
  ];
}

function securityCheck(security: IssueSecurity): PreflightCheck {
  const { scheme } = security;
  if (security.kind === 'unknown') {
    return check('issue-security', 'warning', because('security-unknown', { scheme }));
  }
  const { hidden: levels, hidesNew } = security;
  if (levels.length === 0) return check('issue-security', 'ok', because('security-open', { scheme }));
  const code = hidesNew ? 'security-hides-new' : 'security-hides';
  return check('issue-security', 'warning', because(code, { scheme, levels }));
}

/** Values of the settings that have no place. */
function offScreenChecks({ type, given }: LevelScreen): readonly PreflightCheck[] {
  return given.offScreen.map((id) =>
    check('required-fields', 'warning', ofJira('field-off-screen', { id, type: type.name })),
  );
}

function fieldChecks(field: OptionalField, screens: readonly LevelScreen[]): readonly PreflightCheck[] {
  const without = screens.filter(({ fields }) => absentFieldsOf(fields).includes(field));
  if (without.length === 0) return [check(field, 'ok', because('field-on-every-screen', { field }))];
  return without.map(({ type }) =>
    check(field, 'warning', because('field-missing', { field, type: type.name })),
  );
}

/** An Epic has no question and so no risk. */
function priorityCheck({ level, type, fields }: LevelScreen): readonly PreflightCheck[] {
  if (level === 'epic') return [];
  const priorities = prioritiesOf(fields);
  const high = priorityFor('HIGH', priorities);
  const medium = priorityFor('MEDIUM', priorities);
  if (high && medium) {
    const found = { type: type.name, high: high.name, medium: medium.name };
    return [check('priority', 'ok', because('priorities-there', found))];
  }
  return [check('priority', 'warning', because('no-priorities', { type: type.name }))];
}

/** As a sync asks: where a type has several done statuses, the settings have to name one before it closes anything. */
function doneChecks(
  doneStatuses: DoneStatuses,
  typeIds: readonly string[],
  undecided: Undecided,
): readonly PreflightCheck[] {
  return typeIds.flatMap((id) => {
    const type = doneStatuses.get(id);
    return type ? [doneCheck(type, undecided)] : [];
  });
}

function doneCheck({ name: type, statuses }: DoneStatusesOfType, undecided: Undecided): PreflightCheck {
  const offered = statuses.map(({ name, id }) => `${name} (${id})`);
  const [only] = statuses;
  if (only === undefined) {
    return check('done-status', 'warning', because('no-done-status', { type }));
  }
  if (statuses.length === 1) {
    return check('done-status', 'ok', because('one-done-status', { type, status: only.name }));
  }
  if ('length' in undecided && undecided.length === 0) {
    return check('done-status', 'ok', because('done-status-chosen', { type, offered }));
  }
  return check('done-status', 'warning', because('done-status-not-chosen', { type, offered, undecided }));
}

function check(what: What, result: PreflightCheck['result'], reason: Reason): PreflightCheck {
  return { what, result, reason };
}
