/**
 * The issues of a site, in memory: what people and the app do to them has the effects that Jira documents
 * (a deleted parent takes its Sub-tasks along, a clone carries the property, a key changes in a move and
 * the id does not). Holds no opinion on who may do what.
 */
import type { IssuePatch } from '../../src/jira/jira';
import type {
  AdfDocument,
  AnyIssue,
  Level,
  OurIssue,
  OwnershipProperty,
  ProjectRef,
  StatusCategory,
} from '../../src/jira/model';
import { hasProperty } from '../../src/jira/ownership';

export interface StoredIssue {
  readonly id: string;
  readonly key: string;
  readonly projectKey: string;
  readonly level: Level;
  readonly summary: string;
  readonly description: AdfDocument | undefined;
  readonly labels: readonly string[];
  readonly status: OurIssue['status'];
  readonly statusChangedAt: string;
  readonly resolution: OurIssue['resolution'];
  readonly parentId: string | undefined;
  readonly creator: OurIssue['creator'];
  /** Absent for issues that are not ours. */
  readonly property: OwnershipProperty | undefined;
}

export type NewIssue = Pick<StoredIssue, 'projectKey' | 'level' | 'summary'> &
  Partial<Pick<StoredIssue, 'description' | 'labels' | 'parentId' | 'property' | 'creator'>>;

/** The app's own account, and others. */
export const CREATORS = {
  app: { accountId: 'app', name: 'The app', isApp: true },
  earlier: { accountId: 'earlier', name: 'The app before', isApp: true },
  person: { accountId: 'person', name: 'A person', isApp: false },
} as const satisfies Readonly<Record<string, OurIssue['creator']>>;

export const STATUSES: Readonly<Record<StatusCategory, OurIssue['status']>> = {
  new: { id: '1', name: 'To do', category: 'new' },
  indeterminate: { id: '2', name: 'In progress', category: 'indeterminate' },
  done: { id: '3', name: 'Done', category: 'done' },
};

/** What a site offers where its workflows set a resolution. */
export const RESOLUTIONS = {
  done: { id: '10000', name: 'Done' },
  wontDo: { id: '10001', name: "Won't Do" },
  duplicate: { id: '10002', name: 'Duplicate' },
} as const satisfies Readonly<Record<string, OurIssue['resolution']>>;

/** The id of the first project that has this key; it keeps it when the key changes. */
export function projectIdOf(key: string): string {
  return `id of ${key}`;
}

/** As `projectIdOf` makes them. */
export function isProjectId(idOrKey: string): boolean {
  return idOrKey.startsWith(projectIdOf(''));
}

export class Board {
  readonly archived = new Set<string>();
  /** Id and name of the issue type of each issue that has another than its level, by issue id. */
  readonly issueTypes = new Map<string, string>();
  /** Keys that are not those which their projects began with. */
  private readonly projectIds = new Map<string, string>();
  private readonly goneProjects = new Set<string>();
  private readonly stored = new Map<string, StoredIssue>();
  private readonly keys = new Map<string, string>();
  private readonly numbers = new Map<string, number>();
  private readonly touched = new Map<string, number>();
  private nextId = 10_001;

  /** ms epoch. */
  constructor(private readonly now: () => number = () => Date.UTC(2026, 0, 1)) {}

  /** By the app, unless it is said otherwise. */
  create(issue: NewIssue): StoredIssue {
    const id = String(this.nextId++);
    const { parentId } = issue;
    if (parentId !== undefined && !this.stored.has(parentId)) throw new Error(`No parent ${parentId}`);
    const made = {
      description: undefined,
      labels: [],
      property: undefined,
      creator: CREATORS.app,
      ...issue,
      id,
      key: this.newKey(issue.projectKey, id),
      parentId,
      status: STATUSES.new,
      statusChangedAt: jiraTime(this.now()),
      resolution: undefined,
    };
    this.stored.set(id, made);
    this.touched.set(id, this.now());
    return made;
  }

  all(): readonly StoredIssue[] {
    return [...this.stored.values()];
  }

  get(idOrKey: string): StoredIssue | undefined {
    return this.stored.get(this.keys.get(idOrKey) ?? idOrKey);
  }

  /** As Jira answers it. */
  readAny(idOrKey: string): AnyIssue | undefined {
    const issue = this.get(idOrKey);
    if (!issue) return undefined;
    const projectId = this.projectId(issue.projectKey);
    const type = this.issueTypes.get(issue.id) ?? issue.level;
    const issueType = { id: type, name: type };
    return { ...issue, projectId, issueType, subtasks: this.subtasksOf(issue.id) };
  }

