/**
 * A site and the app's memory of it, without I/O: applies plans as Jira and the ledger would, so that laws
 * can be stated about what any number of syncs, edits and answers come to.
 */
import type { IssuePatch } from '../../src/jira/jira';
import type { Identity } from '../../src/jira/model';
import { buildOwnership, identityKey } from '../../src/jira/ownership';
import { NO_DESCRIPTION, writtenHash } from '../../src/plan/texts';
import { closedAs, doneBy } from '../../src/plan/done-meaning';
import type { ItemStatus } from '../../src/plan/entry';
import type { Change, Create, Move, Plan, Resolve, ReviewEntry } from '../../src/review-entries/entry';
import type { IssueWords } from '../../src/review-entries/issue-words';
import { linkAfter, linkOfCreated, type Link } from '../../src/review-entries/link';
import { planReview, type ReviewPlanInput, type RunOptions } from '../../src/review-entries/plan-review';
import { choiceUpdate } from '../../src/review-entries/practice-state';
import type { EffectiveSettings } from '../../src/settings/model';
import type { Review } from '../../src/wellarchitected/model';
import { Board, projectIdOf, RESOLUTIONS, STATUSES, type StoredIssue } from './board';
import { withChoice } from './review';
import { DEFAULT_SETTINGS } from './settings';

export const PROJECT = 'WA';
export const PROJECT_ID = projectIdOf(PROJECT);
/** Served by the connection too. */
export const SECOND_PROJECT = 'OPS';
/** Not served: what moves there is left alone. */
export const FOREIGN_PROJECT = 'HR';

const WHOLE_RUN: RunOptions = { selection: {}, recreate: false };

export interface Asked {
  readonly run?: Partial<RunOptions>;
  readonly settings?: Partial<EffectiveSettings>;
  readonly uncertain?: ReadonlySet<string>;
}

type Settings = NonNullable<Asked['settings']>;

export class World {
  readonly board = new Board();
  links = new Map<string, Link>();
  /** The create screens have neither labels nor description. */
  bare = false;
  /** The screens of transitions to done offer resolutions. */
  hasResolutions = true;
  /** What the app says in descriptions, where not its words of today. */
  words: IssueWords | undefined;
  private runs = 0;

  constructor(public review: Review) {}

  input({ run, settings, uncertain }: Asked = {}): ReviewPlanInput {
    return {
      review: this.review,
      settings: { ...DEFAULT_SETTINGS, ...settings },
      run: { ...WHOLE_RUN, ...run },
      projectId: PROJECT_ID,
      servedProjects: [PROJECT_ID, projectIdOf(SECOND_PROJECT)],
      reads: 'workload',
      issues: this.board.ours(),
      links: this.links,
      uncertain: uncertain ?? new Set(),
      gone: this.gone(),
      ...(this.words ? { words: this.words } : {}),
    };
  }

  /** What is linked and not on the board. */
  gone(): ReadonlySet<string> {
    const absent = [...this.links].filter(([, { issueId }]) => this.board.get(issueId) === undefined);
    return new Set(absent.map(([key]) => key));
  }

  plan(asked: Asked = {}): Plan {
    return planReview(this.input(asked));
  }

  /** Plans and applies; changes that `fails` names are refused by Jira or AWS. */
  sync(asked: Asked = {}, fails: (change: Change) => boolean = () => false): Plan {
    const plan = this.plan(asked);
    this.apply(plan, fails, asked.settings);
    return plan;
  }

