/** One invocation's work on putting back: what its parts share. */
import type { Remark } from '../../plan/plan';
import type { Reason } from '../../reason';
import type { RecentChange } from '../budget/recent-changes';
import { mayGoOn } from '../may-go-on';
import type { SyncPorts, SyncRequest } from '../ports';
import { because } from '../reasons';
import type { Tally } from '../tally';

export class Backing {
  /** What is as it was before. */
  readonly done = new Set<RecentChange>();
  readonly notices: Remark[] = [];
  readonly failed: Remark[] = [];
  readonly tally: { -readonly [K in keyof Tally]: Tally[K] };
  private over = 0;

  constructor(
    readonly request: SyncRequest,
    readonly ports: SyncPorts,
    private readonly total: number,
  ) {
    this.tally = { ...request.tally };
  }

  /** Called before each write: stops in time, and stops for a newer invocation. */
  async checkpoint(): Promise<void> {
    await mayGoOn(this.ports);
    await this.report();
  }

  isBack(changes: readonly RecentChange[]): void {
    for (const change of changes) this.done.add(change);
  }

  /** Somebody changed it since, and it stays so. */
  leave(change: RecentChange): void {
    this.notice(change, because('changed-since-done'));
  }

  notice(change: RecentChange, reason: Reason): void {
    this.notices.push({ ...subjectOf(change), ...reason });
  }

  fail(change: RecentChange, reason: Reason): void {
    this.failed.push({ ...subjectOf(change), ...reason });
  }

  advance(changes: number): void {
    this.over += changes;
  }

  report(): Promise<void> {
    return this.ports.report({
      step: 'putting-back',
      steps: [{ step: 'putting-back', done: this.over, total: this.total }],
      tally: { ...this.tally },
    });
  }
}

function subjectOf({ issueKey, title }: RecentChange): Pick<Remark, 'key' | 'title'> {
  return { ...(issueKey === undefined ? {} : { key: issueKey }), title };
}
