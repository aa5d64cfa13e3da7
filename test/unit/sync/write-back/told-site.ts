/** A synced site in memory with its answers, and the app's memory of both. */
import type { Identity } from '../../../../src/jira/model';
import { identityKey } from '../../../../src/jira/ownership';
import { intentsOf } from '../../../builders/guarded';
import { createWayStore } from '../../../../src/jira/way-store';
import { createTriageStore } from '../../../../src/triage/triage-store';
import { createDeletedIssues } from '../../../../src/links/deleted-issues';
import { createIssueIndex } from '../../../../src/links/issue-index';
import { createLinkStore } from '../../../../src/links/link-store';
import type { Plan } from '../../../../src/review-entries/entry';
import type { RunOptions } from '../../../../src/review-entries/plan-review';
import type { EffectiveSettings } from '../../../../src/settings/model';
import type { PracticeState, Review } from '../../../../src/wellarchitected/model';
import type { Objection, Progress, SyncPorts } from '../../../../src/sync/ports';
import { runQuestion, type QuestionEnd } from '../../../../src/sync/run-question';
import { createRecentChangesStore } from '../../../../src/sync/budget/recent-changes-store';
import type { RecentChanges } from '../../../../src/sync/budget/recent-changes';
import { putBack } from '../../../../src/sync/put-back/put-back';
import type { SyncEnd } from '../../../../src/sync/sync-end';
import { createNotesMemory } from '../../../../src/sync/write-back/notes-memory';
import { planNotes, type NotesInput, type NotesPlan } from '../../../../src/sync/write-back/plan-notes';
import { MemoryKeyValues } from '../../../builders/key-values';
import { MemoryAnswers } from '../../../builders/memory-answers';
import { MemoryJira } from '../../../builders/memory-jira';
import {
  lensIdentity,
  practice,
  question,
  smallReview,
  withPractices,
  WORKLOAD_ARN,
} from '../../../builders/review';
import { DEFAULT_SETTINGS } from '../../../builders/settings';
import { PROJECT, PROJECT_ID, World } from '../../../builders/world';

export const LENS = lensIdentity('main');
export const NOW = Date.UTC(2026, 0, 2);
export const SITE_URL = 'https://site.example';
export const INSTALLATION = '0a1b2c3d';

export const SMALL = smallReview(
  question('q1', 'HIGH', [practice('p1'), practice('p2')]),
  question('q2', 'HIGH', [practice('p3')]),
);

/** What is done with the board's status "Done" selects. */
export const SELECTS: Partial<EffectiveSettings> = {
  resolveSelects: { implemented: [{ statusId: '3' }], notApplicable: [] },
};

export const identity = (question: string, choice?: string) => ({
  workload: WORKLOAD_ARN,
  lens: LENS,
  question,
  ...(choice === undefined ? {} : { choice }),
});

export class ToldSite {
  readonly world: World;
  readonly answers: MemoryAnswers;
  readonly kvs = new MemoryKeyValues();
  readonly memory = createNotesMemory(this.kvs);
  readonly jira: MemoryJira;
  /** What stands in the way of every change. */
  objection: Objection | undefined;
  /** Questions that people are working at. */
  readonly busy = new Set<string>();
  readonly reports: Progress[] = [];
  settings: EffectiveSettings = DEFAULT_SETTINGS;
  /** Ids. */
  servedProjects: readonly string[] = [PROJECT_ID];
  private constructor(review: Review) {
    this.world = new World(review);
    this.answers = MemoryAnswers.of(review);
    this.jira = new MemoryJira(this.world.board, () => NOW);
  }

  /** Nothing made yet. */
  static unsynced(review: Review = SMALL): ToldSite {
    return new ToldSite(review);
  }

  /** Issues made and remembered; no notes yet, but the lens's alias is known as after a first run. */
  static async synced(review: Review = SMALL): Promise<ToldSite> {
    const site = new ToldSite(review);
    site.world.sync();
    await site.saveLinks();
    await site.memory.save(WORKLOAD_ARN, LENS, {
      alias: 'main',
      updatedAt: 0,
      verifiedAt: 0,
      questions: new Map(),
    });
    return site;
  }

  /** The same, and each question's block stands in its notes. */
  static async told(review: Review = SMALL): Promise<ToldSite> {
    const site = await ToldSite.synced(review);
    for (const { id } of review.lenses.flatMap(({ pillars }) =>
      pillars.flatMap(({ questions }) => questions),
    ))
      await site.runQuestion(id);
    site.answers.asked.length = 0;
    site.jira.writes.length = 0;
    return site;
  }

  /** The run of one question, of whose issues an event told. */
  runQuestion(questionId: string): Promise<QuestionEnd> {
    const options = { selection: { lensAliases: ['main'], questionIds: [questionId] }, recreate: false };
    return runQuestion({ ...this.request(), options, question: identity(questionId) }, this.ports());
  }

  /** A run that puts back what these runs did. */
  putBack(over: Partial<SyncPorts> = {}): Promise<SyncEnd> {
    return putBack({ ...this.request(), putBack: true }, { ...this.ports(), ...over });
  }

