/** A whole site for `runSync`: Jira, the review, Forge storage and a clock, and invocations that can die. */
import { intentsOf } from './guarded';
import { createDeletedIssues } from '../../src/links/deleted-issues';
import { createIssueIndex } from '../../src/links/issue-index';
import { createLinkStore } from '../../src/links/link-store';
import { MAX_TROUBLES } from '../../src/runs/model';
import { createTriageStore } from '../../src/triage/triage-store';
import { createWayStore } from '../../src/jira/way-store';
import { createRunStore } from '../../src/runs/run-store';
import type { EffectiveSettings } from '../../src/settings/model';
import { createRecentChangesStore } from '../../src/sync/budget/recent-changes-store';
import { Pause } from '../../src/sync/pause';
import type { Progress, SyncPorts, SyncRequest } from '../../src/sync/ports';
import type { Tally } from '../../src/sync/tally';
import { resolveProject } from '../../src/sync/resolve-project';
import { runSync } from '../../src/sync/run-sync';
import type { SyncEnd, Unfinished } from '../../src/sync/sync-end';
import { UpstreamError } from '../../src/upstream-error';
import type { Review } from '../../src/wellarchitected/model';
import type { ReviewSource } from '../../src/wellarchitected/source';
import { Board, projectIdOf } from './board';
import { MemoryJira } from './memory-jira';
import { MemoryKeyValues } from './key-values';
import { lensTimesOf, WORKLOAD_ARN } from './review';
import { DEFAULT_SETTINGS } from './settings';
import { PROJECT_ID, SECOND_PROJECT } from './world';

/** The invocation ended here; whatever it still asks for is never heard. */
export class Killed extends Error {}

/** Sees each call that leaves the app, before it is served and after; calls are numbered from 1. */
export type Tap = (when: 'before' | 'after', call: string, nth: number) => void;

export interface RunHandle {
  readonly request: Partial<SyncRequest>;
  readonly runId: string;
}

/** Numbers a call before it is served; throws where the invocation is dead. */
type Hear = (when: 'before' | 'after', call: string, nth?: number) => number;

const NO_TALLY: Tally = { updated: 0, closed: 0, reopened: 0, chosen: 0, notesWritten: 0 };

export class Site {
  time = 1_700_000_000_000;
  readonly board = new Board(() => this.time);
  readonly jira = new MemoryJira(this.board, () => this.time);
  readonly kvs = new MemoryKeyValues();
  settings: EffectiveSettings = DEFAULT_SETTINGS;
  /** Milliseconds that each invocation has; `remaining` runs down with the clock, and by `costMs` a call. */
  budgetMs = 900_000;
  costMs = 0;
  /** Requests to AWS that each invocation may still send. */
  requestsLeft = 1500;
  /** Whether the invocation still holds the workload. */
  holds: () => boolean = () => true;
  readonly reports: Progress[] = [];
  /** What the last invocation that an error ended had done. */
  left: Unfinished | undefined;
  private readonly tallies = new Map<string, Tally>();
  private runs = 0;
  private readonly deaths: Killed[] = [];

  constructor(public review: Review) {}

  newRun(request: Partial<SyncRequest> = {}): RunHandle {
    this.runs += 1;
    return { request, runId: `run-${this.runs}` };
  }

  /** One invocation that may be killed: whether it was. */
  async diesIn(run: RunHandle, tap: Tap): Promise<boolean> {
    try {
      await this.invoke(run, tap);
      return false;
    } catch (error) {
      if (error instanceof Killed) return true;
      throw error;
    }
  }

  /** One invocation of a run. */
  async invoke({ request, runId }: RunHandle, tap: Tap = () => undefined): Promise<SyncEnd> {
    const runs = createRunStore(this.kvs);
    const { id: projectId, key: projectKey } = await resolveProject(
      this.jira,
      request.projectId ?? PROJECT_ID,
    );
    const whole: SyncRequest = {
      runId,
      workloadArn: WORKLOAD_ARN,
      projectId,
      projectKey,
      servedProjects: [PROJECT_ID, projectIdOf(SECOND_PROJECT)],
      mode: 'sync',
      automatic: false,
      settings: this.settings,
      options: { selection: {}, recreate: false },
      fingerprint: undefined,
      confirm: false,
      approved: await runs.approved(runId),
      named: [],
      isLastTry: false,
      tally: this.tallies.get(runId) ?? NO_TALLY,
      ...request,
    };
    this.deaths.length = 0;
    const end = await runSync(whole, this.ports(runId, tap));
    // What does not mind that a call fails is dead all the same.
    for (const death of this.deaths) throw death;
    return end;
  }

