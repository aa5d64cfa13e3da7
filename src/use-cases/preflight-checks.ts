/** What a project can take of a review, in words for its admins. Pure. */
import type { Preflight, PreflightCheck } from '../contract/preflight';
import { inWords } from '../in-words';
import { absentFieldsOf, prioritiesOf } from '../jira/client/create-meta';
import type { Examination, LevelScreen } from '../jira/client/examine-project';
import { LEVELS, type DoneStatuses } from '../jira/jira';
import type { Level, OptionalField } from '../jira/model';
import { priorityFor } from '../review-entries/priority';

export interface PreflightFacts {
  readonly examination: Examination;
  /** Absent where the project itself cannot be used. */
  readonly doneStatuses?: DoneStatuses | undefined;
  /** Names of linked workloads whose settings do not say which done status closes an issue. */
  readonly undecided: readonly string[];
}

type What = PreflightCheck['what'];

/** What becomes an issue of each level. */
const BECOMES: Readonly<Record<Level, string>> = {
  epic: 'A workload becomes an issue of the type',
  task: 'A question becomes an issue of the type',
  subtask: 'A best practice becomes an issue of the type',
};

const WITHOUT: Readonly<Record<OptionalField, string>> = {
  description: 'says nothing but its title, with no link to AWS and no guidance',
  labels: 'carries no labels, so boards cannot filter by pillar',
};

/**
 * Fails where a sync would be blocked, by the same problems: `examineProject` finds them for both. What is not
 * known because something before it fails is left out.
 */
export function preflightChecks({ examination, doneStatuses, undecided }: PreflightFacts): Preflight {
  const { project, problems, screens } = examination;
  const failed = problems.map(({ what, reason }) => check(what, 'failed', inWords(reason)));
  if (project === undefined || screens.length === 0) return { checks: failed };
  const isFine = (what: What) => problems.every((problem) => problem.what !== what);
  return {
    checks: [
      check('project', 'ok', `Project ${project.key} is a Jira software project in use.`),
      check('permissions', 'ok', 'The app has every permission in the project that it needs.'),
      ...failed,
      ...screens
        .filter(({ level }) => isFine(level))
        .map(({ level, type }) => check(level, 'ok', `${BECOMES[level]} "${type.name}".`)),
      ...(isFine('required-fields')
        ? [check('required-fields', 'ok', 'No field is required that the app does not fill.')]
        : []),
      ...fieldChecks('description', screens),
      ...fieldChecks('labels', screens),
      ...screens.flatMap(priorityCheck),
      ...(doneStatuses ? doneChecks(doneStatuses, screens, undecided) : []),
    ],
  };
}

function fieldChecks(field: OptionalField, screens: readonly LevelScreen[]): readonly PreflightCheck[] {
  const without = screens.filter(({ fields }) => absentFieldsOf(fields).includes(field));
  if (without.length === 0)
    return [check(field, 'ok', `Every create screen has the field ${nameOf(field)}.`)];
  return without.map(({ type }) =>
    check(
      field,
      'warning',
      `The field ${nameOf(field)} is not on the create screen of the issue type "${type.name}": such an issue ${WITHOUT[field]}. Add it there.`,
    ),
  );
}

/** An Epic has no question and so no risk. */
function priorityCheck({ level, type, fields }: LevelScreen): readonly PreflightCheck[] {
  if (level === 'epic') return [];
  const priorities = prioritiesOf(fields);
  const high = priorityFor('HIGH', priorities);
  const medium = priorityFor('MEDIUM', priorities);
  if (high && medium) {
    const words = `"${type.name}" at HIGH risk gets the priority "${high.name}", at MEDIUM risk "${medium.name}".`;
    return [check('priority', 'ok', words)];
  }
  return [
    check(
      'priority',
      'warning',
      `The field Priority is not on the create screen of the issue type "${type.name}", or offers nothing: the risk shows in no priority. Add it there.`,
    ),
  ];
}

/** As a sync asks: where a level has several done statuses, the settings have to name one before it closes anything. */
function doneChecks(
  doneStatuses: DoneStatuses,
  screens: readonly LevelScreen[],
  undecided: readonly string[],
): readonly PreflightCheck[] {
  return LEVELS.flatMap((level) => {
    const type = screens.find((screen) => screen.level === level)?.type;
    return type ? [doneCheck(type.name, doneStatuses[level], undecided)] : [];
  });
}

function doneCheck(
  type: string,
  statuses: DoneStatuses[Level],
  undecided: readonly string[],
): PreflightCheck {
  const offered = statuses.map(({ name, id }) => `${name} (${id})`).join(', ');
  const [only] = statuses;
  if (only === undefined) {
    const words = `The workflow of the issue type "${type}" has no status of the category Done: the app cannot close such an issue. Add one.`;
    return check('done-status', 'warning', words);
  }
  if (statuses.length === 1) {
    return check(
      'done-status',
      'ok',
      `An issue of the type "${type}" is closed with the status "${only.name}".`,
    );
  }
  if (undecided.length === 0) {
    const words = `The issue type "${type}" has several done statuses (${offered}), and the settings say which one closes an issue.`;
    return check('done-status', 'ok', words);
  }
  return check(
    'done-status',
    'warning',
    `The issue type "${type}" has several done statuses: ${offered}. A sync that closes one is blocked until the settings of ${undecided.join(', ')} say which one closes an issue (doneStatusId).`,
  );
}

function nameOf(field: OptionalField): string {
  return field === 'description' ? 'Description' : 'Labels';
}

function check(what: What, result: PreflightCheck['result'], message: string): PreflightCheck {
  return { what, result, message };
}
