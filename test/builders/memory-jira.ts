/**
 * The `Jira` that `sync` sees, over a board in memory: a search index that lags, answers that get lost,
 * issues that the app may not see, and a workflow that keeps a Task open while a Sub-task is.
 */
import type {
  ClaimedIds,
  CreateAnswer,
  DoneAs,
  DoneStatuses,
  IssueDraft,
  IssuePatch,
  Jira,
  Movable,
  MoveAnswer,
  MoveTarget,
  ProfileAnswer,
  ResolveAnswer,
  WriteAnswer,
} from '../../src/jira/jira';
import type { AnyIssue, Claims, Level, OptionalField, OurIssue, ProjectRef } from '../../src/jira/model';
import type { Guide } from '../../src/jira/ways';
import { CREATORS, STATUSES, type Board, type StoredIssue } from './board';
import { waitInMemory, type CreateFate, type Refusal, type Refused, type Screens } from './jira-fates';
import { claimed, othersPage, unknownAmong } from './memory-claims';
import { doneIn, doneOf, usedBy, type TypesDone } from './memory-done';
import { keyOf, profileIn } from './memory-profile';
import { highestNumber, scanned } from './memory-scan';
import { TouchedIssues } from './memory-touched';
import { foreseenBy, movedSince, moveOn, resolveOn, type Workflow } from './memory-workflow';
import { asReason } from '../../src/reason';

export class MemoryJira extends TouchedIssues implements Jira {
  indexLagMs = 0;
  /** Fates of the next creates, in order; then all goes well. */
  readonly fates: CreateFate[] = [];
  /** What Jira rejects, with its words. */
  rejects: (draft: IssueDraft) => string | undefined = () => undefined;
  /** New issues that a default security level hides from the app. */
  hides: (draft: IssueDraft) => boolean = () => false;
  refusesUpdate: (issue: StoredIssue, patch: IssuePatch) => Refusal = () => undefined;
  refusesMove: (issue: StoredIssue, to: MoveTarget) => Refusal = () => undefined;
  readonly absentFields: OptionalField[] = [];
  /** Problems of each project that blocks creates. */
  readonly problems = new Map<string, readonly string[]>();
  /** Done statuses of the workflow of each issue type, all within one step of every status. */
  readonly done: TypesDone = {
    epic: [STATUSES.done],
    task: [STATUSES.done],
    subtask: [STATUSES.done],
  };
  /** Where a status leads; absent: to every other. */
  leads: Workflow['leads'] = undefined;
  readonly screens: Screens = { offer: [], keepResolution: false };
  /** Windows of 100 keys that a scan reads. */
  scanWindows = 20;
  readonly hidden = new Set<string>();
  private readonly madeAt = new Map<string, number>();
  private readonly late: { readonly at: number; readonly drafts: readonly IssueDraft[] }[] = [];
  private requests = 0;
  readonly waitAfter = waitInMemory;
  readonly foresee = (_: Movable, to: MoveTarget) => Promise.resolve(foreseenBy(this.screens, to));

  constructor(
    board: Board,
    private readonly now: () => number,
  ) {
    super(board);
  }

  calls(): number {
    return this.requests;
  }

  siteUrl(): Promise<string> {
    this.arrive();
    return Promise.resolve('https://site.example');
  }

  project(id: string): Promise<ProjectRef | undefined> {
    this.arrive();
    return Promise.resolve(this.board.project(id));
  }

  profile(projectId: string): Promise<ProfileAnswer> {
    this.arrive();
    const projectKey = keyOf(this.board, projectId);
    const problems = this.problems.get(projectKey);
    if (problems) return Promise.resolve({ kind: 'blocked', problems: problems.map(asReason) });
    const profile = profileIn({ id: projectId, key: projectKey }, this.absentFields);
    return Promise.resolve({ kind: 'ready', profile });
  }

  doneStatuses(projectId: string): Promise<DoneStatuses> {
    this.arrive();
    keyOf(this.board, projectId);
    return Promise.resolve(doneIn(this.done));
  }

  typesInUse(projectId: string, typeIds: readonly string[]): Promise<ReadonlySet<string>> {
    this.arrive();
    const ours = this.indexed().flatMap(({ id }) => this.board.read(id) ?? []);
    return Promise.resolve(usedBy(ours, projectId, typeIds));
  }

  recentlyMoved(minutes: number, projectIds: readonly string[]): Promise<readonly OurIssue[]> {
    this.arrive();
    const age = (id: string) => this.now() - this.board.updatedAt(id);
    const moved = this.indexed().filter(({ id, property, projectKey }) => {
      if (!projectIds.includes(this.board.projectId(projectKey))) return false;
      return property !== undefined && age(id) >= this.indexLagMs && age(id) <= minutes * 60_000;
    });
    return Promise.resolve(moved.flatMap(({ id }) => this.board.read(id) ?? []));
  }

  account(): Promise<string> {
    this.arrive();
    return Promise.resolve(CREATORS.app.accountId);
  }

  search(claims: Claims): Promise<readonly string[]> {
    this.arrive();
    return Promise.resolve(claimed(this.indexed(), claims, this.board).by);
  }

  searchOthers(claims: Claims): Promise<readonly string[]> {
    this.arrive();
    return Promise.resolve(claimed(this.indexed(), claims, this.board).byOthers);
  }

  searchUnknown(...[claims, known, most]: Parameters<Jira['searchUnknown']>): Promise<ClaimedIds> {
    this.arrive();
    return Promise.resolve(unknownAmong(this.indexed(), known, claims, this.board, most));
  }