  /** Goes on with a run as the queue does, until it ends: waits where it pauses, and after troubles. */
  async run(handle: RunHandle = this.newRun()): Promise<SyncEnd> {
    let troubles = 0;
    for (let invocation = 0; invocation < 30; invocation++) {
      const isLastTry = troubles >= MAX_TROUBLES;
      try {
        return await this.invoke({ ...handle, request: { isLastTry, ...handle.request } });
      } catch (error) {
        troubles = error instanceof Pause ? 0 : troubles + 1;
        if (error instanceof Pause) this.time += error.seconds * 1000 + 1;
        else if (error instanceof UpstreamError && error.details.retryable && !isLastTry) this.time += 30_000;
        else throw error;
      }
    }
    throw new Error('The run never ended');
  }

  sync(request: Partial<SyncRequest> = {}): Promise<SyncEnd> {
    return this.run(this.newRun(request));
  }

  preview(request: Partial<SyncRequest> = {}): Promise<SyncEnd> {
    return this.sync({ ...request, mode: 'preview' });
  }

  /** The project that storage binds the workload to. */
  async home(): Promise<string | undefined> {
    return (await createLinkStore(this.kvs).load(WORKLOAD_ARN)).projectId;
  }

  /** What storage links, by issue id. */
  async linked(): Promise<ReadonlySet<string>> {
    const { links } = await createLinkStore(this.kvs).load(WORKLOAD_ARN);
    return new Set([...links.values()].map(({ issueId }) => issueId));
  }

  private ports(runId: string, tap: Tap): SyncPorts {
    let dead = false;
    let calls = 0;
    const hear: Hear = (when, call, nth = (calls += 1)) => {
      if (dead) throw new Killed(call);
      try {
        tap(when, call, nth);
        return nth;
      } catch (error) {
        dead = true;
        if (error instanceof Killed) this.deaths.push(error);
        throw error;
      }
    };
    const end = { ms: this.budgetMs };
    const began = this.time;
    const outside = <T extends object>(name: string, target: T): T => this.tapped(name, target, hear, end);
    const kvs = outside('kvs', this.kvs);
    return {
      source: outside('source', this.source()),
      jira: outside('jira', this.jira),
      links: createLinkStore(kvs),
      intents: intentsOf(kvs),
      issueIndex: createIssueIndex(kvs),
      deletedIssues: createDeletedIssues(kvs),
      recentChanges: createRecentChangesStore(kvs),
      ways: createWayStore(kvs),
      triage: createTriageStore(kvs),
      now: () => this.time,
      remaining: () => end.ms - (this.time - began),
      requestsLeft: () => this.requestsLeft,
      hasLease: () => Promise.resolve(this.holds()),
      leave: (unfinished) => {
        this.left = unfinished;
      },
      approve: (digests) => createRunStore(kvs).approve(runId, digests),
      report: (progress) => {
        const nth = hear('before', 'report');
        this.reports.push(progress);
        if (progress.tally) this.tallies.set(runId, progress.tally);
        hear('after', 'report', nth);
        return Promise.resolve();
      },
    };
  }

  private source(): ReviewSource {
    return {
      calls: () => 0,
      workloads: () => Promise.resolve([]),
      accountConnector: () => Promise.resolve('DISABLED'),
      workload: () => Promise.resolve(structuredClone(this.review.workload)),
      review: () => Promise.resolve(structuredClone(this.review)),
      lensTimes: () => Promise.resolve(lensTimesOf(this.review)),
    };
  }

  /** Every method that answers a promise is a call to the outside. */
  private tapped<T extends object>(name: string, target: T, hear: Hear, end: { ms: number }): T {
    const { costMs } = this;
    return new Proxy(target, {
      get(inner, member) {
        const method: unknown = Reflect.get(inner, member);
        if (typeof method !== 'function' || member === 'calls') return method;
        return async (...parts: unknown[]): Promise<unknown> => {
          const call = `${name}.${String(member)}`;
          const nth = hear('before', call);
          end.ms -= costMs;
          const answer: unknown = await Reflect.apply(method, inner, parts);
          hear('after', call, nth);
          return answer;
        };
      },
    });
  }
}

/** Kills the invocation before or after its k-th call. */
export function killAt(k: number, when: 'before' | 'after'): Tap {
  return (moment, call, nth) => {
    if (nth === k && moment === when) throw new Killed(`killed ${when} call ${k}: ${call}`);
  };
}
