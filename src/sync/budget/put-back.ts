/** A run that puts back what runs did within the day, where it is still as they left it. */
import type { AnyIssue } from '../../jira/model';
import { identityKey } from '../../jira/ownership';
import type { Remark } from '../../plan/plan';
import type { Reason } from '../../reason';
import type { Link } from '../../review-entries/link';
import type { PracticeState, ChoiceUpdate } from '../../wellarchitected/model';
import { UpstreamError } from '../../upstream-error';
import { asksToWait, OUTAGE } from '../outage';
import { Pause, Superseded } from '../pause';
import type { SyncPorts, SyncRequest } from '../ports';
import { because as tell } from '../reasons';
import { NO_PLAN, type SyncEnd } from '../sync-end';
import type { Tally } from '../tally';
import { NO_NOTES } from '../write-back/plan-notes';
import { writeAnswer } from '../write-back/write-answer';
import { elsewhere, livesElsewhere } from './elsewhere';
import { KINDS } from './kinds';
import { because } from './reasons';
import {
  itemOf,
  pruned,
  withoutChanges,
  withStop,
  type RecentChange,
  type RecentChanges,
} from './recent-changes';

/** As the engine's: an invocation stops this long before its time is up. */
const RESERVE_MS = 30_000;

/**
 * Choices and issues become what they were before the changes that are remembered, each where it is still as the app
 * left it: read directly before, and told where not. From then on changes of these kinds wait until a person confirms
 * them, since the next run would do the same again. May be called again after it stopped anywhere. A block that left
 * the notes is not put back: its Task is gone.
 *
 * @throws Pause, Superseded, `UpstreamError`, as `runSync` does
 */
export async function putBack(request: SyncRequest, ports: SyncPorts): Promise<SyncEnd> {
  const { workloadArn } = request;
  const workload = await ports.source.workload(workloadArn);
  const before = pruned(await ports.recentChanges.load(workloadArn), ports.now());
  const changes = before.changes.filter(({ issueId }) => issueId !== undefined);
  if (await livesElsewhere(changes, request, ports)) return elsewhere(request, workload.name);
  const kinds = KINDS.filter((kind) => changes.some((change) => change.kind === kind));
  const stopped = withStop(before, kinds, ports.now());
  await ports.recentChanges.save(workloadArn, stopped);
  const work = new PutBack(request, ports, changes);
  await work.run(stopped);
  const why = kinds.map((kind) => {
    return because('kind-waits', { kind, changes: changes.filter((change) => change.kind === kind).length });
  });
  return work.end(workload.name, why);
}

class PutBack {
  private failuresInARow = 0;
  private readonly done = new Set<RecentChange>();
  private readonly notices: Remark[] = [];
  private readonly failed: Remark[] = [];
  private readonly tally: { -readonly [K in keyof Tally]: Tally[K] };

  constructor(
    private readonly request: SyncRequest,
    private readonly ports: SyncPorts,
    private readonly changes: readonly RecentChange[],
  ) {
    this.tally = { ...request.tally };
  }

  /**
   * Links are as before the changes while these are put back: an invocation that dies leaves nothing that the next run
   * would take for people's doing.
   */
  async run(recent: RecentChanges): Promise<void> {
    const { workloadArn, projectId } = this.request;
    const { projectId: home = projectId, links } = await this.ports.links.load(workloadArn);
    await this.ports.links.save(
      workloadArn,
      home,
      this.asBefore(links, () => true),
    );
    let isOurs = true;
    try {
      for (const choices of this.byQuestion()) await this.attempt(choices, () => this.choose(choices));
      for (const move of await this.moves()) await this.attempt([move.change], () => this.move(move));
    } catch (error) {
      isOurs = !(error instanceof Superseded);
      throw error;
    } finally {
      if (isOurs) {
        await this.ports.links.save(
          workloadArn,
          home,
          this.asBefore(links, (change) => this.done.has(change)),
        );
        await this.ports.recentChanges.save(workloadArn, withoutChanges(recent, this.done));
        await this.report();
      }
    }
  }

  end(workloadName: string, why: readonly Reason[]): SyncEnd {
    return {
      ...{ kind: 'applied', plan: NO_PLAN, notes: NO_NOTES, workloadName },
      why: why.length > 0 ? why : undefined,
      created: { epics: 0, tasks: 0, subtasks: 0 },
      ...{ tally: this.tally, failed: this.failed, conflicts: [], notices: this.notices },
      ...{ isIncomplete: false, sawAll: undefined },
    };
  }

  private asBefore(
    links: ReadonlyMap<string, Link>,
    isPutBack: (change: RecentChange) => boolean,
  ): readonly Link[] {
    const next = new Map(links);
    for (const change of this.changes.filter(isPutBack)) {
      const key = identityKey(itemOf(this.request.workloadArn, change));
      const link = next.get(key);
      if (link === undefined || link.issueId !== change.issueId || change.synced === undefined) continue;
      next.set(key, { ...link, synced: change.synced });
    }
    return [...next.values()];
  }

  private byQuestion(): readonly (readonly RecentChange[])[] {
    const found = new Map<string, RecentChange[]>();
    for (const change of this.changes.filter(({ practice }) => practice !== undefined)) {
      const key = JSON.stringify([change.lens, change.question]);
      found.set(key, [...(found.get(key) ?? []), change]);
    }
    return [...found.values()];
  }