  showOthers(claims: Claims): ReturnType<Jira['showOthers']> {
    this.arrive();
    return Promise.resolve(othersPage(this.indexed(), claims, this.board));
  }

  fetch(idsOrKeys: readonly string[]): Promise<readonly AnyIssue[]> {
    this.arrive();
    return Promise.resolve(this.readAll(idsOrKeys));
  }

  async isThere(id: string): Promise<boolean> {
    return (await this.fetch([id])).length > 0;
  }

  lastNumber(projectKey: string): Promise<number> {
    this.arrive();
    return Promise.resolve(highestNumber(this.indexed(), projectKey));
  }

  scan(projectKey: string, afterNumber: number): ReturnType<Jira['scan']> {
    this.arrive();
    const window = { projectKey, afterNumber, windows: this.scanWindows };
    return Promise.resolve(scanned(window, (keys) => this.readAll(keys)));
  }

  async create(drafts: readonly IssueDraft[], announce: () => Promise<void>): Promise<CreateAnswer> {
    await announce();
    this.arrive();
    if (drafts.length > 50) throw new RangeError(`${drafts.length} drafts`);
    this.writes.push(`create ${drafts.length}`);
    const { answer, makes = () => true, afterMs } = this.fates.shift() ?? { answer: 'given' };
    const asked = drafts.filter((_, index) => makes(index));
    if (afterMs !== undefined) this.late.push({ at: this.now() + afterMs, drafts: asked });
    const created = afterMs === undefined ? this.make(asked) : [];
    if (answer === 'lost') return { kind: 'lost', reason: asReason('timeout') };
    const rejected = drafts.flatMap((draft, index) => {
      const reason = this.whyNot(draft);
      return reason === undefined ? [] : [{ index, reason: asReason(reason) }];
    });
    // Unordered, as Jira's answer is.
    return { kind: 'answered', created: created.reverse(), rejected };
  }

  update(id: string, patch: IssuePatch): Promise<WriteAnswer> {
    return this.write<WriteAnswer>(`update ${id}`, id, (issue) => {
      const refusal = this.refusesUpdate(issue, patch);
      if (refusal) return refusal;
      this.board.update(id, patch);
      return { kind: 'applied' };
    });
  }

  move({ id, status }: Movable, to: MoveTarget, guide?: Guide): Promise<MoveAnswer> {
    return this.write(`move ${id} ${to.to}`, id, (issue) => {
      const { leads, screens } = this;
      const workflow = { done: doneOf(this.done, this.board, issue), leads, screens };
      return (
        movedSince(issue, status, to) ??
        this.refusesMove(issue, to) ??
        moveOn(this.board, issue, to, workflow, guide)
      );
    });
  }

  resolve({ id }: { readonly id: string }, as: DoneAs): Promise<ResolveAnswer> {
    return this.write(`resolve ${id}`, id, (issue) => resolveOn(this.board, issue, as, this.screens));
  }

  private write<A extends WriteAnswer | MoveAnswer | ResolveAnswer>(
    words: string,
    id: string,
    act: (issue: StoredIssue) => A | NonNullable<Refusal>,
  ): Promise<A | Refused> {
    this.arrive();
    this.writes.push(words);
    const issue = this.visible(id);
    if (!issue) return Promise.resolve({ kind: 'refused', code: 'deleted', reason: asReason('gone') });
    const answer = act(issue);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }

  private make(drafts: readonly IssueDraft[]): { id: string; key: string }[] {
    return drafts
      .filter((draft) => this.whyNot(draft) === undefined)
      .map((draft) => {
        const { summary, description, labels, parentId, property, projectId, issueTypeId } = draft;
        const projectKey = keyOf(this.board, projectId);
        const level = issueTypeId as Level;
        const texts = { summary, description, labels };
        const made = this.board.create({ projectKey, level, ...texts, parentId, property });
        this.madeAt.set(made.id, this.now());
        if (this.hides(draft)) this.hidden.add(made.id);
        return { id: made.id, key: made.key };
      });
  }

  private whyNot(draft: IssueDraft): string | undefined {
    const { parentId, description, labels } = draft;
    if (parentId !== undefined && !this.board.get(parentId)) return 'parent: does not exist';
    if (description && this.absentFields.includes('description')) return 'description: not on the screen';
    if (labels.length > 0 && this.absentFields.includes('labels')) return 'labels: not on the screen';
    return this.rejects(draft);
  }

  /** Counts a request; before it is served Jira finishes what it was still at. */
  private arrive(): void {
    this.requests += 1;
    for (const work of this.late.splice(0)) {
      if (work.at <= this.now()) this.make(work.drafts);
      else this.late.push(work);
    }
  }

  private indexed(): readonly StoredIssue[] {
    const known = (id: string) => (this.madeAt.get(id) ?? -Infinity) + this.indexLagMs <= this.now();
    return this.board.all().filter(({ id }) => known(id) && !this.hidden.has(id));
  }

  private visible(idOrKey: string): StoredIssue | undefined {
    const issue = this.board.get(idOrKey);
    return issue && !this.hidden.has(issue.id) ? issue : undefined;
  }

  /** Each once, whatever it is called by. */
  private readAll(idsOrKeys: readonly string[]): readonly AnyIssue[] {
    const ids = new Set(idsOrKeys.flatMap((each) => this.visible(each)?.id ?? []));
    return [...ids].flatMap((id) => this.board.readAny(id) ?? []);
  }
}
