/** A workflow in an administrator's words: statuses by name. */
import type { Status, StatusCategory } from '../model/status';
import type { Transition, Workflow } from '../model/workflow';
import type { Site } from '../site';
import { nextId } from '../tables';

export interface WorkflowSpec {
  /** The first is where issues start. */
  readonly statuses: readonly { readonly name: string; readonly category: StatusCategory }[];
  readonly transitions: readonly TransitionSpec[];
  /** Whether done statuses set and others clear the resolution; on by default. */
  readonly automaticResolution?: boolean;
  /** Whether a screen that has the resolution can clear it; off by default. */
  readonly clearableResolution?: boolean;
}

export interface TransitionSpec {
  readonly name: string;
  /** Names of statuses, or `any` for a global transition. */
  readonly from: readonly string[] | 'any';
  readonly to: string;
  /** Fields on the transition's screen, by field id; `resolution` for example. */
  readonly screenFields?: readonly string[];
  /** Fields that the screen has and requires. */
  readonly requiredFields?: readonly string[];
  /** Only while every Sub-task is done. */
  readonly blockedByOpenSubtasks?: boolean;
  /** Only these accounts, by id; nobody for none. Others are told of it with `includeUnavailableTransitions` alone. */
  readonly onlyFor?: readonly string[];
  /** Only for automation: nobody is told of it, unless they ask for unavailable ones. */
  readonly hiddenFromUsers?: boolean;
  /** A validator refuses it with these words, for every issue. */
  readonly refuses?: string;
}

const SCRUM = [
  { name: 'To Do', category: 'new' },
  { name: 'In Progress', category: 'indeterminate' },
  { name: 'Done', category: 'done' },
] as const;

const KANBAN = [
  { name: 'Backlog', category: 'new' },
  { name: 'Selected for Development', category: 'new' },
  { name: 'In Progress', category: 'indeterminate' },
  { name: 'Done', category: 'done' },
] as const;

/** Jira's own workflows: every status leads to every other. */
export function defaultWorkflow(template: 'scrum' | 'kanban'): WorkflowSpec {
  const statuses = template === 'scrum' ? SCRUM : KANBAN;
  const transitions = statuses.map(({ name }) => ({ name, from: 'any' as const, to: name }));
  return { statuses, transitions };
}

/**
 * Builds the workflow and the statuses that it lacks: a team-managed project (`ownerId`) has its own,
 * company-managed projects share statuses of the same name.
 *
 * @throws Error for a transition that names a status which the workflow does not have
 */
export function buildWorkflow(site: Site, spec: WorkflowSpec, ownerId: string | undefined): Workflow {
  const statuses = spec.statuses.map(({ name, category }) => ensureStatus(site, name, category, ownerId));
  const idOf = (name: string): string => {
    const status = statuses.find((candidate) => candidate.name === name);
    if (status === undefined) throw new Error(`the workflow has no status '${name}'`);
    return status.id;
  };
  const [first] = statuses;
  if (first === undefined) throw new Error('a workflow needs a status');
  return {
    statusIds: statuses.map((status) => status.id),
    initialStatusId: first.id,
    transitions: spec.transitions.map((transition, index) => buildTransition(transition, index, idOf)),
    automaticResolution: spec.automaticResolution ?? true,
    clearableResolution: spec.clearableResolution ?? false,
  };
}

function ensureStatus(
  site: Site,
  name: string,
  category: StatusCategory,
  projectId: string | undefined,
): Status {
  const { statuses } = site.tables;
  const known = [...statuses.values()].find(
    (status) => status.name === name && status.category === category && status.projectId === projectId,
  );
  if (known !== undefined) return known;
  const scope = projectId === undefined ? {} : { projectId };
  const status: Status = { id: nextId(site.tables, 'status'), name, category, ...scope };
  statuses.set(status.id, status);
  return status;
}

/** Transition ids are 11, 21, 31 … as in Jira's own workflows. */
function buildTransition(spec: TransitionSpec, index: number, idOf: (name: string) => string): Transition {
  const { requiredFields = [], onlyFor, hiddenFromUsers, refuses } = spec;
  return {
    id: String(index * 10 + 11),
    name: spec.name,
    from: spec.from === 'any' ? 'any' : spec.from.map(idOf),
    to: idOf(spec.to),
    screenFields: [...new Set([...(spec.screenFields ?? []), ...requiredFields])],
    requiredFields,
    blockedByOpenSubtasks: spec.blockedByOpenSubtasks ?? false,
    ...(onlyFor ? { onlyFor } : {}),
    ...(hiddenFromUsers === undefined ? {} : { hiddenFromUsers }),
    ...(refuses === undefined ? {} : { refuses }),
  };
}