  async recent(): Promise<RecentChanges> {
    return createRecentChangesStore(this.kvs).load(WORKLOAD_ARN);
  }

  /** What triage lists, by question. */
  async triaged(): Promise<Readonly<Record<string, readonly string[]>>> {
    const { lenses } = (await createTriageStore(this.kvs).load(WORKLOAD_ARN)) ?? { lenses: [] };
    const questions = lenses.flatMap(({ pillars }) => pillars.flatMap((pillar) => pillar.questions));
    return Object.fromEntries(questions.map(({ id, issues }) => [id, issues.map(([, title]) => title)]));
  }

  private request() {
    return {
      ...{ runId: 'run-1', workloadArn: WORKLOAD_ARN, projectId: PROJECT_ID, projectKey: PROJECT },
      ...{ servedProjects: this.servedProjects, settings: this.settings, automatic: true },
      ...{ fingerprint: undefined, confirm: false, options: { selection: {}, recreate: false } },
      ...{ mode: 'sync' as const, approved: undefined, isLastTry: false, named: [] },
      tally: { updated: 0, closed: 0, reopened: 0, chosen: 0, notesWritten: 0 },
    };
  }

  private ports() {
    const { answers, memory, jira, world } = this;
    return {
      source: {
        calls: () => 0,
        workloads: () => Promise.resolve([]),
        accountConnector: () => Promise.resolve('DISABLED' as const),
        workload: () => Promise.resolve(world.review.workload),
        review: () => Promise.reject(new Error('the whole review was read')),
        lensTimes: () => Promise.reject(new Error('the lenses were read')),
      },
      jira,
      issueIndex: createIssueIndex(this.kvs),
      deletedIssues: createDeletedIssues(this.kvs),
      recentChanges: createRecentChangesStore(this.kvs),
      ways: createWayStore(this.kvs),
      triage: createTriageStore(this.kvs),
      links: createLinkStore(this.kvs),
      intents: intentsOf(this.kvs),
      writeBack: { answers, memory, installation: INSTALLATION, siteUrl: () => Promise.resolve(SITE_URL) },
      objection: () => Promise.resolve(this.objection),
      isQuiet: ({ question = '' }: Identity) => Promise.resolve(!this.busy.has(question)),
      now: () => NOW,
      remaining: () => 900_000,
      requestsLeft: () => 1500,
      hasLease: () => Promise.resolve(true),
      approve: () => Promise.resolve(),
      report: (progress: Progress) => {
        this.reports.push(progress);
        return Promise.resolve();
      },
    } satisfies SyncPorts;
  }

  /** What a run of the whole workload would do now. */
  async plan(run: Partial<RunOptions> = {}): Promise<Plan> {
    const { links } = await createLinkStore(this.kvs).load(WORKLOAD_ARN);
    this.world.links = new Map(links);
    return this.world.plan({ run, settings: this.settings });
  }

  async planNotes({ options, ...input }: Partial<NotesInput> = {}): Promise<NotesPlan> {
    const run = { selection: {}, recreate: false, ...options };
    const plan = await this.plan(run);
    const { review } = this.world;
    const issues = this.world.board.ours();
    const gone = this.world.gone();
    const mayRemove = (task: Identity) => gone.has(identityKey(task));
    const facts = { review, plan, options: run, issues, mayRemove };
    return planNotes(
      { ...facts, thorough: true, named: new Set<string>(), goesOn: false, now: NOW, ...input },
      {
        answers: this.answers,
        memory: this.memory,
        installation: INSTALLATION,
        siteUrl: () => Promise.resolve(SITE_URL),
      },
    );
  }

  /** A person's answer in AWS. */
  answer(questionId: string, states: Readonly<Record<string, PracticeState>>): void {
    this.world.review = withPractices(this.world.review, states);
    const { selected, notApplicable } = this.answers.at(`main/${questionId}`);
    const without = (ids: ReadonlySet<string>) => [...ids].filter((id) => states[id] === undefined);
    const those = (state: PracticeState) => Object.keys(states).filter((id) => states[id] === state);
    this.answers.set(`main/${questionId}`, {
      selected: new Set([...without(selected), ...those('selected')]),
      notApplicable: new Set([...without(notApplicable), ...those('notApplicable')]),
    });
  }

  /** A person on the board. */
  move(category: 'new' | 'indeterminate' | 'done', ...names: readonly string[]): void {
    for (const name of names) {
      const [questionId = '', choice] = name.split('/');
      this.world.board.setStatus(
        this.world.issue({ lens: LENS, question: questionId, ...(choice ? { choice } : {}) }).id,
        category,
      );
    }
  }

  notes(questionId: string): string {
    return this.answers.at(`main/${questionId}`).notes;
  }

  async syncedState(questionId: string, choice: string) {
    const { links } = await createLinkStore(this.kvs).load(WORKLOAD_ARN);
    return links.get(identityKey(identity(questionId, choice)))?.synced;
  }

  async saveLinks(): Promise<void> {
    await createLinkStore(this.kvs).save(WORKLOAD_ARN, PROJECT_ID, [...this.world.links.values()]);
  }
}