  /** Only what carries a property. */
  read(idOrKey: string): OurIssue | undefined {
    const issue = this.readAny(idOrKey);
    return issue && hasProperty(issue) ? issue : undefined;
  }

  ours(): readonly OurIssue[] {
    return this.all().flatMap(({ id }) => this.read(id) ?? []);
  }

  change(id: string, change: Partial<Omit<StoredIssue, 'id'>>): void {
    const issue = this.stored.get(id);
    if (!issue) throw new Error(`No issue ${id}`);
    this.stored.set(id, { ...issue, ...change });
    this.touched.set(id, this.now());
  }

  /** When the issue last changed, ms epoch. */
  updatedAt(id: string): number {
    return this.touched.get(id) ?? 0;
  }

  update(id: string, { addLabels, removeLabels, ...rest }: IssuePatch): void {
    const labels = (this.stored.get(id)?.labels ?? []).filter((label) => !removeLabels?.includes(label));
    this.change(id, { ...rest, labels: [...new Set([...labels, ...(addLabels ?? [])])] });
  }

  setStatus(id: string, category: StatusCategory): void {
    this.moveCard(id, STATUSES[category]);
  }

  /** Jira's own workflows resolve what enters a done status as Done, and unresolve what leaves it. */
  moveCard(
    id: string,
    status: OurIssue['status'],
    resolution: OurIssue['resolution'] = status.category === 'done' ? RESOLUTIONS.done : undefined,
  ): void {
    const moved = this.stored.get(id)?.status.category !== status.category;
    const since = moved ? { statusChangedAt: jiraTime(this.now()) } : {};
    this.change(id, { status, resolution, ...since });
  }

  /** Jira deletes an issue's Sub-tasks with it; a deleted Epic leaves its Tasks without a parent. */
  delete(id: string): void {
    this.stored.delete(id);
    for (const child of this.all().filter(({ parentId }) => parentId === id)) {
      if (child.level === 'subtask') this.stored.delete(child.id);
      else this.change(child.id, { parentId: undefined });
    }
  }

  /** Jira copies entity properties along with everything else, and starts the clone afresh. */
  clone(id: string): StoredIssue {
    const issue = this.stored.get(id);
    if (!issue) throw new Error(`No issue ${id}`);
    return this.create({ ...issue, summary: `CLONE - ${issue.summary}`, creator: CREATORS.person });
  }

  /** Sub-tasks follow their parent. */
  moveTo(id: string, projectKey: string): void {
    this.change(id, { projectKey, key: this.newKey(projectKey, id) });
    for (const child of this.all()) {
      if (child.parentId === id && child.level === 'subtask') this.moveTo(child.id, projectKey);
    }
  }

  /** The id of the project that has the key now. */
  projectId(key: string): string {
    return this.projectIds.get(key) ?? projectIdOf(key);
  }

  /** By id; `undefined` for a deleted project. */
  project(id: string): ProjectRef | undefined {
    if (this.goneProjects.has(id)) return undefined;
    const [renamed] = [...this.projectIds].find(([, projectId]) => projectId === id) ?? [];
    return { id, key: renamed ?? id.replace(/^id of /, ''), archived: this.archived.has(id) };
  }

  /** Issues keep their ids and numbers and get the new key; the old ones go on naming them. */
  renameProject(from: string, to: string): void {
    this.projectIds.set(to, this.projectId(from));
    this.numbers.set(to, this.lastNumber(from));
    for (const issue of this.all().filter(({ projectKey }) => projectKey === from)) {
      const key = issue.key.replace(from, to);
      this.change(issue.id, { projectKey: to, key });
      this.keys.set(key, issue.id);
    }
  }

  /** With its issues; the key is free for another project, which numbers its issues from 1. */
  deleteProject(key: string): void {
    const id = this.projectId(key);
    this.goneProjects.add(id);
    this.projectIds.set(key, `${id}, the next`);
    this.numbers.delete(key);
    for (const issue of this.all().filter(({ projectKey }) => projectKey === key))
      this.stored.delete(issue.id);
  }

  lastNumber(projectKey: string): number {
    return this.numbers.get(projectKey) ?? 0;
  }

  private subtasksOf(id: string): OurIssue['subtasks'] {
    return this.all()
      .filter(({ parentId, level }) => parentId === id && level === 'subtask')
      .map((child) => ({ id: child.id, done: child.status.category === 'done' }));
  }

  /** Numbers are never used twice; the keys of a moved issue go on naming it. */
  private newKey(projectKey: string, id: string): string {
    const number = this.lastNumber(projectKey) + 1;
    this.numbers.set(projectKey, number);
    const key = `${projectKey}-${number}`;
    this.keys.set(key, id);
    return key;
  }
}

function jiraTime(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+0000');
}