  apply(
    plan: Plan,
    fails: (change: Change) => boolean = () => false,
    settings: Asked['settings'] = {},
  ): void {
    this.runs += 1;
    const updated = new Set<string>();
    const moved = new Set<string>();
    for (const change of plan.changes) {
      if (fails(change)) continue;
      if (change.kind === 'create') {
        this.create(change);
      } else if (change.kind === 'update') {
        const { below } = change;
        const parentId = below === undefined ? undefined : this.parentOf(below);
        this.board.update(change.issue.id, { ...change.patch, ...(parentId ? { parentId } : {}) });
        updated.add(change.issue.id);
      } else if (change.kind === 'choose') {
        this.review = withChoice(this.review, change.entry.identity, choiceUpdate(change.to));
        moved.add(change.issue.id);
      } else if (change.kind === 'resolve') {
        this.close(change, change.to, settings);
        moved.add(change.issue.id);
      } else if (change.after.every((id) => moved.has(id))) {
        if (change.kind === 'close') this.close(change, change.entry.state?.is, settings);
        else this.board.setStatus(change.issue.id, 'new');
        moved.add(change.issue.id);
      }
    }
    for (const matched of plan.matched) {
      const { id } = matched.issue;
      const isMoved =
        moved.has(id) && !plan.changes.some((each) => each.kind === 'choose' && each.issue.id === id);
      const now = isMoved ? this.board.get(id) : undefined;
      const link = linkAfter(matched, {
        updated: updated.has(id),
        moved: moved.has(id),
        closedAs: now && closedAs(now),
      });
      this.links.set(identityKey(link.identity), link);
    }
  }

  /** As the settings call it, where the screens have a resolution; else the workflow resolves it as Done. */
  private close({ issue }: Move | Resolve, is: ItemStatus | undefined, { resolveSelects }: Settings): void {
    const by = is === undefined || is === 'open' ? undefined : doneBy(resolveSelects, is);
    const named = Object.values(RESOLUTIONS).find(({ id }) => by?.resolutionIds.includes(id));
    const now = this.board.get(issue.id);
    if (this.hasResolutions) this.board.moveCard(issue.id, STATUSES.done, named);
    else if (now?.status.category !== 'done') this.board.setStatus(issue.id, 'done');
  }

  /** The only issue of an identity; throws where there is none or more than one. */
  issue(identity: Omit<Identity, 'workload'>): StoredIssue {
    const key = identityKey({ ...identity, workload: this.review.workload.arn });
    const found = this.board.all().filter(({ property }) => property && identityKey(property) === key);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} issues are ${key}`);
    return found[0];
  }

  /** The only issue of ours for a question or, with a choice, for a best practice, whatever its lens. */
  find(question: string, choice?: string): StoredIssue {
    const found = this.board
      .all()
      .filter(({ property }) => property?.question === question && property.choice === choice);
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} issues for ${question} ${choice}`);
    return found[0];
  }

  epic(): StoredIssue {
    return this.issue({});
  }

  /** The store is lost; the issues and their properties stay. */
  loseLinks(): void {
    this.links = new Map();
  }

  private create({ entry, projectId, thenClose }: Create): void {
    const projectKey = this.board.project(projectId)?.key ?? '';
    const { parentKey } = entry;
    const parentId = parentKey === undefined ? undefined : this.parentOf(parentKey);
    if (parentKey !== undefined && !parentId) return;
    const { summary, pillarLabel } = entry.content;
    const written = this.bare ? { summary, descriptionHash: NO_DESCRIPTION, labels: [] } : entry.content;
    const property = buildOwnership(entry.identity, {
      ...(pillarLabel ? { pillar: pillarLabel } : {}),
      ...(entry.risk ? { risk: entry.risk } : {}),
      hash: writtenHash(written),
    });
    const made = this.board.create({
      projectKey,
      level: entry.level,
      summary,
      description: this.bare ? undefined : entry.content.description,
      labels: written.labels,
      parentId,
      property,
    });
    const link = linkOfCreated(entry, made.id, written, `run-${this.runs}`);
    const closed = { ...link, synced: { review: 'done', jira: 'done' } } as const;
    this.links.set(identityKey(entry.identity), thenClose ? closed : link);
    if (thenClose) this.board.setStatus(made.id, 'done');
  }

  private parentOf(key: string): string | undefined {
    return this.board.all().find(({ property }) => property && identityKey(property) === key)?.id;
  }
}

/** What a change does, in a form that reads well in an expectation: `create task q1`, `close subtask q1/p1`. */
export function words(change: Change): string {
  return `${change.kind} ${wordsOfEntry(change.entry)}`;
}

export function wordsOfEntry({ level, identity }: ReviewEntry): string {
  const { question, choice } = identity;
  return [level, [question, choice].filter((part) => part !== undefined).join('/')].filter(Boolean).join(' ');
}

/** The fields that a patch touches. */
export function patched(patch: IssuePatch): readonly string[] {
  return Object.keys(patch).sort();
}