  private async choose(choices: readonly RecentChange[]): Promise<void> {
    const { writeBack } = this.ports;
    const [{ lens = '', question = '' } = {}] = choices;
    if (writeBack === undefined) return;
    const alias = (await writeBack.memory.load(this.request.workloadArn, lens))?.alias ?? lens;
    const wishes = choices.map(({ choice = '', practice }) => {
      const { was, is } = practice ?? { was: 'open', is: 'selected' };
      return [choice, { from: is, update: UPDATES[was] }] as const;
    });
    const own = { installation: writeBack.installation, siteUrl: await writeBack.siteUrl() };
    const answered = await writeAnswer(
      writeBack.answers,
      {
        ref: { lensAlias: alias, questionId: question },
        ...{ status: undefined, wishes: new Map(wishes), own: { ...own, remembered: undefined } },
      },
      () => this.checkpoint(),
    );
    for (const change of choices) {
      const isBack = answered.chosen.has(change.choice ?? '');
      this.settle(change, isBack);
      if (isBack) this.tally.chosen += 1;
    }
  }

  /** Reopens from the top, closes from below. */
  private async moves(): Promise<readonly MoveBack[]> {
    const changes = this.changes.filter(({ practice }) => practice === undefined);
    const ids = changes.flatMap(({ issueId }) => issueId ?? []);
    const issues = new Map(
      (ids.length > 0 ? await this.ports.jira.fetch(ids) : []).map((one) => [one.id, one]),
    );
    const depth = ({ question, choice }: RecentChange) => (choice ? 2 : question ? 1 : 0);
    const found = changes.map((change) => ({ change, issue: issues.get(change.issueId ?? '') }));
    const closed = found.filter(({ change }) => change.kind === 'issuesClosed');
    const reopened = found.filter(({ change }) => change.kind === 'issuesReopened');
    return [
      ...closed.sort((one, other) => depth(one.change) - depth(other.change)),
      ...reopened.sort((one, other) => depth(other.change) - depth(one.change)),
    ];
  }

  private async move({ change, issue }: MoveBack): Promise<void> {
    const isClosed = change.kind === 'issuesClosed';
    const isOurs = issue !== undefined && this.request.servedProjects.includes(issue.projectId);
    const isAsLeft = isOurs && (issue.status.category === 'done') === isClosed;
    if (!isAsLeft) {
      this.settle(change, false);
      return;
    }
    await this.checkpoint();
    const { statusId } = change;
    const target = isClosed
      ? { to: 'open' as const, ...(issue.resolution === undefined ? {} : { isResolved: true }) }
      : { to: 'done' as const, ...(statusId === undefined ? {} : { statusId }) };
    const answer = await this.ports.jira.move(issue, target);
    if (answer.kind === 'refused') {
      this.fail(change, answer.reason);
    } else if (answer.kind === 'applied') {
      this.settle(change, true);
      if (isClosed) this.tally.reopened += 1;
      else this.tally.closed += 1;
    } else {
      const why = tell('stuck-on-the-way', { status: answer.at.name, because: answer.reason });
      this.failed.push({ ...subjectOf(change), ...why });
    }
  }

  private settle(change: RecentChange, isBack: boolean): void {
    if (isBack) this.done.add(change);
    else this.notices.push({ ...subjectOf(change), ...tell('changed-since-done') });
  }

  private fail(change: RecentChange, reason: Reason): void {
    this.failed.push({ ...subjectOf(change), ...tell('write-refused', { because: reason }) });
  }

  private async attempt(changes: readonly RecentChange[], act: () => Promise<void>): Promise<void> {
    try {
      await act();
      this.failuresInARow = 0;
    } catch (error) {
      if (!(error instanceof UpstreamError) || asksToWait(error)) throw error;
      this.failuresInARow += 1;
      if (this.failuresInARow >= OUTAGE) throw error;
      for (const change of changes) this.fail(change, error.reason);
    }
    await this.report();
  }

  private async checkpoint(): Promise<void> {
    if (this.ports.remaining() < RESERVE_MS) throw new Pause(tell('time-is-up'), 0);
    if (!(await this.ports.hasLease())) throw new Superseded('A newer run took over');
  }

  private report(): Promise<void> {
    const done = this.done.size + this.notices.length + this.failed.length;
    return this.ports.report({
      ...{ step: 'putting-back', done, total: this.changes.length },
      tally: { ...this.tally },
    });
  }
}

interface MoveBack {
  readonly change: RecentChange;
  /** Absent where Jira does not show it. */
  readonly issue: AnyIssue | undefined;
}

/** Why a choice did not apply is not remembered. */
const UPDATES: Readonly<Record<PracticeState, ChoiceUpdate>> = {
  open: { status: 'UNSELECTED' },
  selected: { status: 'SELECTED' },
  notApplicable: { status: 'NOT_APPLICABLE', reason: 'OTHER' },
};

function subjectOf({ issueKey, title }: RecentChange): Pick<Remark, 'key' | 'title'> {
  return { ...(issueKey === undefined ? {} : { key: issueKey }), title };
}
